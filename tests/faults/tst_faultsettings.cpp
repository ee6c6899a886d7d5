// SPDX-License-Identifier: MIT
#include "app/engine.h"
#include "shared/loopwatch.h"
#include "shared/namedmain.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/views/noticebar.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// faults.md, row 24: whatever stands in the file of settings, the window has its defaults in place
/// of what makes no sense, says so once, and its loop lives.
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
        bool isAlive = false;
        QByteArray figures;
    };
    Seen seen(const QByteArray &ini);
    QString nextFile() { return m_folder.filePath(QString::number(++m_files)); }

    QTemporaryDir m_folder;
    int m_files = 0; // Qt remembers a file by its name
    Seen m_defaults;
};

namespace {

/// Of a setting: where, its key, and what stands there.
struct Line
{
    const char *name;
    QByteArray section;
    QByteArray key;
    QByteArray value;
};

/// All that the window reads, as a newer version may write it, or a disk may damage it.
const QList<Line> senseless {
    {"in flight, too many", "run", "inFlight", "1001"},
    {"in flight, none", "run", "inFlight", "0"},
    {"in flight, a word", "run", "inFlight", "automatic"},
    {"in flight, two", "run", "inFlight", "24, 48"},
    {"per host, negative", "run", "perHost", "-5"},
    {"per host, no integer", "run", "perHost", "6.5"},
    {"time limit, too long", "run", "timeLimitSeconds", "99999999999"},
    {"time limit, with a unit", "run", "timeLimitSeconds", "10s"},
    {"then, a newer one", "run", "then", "translate"},
    {"then, a list", "run", "then", "sha256, words"},
    {"page, a newer one", "window", "page", "map"},
    {"page, empty", "window", "page", ""},
    {"theme, a newer one", "window", "theme", "sepia"},
    {"theme, empty", "window", "theme", ""},
    {"place, no bytes", "window", "geometry", "1280x800"},
    {"place, other bytes", "window", "geometry", "@ByteArray(nonsense)"},
    {"place, a rectangle", "window", "geometry", "@Rect(0 0 100 100)"},
    {"place, of a newer Qt", "window", "geometry",
     "@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x7\\0\\0" + QByteArray("\\0").repeated(80) + ")"},
    {"place, a giant", "window", "geometry",
     "@ByteArray("
     "\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x4\\xff\\0\\0\\x3\\x1f\\0\\0"
     "\\0"
     "age without \\0\\x4\\xff\\0\\0\\x3\\x1f\\0\\0\\0\\0\\0"
     "\\0\\0\\0\\x5\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x4\\xff\\0\\0\\x3\\x1f)"},
    {"parts, three", "workbench", "parts", "\"1,2,3\""},
    {"parts, bytes", "workbench", "parts", "@ByteArray(\\0\\0\\0\\xff)"},
    {"strips, giants", "workbench", "strips", "\"1000000000,1\""},
    {"folded, a word", "workbench", "timelineFolded", "halfway"},
    {"experiment, a newer one", "lab", "experiment", "quantum-loops"},
    {"explored, bytes", "lab", "explored", "@ByteArray(futures)"},
    {"seed, negative", "lab", "seed", "-1"},
    {"seed, too large", "lab", "seed", "4294967296"},
    {"tab, a newer one", "lab", "tab", "quiz"},
    {"language, a newer one", "lab", "language", "Fortran"},
    {"tour, a word", "tour", "done", "partly"},
    {"witness, a word", "witness", "withSwitch", "sometimes"},
    {"stall threshold, too short", "stalls", "threshold", "1"},
    {"stall threshold, too long", "stalls", "threshold", "60000"},
    {"stall threshold, a word", "stalls", "threshold", "adaptive"},
    {"way to block, a newer one", "block", "way", "7"},
    {"way to block, by name", "block", "way", "Mutex"},
    {"block, not on offer", "block", "milliseconds", "1700"},
    {"block, for ever", "block", "milliseconds", "2147483647"},
};

} // namespace

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
    MainWindow window({engine.recorder(), engine.recording(), engine.moment(), engine.fetcher(),
                       engine.pool(), engine.job()},
                      engine.loop(), engine.lab());
    window.restore(QSettings(file.fileName(), QSettings::IniFormat));
    window.show();
    // Getting up and being drawn for the first time is no matter of the settings.
    if (!QTest::qWaitForWindowExposed(&window)
        || !QTest::qWaitFor([&engine] { return engine.loop().sinceStart().count > 2; }, 60'000))
        qFatal("no window");
    LoopWatch watch;
    watch.setActive(true);
    if (!QTest::qWaitFor([&watch] { return watch.ours().count >= 5; }, 60'000))
        qFatal("no beats");
    watch.setActive(false);
    for (const NoticeBar *notice : window.findChildren<NoticeBar *>()) {
        if (!notice->sentence().isEmpty()) {
            seen.sentences.append(notice->sentence());
            seen.details = notice->details().split(u'\n');
        }
    }
    seen.isAlive = watch.lived();
    seen.figures = watch.figures();
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
    for (const Line &line : senseless)
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
    QVERIFY2(seen.isAlive, seen.figures);
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
    QVERIFY2(seen.isAlive, seen.figures);
}

void TestFaultSettings::allOfItAtOnceIsOneNote()
{
    QMap<QByteArray, QByteArray> sections; // the first value of each key
    for (const Line &line : senseless) {
        if (!sections[line.section].contains('\n' + line.key + '='))
            sections[line.section] += '\n' + line.key + '=' + line.value;
    }
    QByteArray ini;
    qsizetype keys = 0;
    for (auto section = sections.cbegin(); section != sections.cend(); ++section) {
        ini += '[' + section.key() + ']' + section.value() + '\n';
        keys += section.value().count('\n');
    }
    const Seen seen = this->seen(ini);
    QCOMPARE(seen.sentences.size(), 1);
    QCOMPARE(seen.details.size(), keys);
    QCOMPARE(seen.kept, m_defaults.kept);
    QVERIFY2(seen.isAlive, seen.figures);
    // All that is saved was tried, except what only the program around the window reads.
    for (auto key = seen.kept.keyBegin(); key != seen.kept.keyEnd(); ++key) {
        const auto isTried = [&](const Line &line) {
            return *key == QString::fromLatin1(line.section + '/' + line.key);
        };
        QVERIFY2(std::ranges::any_of(senseless, isTried), qPrintable(*key));
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
    QVERIFY2(seen.isAlive, seen.figures);
}

QTEST_MAIN(TestFaultSettings)
#include "tst_faultsettings.moc"
