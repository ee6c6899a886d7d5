// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/namedmain.h"
#include "shared/senselesssettings.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 24: whatever stands in the file of settings, the window has its
/// defaults in place of what makes no sense, and says so once.
class TestFaultSettings : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whatMakesNoSenseIsTheDefaultAndOneNote_data();
    void whatMakesNoSenseIsTheDefaultAndOneNote();
    void whatMakesSenseIsNotToldOf_data();
    void whatMakesSenseIsNotToldOf();
    void allOfItAtOnceIsOneNote();
    void aDamagedFileIsOneNote();

private:
    /// A window that was given \p ini, was shown, and was closed again.
    struct Seen
    {
        QMap<QString, QVariant> kept; ///< what it saves
        QStringList sentences; ///< that are to be seen
        QStringList details;
    };
    Seen seen(const QByteArray &ini);
    QString nextFile() { return m_folder.filePath(QString::number(++m_files)); }

    QTemporaryDir m_folder;
    int m_files = 0; // Qt remembers a file by its name
    Seen m_defaults;
};

void TestFaultSettings::initTestCase()
{
    Theme::apply(*qApp, Theme::Mode::Light);
    m_defaults = seen("[tour]\ndone=true\n");
    QVERIFY(m_defaults.kept.size() > 10);
    QCOMPARE(m_defaults.sentences, QStringList());
}

TestFaultSettings::Seen TestFaultSettings::seen(const QByteArray &ini)
{
    Seen seen;
    QFile file(nextFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(ini) != ini.size())
        qFatal("no room for the settings");
    file.close();
    Engine engine;
    MainWindow window(engine);
    window.restore(QSettings(file.fileName(), QSettings::IniFormat));
    window.show();
    // Getting up and being drawn for the first time is no matter of the settings.
    if (!QTest::qWaitForWindowExposed(&window)
        || !QTest::qWaitFor([&engine] { return engine.loop().sinceStart().count > 7; }, 60'000))
        qFatal("no window");
    for (const NoticeBar *notice : window.findChildren<NoticeBar *>()) {
        if (!notice->sentence().isEmpty()) {
            seen.sentences.append(notice->sentence());
            seen.details = notice->details().split(u'\n');
        }
    }
    const QString saved = nextFile();
    {
        QSettings settings(saved, QSettings::IniFormat);
        window.save(settings);
    }
    const QSettings settings(saved, QSettings::IniFormat);
    for (const QString &key : settings.allKeys())
        seen.kept[key] = settings.value(key);
    return seen;
}

void TestFaultSettings::whatMakesNoSenseIsTheDefaultAndOneNote_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    for (const SettingsLine &line : senselessSettings)
        QTest::newRow(line.name) << line.section << line.key << line.value;
}

void TestFaultSettings::whatMakesNoSenseIsTheDefaultAndOneNote()
{
    QFETCH(QByteArray, section);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QByteArray ini = '[' + section + "]\n" + key + '=' + value + '\n';
    if (section != "tour")
        ini += "[tour]\ndone=true\n";
    const Seen seen = this->seen(ini);
    QCOMPARE(seen.sentences.size(), 1);
    QVERIFY2(seen.sentences.first().startsWith(u"Some settings cannot be used"_s),
             qPrintable(seen.sentences.first()));
    QCOMPARE(seen.details.size(), 1);
    const QString name = QString::fromLatin1(section + '/' + key + " = ");
    QVERIFY2(seen.details.first().startsWith(name), qPrintable(seen.details.first()));
    QCOMPARE(seen.kept, m_defaults.kept);
}

void TestFaultSettings::whatMakesSenseIsNotToldOf_data()
{
    QTest::addColumn<QByteArray>("ini");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *ini, const char *key, const char *value) {
        QTest::newRow(name) << QByteArray(ini) << QString::fromLatin1(key)
                            << QString::fromLatin1(value);
    };
    row("in flight", "[run]\ninFlight=37\n", "run/inFlight", "37");
    row("then", "[run]\nthen=words\n", "run/then", "words");
    row("page", "[window]\npage=lab\n", "window/page", "lab");
    row("experiment", "[lab]\nexperiment=offload\n", "lab/experiment", "offload");
    row("tab", "[lab]\ntab=code\n", "lab/tab", "code");
    row("language", "[lab]\nlanguage=Rust\n", "lab/language", "Rust");
    row("seed", "[lab]\nseed=2147483647\n", "lab/seed", "2147483647");
    row("threshold", "[stalls]\nthreshold=20\n", "stalls/threshold", "20");
    row("way", "[block]\nway=4\n", "block/way", "4");
    row("length", "[block]\nmilliseconds=5000\n", "block/milliseconds", "5000");
    row("witness", "[witness]\nwithSwitch=false\n", "witness/withSwitch", "false");
    row("folded", "[workbench]\ntimelineFolded=true\n", "workbench/timelineFolded", "true");
    // What a newer version knows besides is kept for it, or is none of our business.
    row("explored", "[lab]\nexplored=quantum-loops\n", "lab/explored", "quantum-loops");
    row("another key", "[run]\npriority=high\n[map]\nzoom=4\n", "run/inFlight", "24");
}

void TestFaultSettings::whatMakesSenseIsNotToldOf()
{
    QFETCH(QByteArray, ini);
    QFETCH(QString, key);
    QFETCH(QString, value);
    const Seen seen = this->seen(ini + "[tour]\ndone=true\n");
    QCOMPARE(seen.sentences, QStringList());
    QCOMPARE(seen.kept[key].toString(), value);
}

void TestFaultSettings::allOfItAtOnceIsOneNote()
{
    const auto [ini, keys] = allSenselessSettings();
    const Seen seen = this->seen(ini);
    QCOMPARE(seen.sentences.size(), 1);
    QCOMPARE(seen.details.size(), keys);
    QCOMPARE(seen.kept, m_defaults.kept);
    // All that is saved was tried, except what only the program around the window reads.
    for (auto key = seen.kept.keyBegin(); key != seen.kept.keyEnd(); ++key) {
        const auto isTried = [&](const SettingsLine &line) {
            return *key == QString::fromLatin1(line.section + '/' + line.key);
        };
        QVERIFY2(std::ranges::any_of(senselessSettings, isTried), qPrintable(*key));
    }
}

void TestFaultSettings::aDamagedFileIsOneNote()
{
    const Seen seen
        = this->seen("[run]\ninFlight=lots\n\xff\xfe garbage without a sense\n[tour\ndone=true\n");
    QCOMPARE(seen.sentences,
             QStringList {u"The settings could not be read; the defaults are used."_s});
    QCOMPARE(seen.details.size(), 1);
    QCOMPARE(seen.kept, m_defaults.kept);
}

QTEST_MAIN(TestFaultSettings)
#include "tst_faultsettings.moc"
