// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/style/themechoice.h"

#include <QApplication>
#include <QDBusContext>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto scheme = u"color-scheme"_s;

/// Nested as portals of version 1 do it.
QVariant wrapped(const QVariant &value)
{
    return QVariant::fromValue(QDBusVariant(value));
}

} // namespace

/// A portal as the desktop has it; what it answers is the test's.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    QVariant answer; ///< an invalid one never comes
    bool isOld = false; ///< of version 1, which has no ReadOne
    QStringList asked {};
    QDBusMessage question {}; ///< that waits for its answer

public slots:
    QDBusVariant ReadOne(const QString &group, const QString &key)
    {
        asked.append(u"ReadOne %1 %2"_s.arg(group, key));
        if (isOld)
            sendErrorReply(QDBusError::UnknownMethod);
        return reply(answer);
    }
    QDBusVariant Read(const QString &group, const QString &key)
    {
        asked.append(u"Read %1 %2"_s.arg(group, key));
        return reply(wrapped(answer));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusVariant reply(const QVariant &value)
    {
        if (!answer.isValid()) {
            setDelayedReply(true);
            question = message();
        }
        return QDBusVariant(value);
    }
};

/// The person's choice and the desktop's wish, told by a portal on a bus of the test's own.
class TestThemeChoice : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void thePortalIsFollowed_data();
    void thePortalIsFollowed();
    void nonsenseIsNoWish_data();
    void nonsenseIsNoWish();
    void aSilentPortalHoldsNothingUp();
    void aChangeIsNewerThanALateAnswer();
    void theChoiceOfThePersonWins();
    void aPortalMayComeLater();
    void withoutABusItIsLight();

private:
    void openPortal();
    void tell(const QVariant &value)
    {
        emit m_portal->SettingChanged(appearance, scheme, QDBusVariant(value));
    }

    QProcess m_daemon;
    QDBusConnection m_portalsBus {QString()};
    QDBusConnection m_bus {QString()};
    std::unique_ptr<FakePortal> m_portal;
};

void TestThemeChoice::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForStarted(guardMs), "these tests need dbus-daemon");
    QVERIFY(m_daemon.waitForReadyRead(guardMs));
    const QString address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
    m_portalsBus = QDBusConnection::connectToBus(address, u"portal"_s);
    m_bus = QDBusConnection::connectToBus(address, u"program"_s);
    QVERIFY(m_portalsBus.isConnected() && m_bus.isConnected());
}

void TestThemeChoice::init()
{
    m_portal = std::make_unique<FakePortal>();
    Theme::apply(*qApp, Theme::Mode::Light);
}

void TestThemeChoice::openPortal()
{
    QVERIFY(m_portalsBus.registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                                        QDBusConnection::ExportAllContents));
    QVERIFY(m_portalsBus.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestThemeChoice::cleanup()
{
    m_portalsBus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    m_portalsBus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
    m_portal.reset();
}

void TestThemeChoice::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"portal"_s);
    QDBusConnection::disconnectFromBus(u"program"_s);
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished(guardMs));
}

void TestThemeChoice::thePortalIsFollowed_data()
{
    QTest::addColumn<bool>("isOld");
    QTest::newRow("version 1") << true;
    QTest::newRow("version 2") << false;
}

void TestThemeChoice::thePortalIsFollowed()
{
    QFETCH(bool, isOld);
    m_portal->answer = 1U;
    m_portal->isOld = isOld;
    openPortal();
    const ThemeChoice choice(*qApp, Theme::Mode::System, m_bus);
    QVERIFY2(m_portal->asked.isEmpty() && !Theme::current().isDark, "it does not wait for it");
    QTRY_VERIFY_WITH_TIMEOUT(Theme::current().isDark, guardMs);
    QStringList expected {u"ReadOne org.freedesktop.appearance color-scheme"_s};
    if (isOld)
        expected.append(u"Read org.freedesktop.appearance color-scheme"_s);
    QCOMPARE(m_portal->asked, expected);
    QCOMPARE(QGuiApplication::palette().color(QPalette::Window), Theme::dark().window);
    tell(2U);
    QTRY_VERIFY_WITH_TIMEOUT(!Theme::current().isDark, guardMs);
    tell(1U);
    QTRY_VERIFY_WITH_TIMEOUT(Theme::current().isDark, guardMs);
    tell(0U); // no preference
    QTRY_VERIFY_WITH_TIMEOUT(!Theme::current().isDark, guardMs);
    QCOMPARE(m_portal->asked, expected);
}

void TestThemeChoice::nonsenseIsNoWish_data()
{
    QTest::addColumn<QVariant>("answer");
    QTest::newRow("out of range") << QVariant(3U);
    QTest::newRow("another type of number") << QVariant(1);
    QTest::newRow("a word") << QVariant(u"prefer-dark"_s);
    QTest::newRow("a truth") << QVariant(true);
    QTest::newRow("a list") << QVariant(QStringList {u"1"_s});
    QTest::newRow("a bag") << QVariant(QVariantMap {{u"color-scheme"_s, 1U}});
    QTest::newRow("wrapped ten times") << [] {
        QVariant value = u"1"_s;
        for (int i = 0; i < 10; ++i)
            value = wrapped(value);
        return value;
    }();
}

