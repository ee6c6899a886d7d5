// SPDX-License-Identifier: MIT
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/widgets/lagtext.h"
#include "ui/witness/witnesswindow.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;
constexpr qint64 second = 1'000'000'000;

bool contains(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

/// What the second process shows, fed by hand.
class TestWitnessWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void itWaitsForTheFirstBeat();
    void freeAndFrozen();
    void onlyWhatWasMadeCanBeReleased();
    void releaseIsAskedForOnce();
    void theNextStallCanBeReleasedAnew_data();
    void theNextStallCanBeReleasedAnew();
    void noNewsIsSaidAndTakenBack();
    void goodbyeIsSaidAndItCloses();
    void itIsNamedAndStaysOutOfTheWay();
    void bothThemesShowTheStall();

private:
    void beat(qint64 afterNs = 50'000'000);
    void stall(qint64 stallNs, const QString &function = {}, bool canBeReleased = true);
    bool says(const QString &text) const;
    QString detail() const;
    QColor colourOf(const QString &text) const;
    QPushButton *release() const { return m_window->findChild<QPushButton *>(); }

    std::unique_ptr<WitnessWindow> m_window;
    PulseReport m_last;
};

void TestWitnessWindow::init()
{
    QLocale::setDefault(QLocale::c());
    Theme::apply(*qApp, Theme::Mode::Light);
    m_last = {.timeNs = 100 * second, .lastBeatNs = 100 * second};
    m_window = std::make_unique<WitnessWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWitnessWindow::beat(qint64 afterNs)
{
    m_last = {.timeNs = m_last.timeNs + afterNs, .lastBeatNs = m_last.timeNs + afterNs - 1};
    m_window->take(m_last);
}

void TestWitnessWindow::stall(qint64 stallNs, const QString &function, bool canBeReleased)
{
    m_last = {
        m_last.timeNs + 50'000'000, m_last.lastBeatNs, stallNs, stallNs, canBeReleased, function};
    m_window->take(m_last);
}

bool TestWitnessWindow::says(const QString &text) const
{
    return std::ranges::any_of(m_window->findChildren<QLabel *>(), [&text](const QLabel *label) {
        return label->isVisible() && label->text() == text;
    });
}

/// The line below the state, in full.
QString TestWitnessWindow::detail() const
{
    QStringList all;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (!label->accessibleName().isEmpty())
            all.append(label->accessibleName());
    }
    return all.join(u'|');
}

QColor TestWitnessWindow::colourOf(const QString &text) const
{
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->text() == text)
            return label->palette().color(QPalette::WindowText);
    }
    return {};
}

void TestWitnessWindow::itWaitsForTheFirstBeat()
{
    QVERIFY(says(u"Waiting"_s));
    QVERIFY(says(u"for the first beat"_s)); // not cut, either
    QVERIFY(!release()->isEnabled());
}

void TestWitnessWindow::freeAndFrozen()
{
    beat();
    QVERIFY(says(u"Loop is free"_s));
    QCOMPARE(colourOf(u"Loop is free"_s), Theme::current().text);
    QCOMPARE(detail(), QString());
    stall(150'000'000);
    QString state = u"frozen %1"_s.arg(lagText(150'000'000));
    QVERIFY(says(state));
    QCOMPARE(detail(), u"looking at its stack …"_s);
    QCOMPARE(colourOf(state), Theme::current().stallText);
    stall(2 * second, u"sleepInSlot"_s);
    state = u"frozen %1"_s.arg(lagText(2 * second));
    QVERIFY(says(state));
    QCOMPARE(detail(), u"sleepInSlot"_s);
    QVERIFY(says(u"sleepInSlot"_s));
    beat();
    QVERIFY(says(u"Loop is free"_s));
    QCOMPARE(detail(), u"It was frozen for %1 in sleepInSlot."_s.arg(lagText(2 * second)));
    stall(second, u"f"_s + QString(500, u'x'));
    QCOMPARE(detail().size(), 501); // in full for who cannot see it, and elsewhere cut
    QVERIFY(!says(detail()));
    stall(second + 1);
    beat();
    QCOMPARE(detail(), u"It was frozen for %1."_s.arg(lagText(second + 1)));
    QVERIFY(m_window->width() < 600);
}

void TestWitnessWindow::onlyWhatWasMadeCanBeReleased()
{
    beat();
    QVERIFY(!release()->isEnabled());
    stall(second, u"ownFault"_s, false);
    QVERIFY(!release()->isEnabled());
    QVERIFY(release()->toolTip().contains(u"switch"_s));
    stall(2 * second, u"sleepInSlot"_s);
    QVERIFY(release()->isEnabled());
    beat();
    QVERIFY(!release()->isEnabled());
    PulseReport odd = m_last;
    odd.canBeReleased = true; // although nothing is frozen
    m_window->take(odd);
    QVERIFY(!release()->isEnabled());
}