/// As an answer and as a change: what comes after it shows that it was heard.
void TestThemeChoice::nonsenseIsNoWish()
{
    QFETCH(QVariant, answer);
    m_portal->answer = answer;
    openPortal();
    const SettingsPortal portal(m_bus);
    QSignalSpy changed(&portal, &SettingsPortal::wishChanged);
    QTRY_COMPARE_WITH_TIMEOUT(m_portal->asked.size(), 1, guardMs);
    tell(answer);
    emit m_portal->SettingChanged(appearance, u"contrast"_s, QDBusVariant(1U));
    emit m_portal->SettingChanged(u"org.gnome"_s, scheme, QDBusVariant(1U));
    tell(2U);
    QTRY_COMPARE_WITH_TIMEOUT(portal.wish(), Theme::Mode::Light, guardMs);
    QCOMPARE(changed.size(), 1);
    tell(answer); // takes the wish back
    QTRY_COMPARE_WITH_TIMEOUT(portal.wish(), Theme::Mode::System, guardMs);
}

void TestThemeChoice::aSilentPortalHoldsNothingUp()
{
    openPortal();
    ThemeChoice choice(*qApp, Theme::Mode::System, m_bus);
    QTRY_COMPARE_WITH_TIMEOUT(m_portal->asked.size(), 1, guardMs);
    QVERIFY(!Theme::current().isDark);
    choice.choose(Theme::Mode::Dark);
    QVERIFY(Theme::current().isDark);
    choice.choose(Theme::Mode::System);
    QVERIFY(!Theme::current().isDark);
    tell(1U);
    QTRY_VERIFY_WITH_TIMEOUT(Theme::current().isDark, guardMs);
    // It goes while its question still waits for an answer.
}

void TestThemeChoice::aChangeIsNewerThanALateAnswer()
{
    openPortal();
    const SettingsPortal portal(m_bus);
    QList<Theme::Mode> wishes;
    connect(&portal, &SettingsPortal::wishChanged, this, [&] { wishes.append(portal.wish()); });
    QTRY_COMPARE_WITH_TIMEOUT(m_portal->asked.size(), 1, guardMs);
    tell(1U);
    QVERIFY(m_portalsBus.send(m_portal->question.createReply(wrapped(2U))));
    tell(0U);
    const QList<Theme::Mode> expected {Theme::Mode::Dark, Theme::Mode::System};
    QTRY_COMPARE_WITH_TIMEOUT(wishes, expected, guardMs);
}

void TestThemeChoice::theChoiceOfThePersonWins()
{
    m_portal->answer = 1U;
    openPortal();
    ThemeChoice choice(*qApp, Theme::Mode::Light, m_bus);
    const SettingsPortal another(m_bus); // hears everything after the choice has
    QTRY_COMPARE_WITH_TIMEOUT(another.wish(), Theme::Mode::Dark, guardMs);
    QVERIFY(!Theme::current().isDark);
    tell(2U);
    tell(1U);
    QSignalSpy heard(&another, &SettingsPortal::wishChanged);
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 2, guardMs);
    QVERIFY(!Theme::current().isDark);
    QCOMPARE(choice.mode(), Theme::Mode::Light);
    choice.choose(Theme::Mode::System);
    QVERIFY(Theme::current().isDark);
}

/// As on a desktop whose portal is started by who asks for it last.
void TestThemeChoice::aPortalMayComeLater()
{
    ThemeChoice choice(*qApp, Theme::Mode::System, m_bus);
    const auto notThere = m_bus.call(QDBusMessage::createMethodCall(
        u"org.freedesktop.portal.Desktop"_s, u"/"_s, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s));
    QCOMPARE(notThere.type(), QDBusMessage::ErrorMessage);
    QVERIFY(!Theme::current().isDark);
    openPortal();
    // Its name is known to the bus before its owner is to us, so a single change may go unheard.
    QTRY_VERIFY_WITH_TIMEOUT((tell(2U), tell(1U), Theme::current().isDark), guardMs);
    QCOMPARE(m_portal->asked, QStringList());
}

void TestThemeChoice::withoutABusItIsLight()
{
    const QDBusConnection none(u"no such connection"_s);
    ThemeChoice choice(*qApp, Theme::Mode::System, none);
    QVERIFY(!Theme::current().isDark);
    choice.choose(Theme::Mode::Dark);
    QVERIFY(Theme::current().isDark);
    choice.choose(Theme::Mode::System);
    QVERIFY(!Theme::current().isDark);
}

QTEST_MAIN(TestThemeChoice)
#include "tst_themechoice.moc"