void TestWitnessWindow::releaseIsAskedForOnce()
{
    QSignalSpy asked(m_window.get(), &WitnessWindow::releaseRequested);
    stall(second, u"sleepInSlot"_s);
    release()->setFocus();
    QTest::keyClick(release(), Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(release()->text(), u"Released"_s);
    QVERIFY(!release()->isEnabled());
    QTest::mouseClick(release(), Qt::LeftButton);
    stall(second + 1, u"sleepInSlot"_s); // it has not got through yet
    QTest::mouseClick(release(), Qt::LeftButton);
    QVERIFY(!release()->isEnabled());
    QCOMPARE(asked.size(), 1);
}

void TestWitnessWindow::theNextStallCanBeReleasedAnew_data()
{
    QTest::addColumn<bool>("isFreeBetween");
    QTest::newRow("after a beat") << true;
    QTest::newRow("right behind the other") << false; // the beat fell between two reports
}

void TestWitnessWindow::theNextStallCanBeReleasedAnew()
{
    QFETCH(bool, isFreeBetween);
    QSignalSpy asked(m_window.get(), &WitnessWindow::releaseRequested);
    stall(second, u"sleepInSlot"_s);
    release()->click();
    if (isFreeBetween)
        beat();
    stall(second / 5, u"spinInSlot"_s);
    QCOMPARE(release()->text(), u"Release"_s);
    QVERIFY(release()->isEnabled());
    release()->click();
    QCOMPARE(asked.size(), 2);
    beat();
    QCOMPARE(detail(), u"It was frozen for %1 in spinInSlot."_s.arg(lagText(second / 5)));
}

void TestWitnessWindow::noNewsIsSaidAndTakenBack()
{
    stall(second, u"sleepInSlot"_s);
    QVERIFY(release()->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(says(u"No news"_s), guardMs);
    QCOMPARE(detail(), u"Loopscope itself is stopped."_s);
    QVERIFY(!release()->isEnabled()); // nobody would hear it
    QCOMPARE(colourOf(u"No news"_s), Theme::current().text);
    stall(3 * second, u"sleepInSlot"_s);
    QVERIFY(says(u"frozen %1"_s.arg(lagText(3 * second))));
    QVERIFY(release()->isEnabled());
    beat();
    QVERIFY(says(u"Loop is free"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"No news"_s), guardMs);
}

void TestWitnessWindow::goodbyeIsSaidAndItCloses()
{
    beat();
    m_window->sayGoodbye();
    QVERIFY(says(u"Loopscope has ended"_s));
    QCOMPARE(detail(), u"This window closes by itself."_s);
    QVERIFY(!release()->isVisible());
    stall(second, u"sleepInSlot"_s); // somebody who speaks on is not believed
    m_window->sayGoodbye(); // once because of the error, once because of the end
    QVERIFY(says(u"Loopscope has ended"_s));
    QVERIFY(m_window->isVisible()); // so that it can be read
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), guardMs);
}

void TestWitnessWindow::itIsNamedAndStaysOutOfTheWay()
{
    QCOMPARE(m_window->windowTitle(), u"Witness"_s);
    QVERIFY(m_window->windowFlags() & Qt::WindowStaysOnTopHint);
    QVERIFY(m_window->testAttribute(Qt::WA_ShowWithoutActivating));
    beat();
    QCOMPARE(accessibleName(*release()), u"Release"_s);
    QVERIFY(!release()->toolTip().isEmpty());
    QVERIFY(named<WitnessTrace>(*m_window, u"Pulse of the main window"_s));
    QVERIFY(named<QLabel>(*m_window, u"Loop is free"_s));
    stall(second, u"sleepInSlot"_s);
    QVERIFY(named<QLabel>(*m_window, u"sleepInSlot"_s));
    QVERIFY(named<QLabel>(*m_window, u"frozen %1"_s.arg(lagText(second))));
}

void TestWitnessWindow::bothThemesShowTheStall()
{
    auto *trace = m_window->findChild<WitnessTrace *>();
    for (int i = 0; i < 20; ++i)
        beat();
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        Theme::apply(*qApp, mode);
        QTRY_COMPARE_WITH_TIMEOUT(colourOf(u"Loop is free"_s), Theme::current().text, guardMs);
        QCOMPARE(Theme::current().isDark, mode == Theme::Mode::Dark);
        const QImage free = trace->grab().toImage();
        QVERIFY(contains(free, Theme::current().beat));
        QVERIFY(!contains(free, Theme::current().stall));
    }
    for (int i = 1; i < 20; ++i)
        stall(i * 50'000'000, u"sleepInSlot"_s);
    const QString state = u"frozen %1"_s.arg(lagText(19 * 50'000'000));
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        Theme::apply(*qApp, mode);
        QTRY_COMPARE_WITH_TIMEOUT(colourOf(state), Theme::current().stallText, guardMs);
        QVERIFY(contains(trace->grab().toImage(), Theme::current().stall));
    }
}

QTEST_MAIN(TestWitnessWindow)
#include "tst_witnesswindow.moc"
