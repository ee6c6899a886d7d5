// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What is said before anything is done: help, version, wrong usage.
class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void helpNeedsNoDisplay_data();
    void helpNeedsNoDisplay();
    void helpNamesEveryOption();
    void versionNeedsNoDisplay();
    void wrongUsageIsNamed_data();
    void wrongUsageIsNamed();
    void everythingWithinBoundsIsTaken_data();
    void everythingWithinBoundsIsTaken();
    void anUnreadableListIsWrongUsage();
};

void TestCommandLine::helpNeedsNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("--help") << QStringList {u"--help"_s};
    QTest::newRow("-h") << QStringList {u"-h"_s};
    QTest::newRow("fetch --help") << QStringList {u"fetch"_s, u"--help"_s};
    QTest::newRow("after an address") << QStringList {u"http://localhost/"_s, u"--help"_s};
}

void TestCommandLine::helpNeedsNoDisplay()
{
    QFETCH(QStringList, arguments);
    Program program;
    QVERIFY(program.run(arguments));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.errors, QByteArray());
    QVERIFY(program.output.contains("loopscope fetch [options] [URL"));
}

void TestCommandLine::helpNamesEveryOption()
{
    Program program;
    QVERIFY(program.run({u"--help"_s}));
    for (const char *text : {"--list FILE",
                             "--in-flight N",
                             "(24)",
                             "--per-host N",
                             "(6)",
                             "--first-byte MS",
                             "(5000)",
                             "--silence MS",
                             "--total MS",
                             "(30000)",
                             "--retries N",
                             "(2)",
                             "--max-bytes SIZE",
                             "(64MiB)",
                             "--then WORK",
                             "none, sha256, thumbnail, words (sha256)",
                             "--json",
                             "--trace FILE",
                             "loopscope [options] FILE.json",
                             "loopscope lab [--json] list",
                             "loopscope lab [options] all|EXPERIMENT",
                             "--seed N",
                             "--theme NAME",
                             "--version",
                             "--help",
                             "  130  ",
                             "Examples"})
        QVERIFY2(program.output.contains(text), text);
    for (const QByteArray &line : program.output.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 100, line);
}

void TestCommandLine::versionNeedsNoDisplay()
{
    for (const QString &option : {u"--version"_s, u"-v"_s}) {
        Program program;
        QVERIFY(program.run({option}));
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.output.startsWith("loopscope " LOOPSCOPE_VERSION));
        QCOMPARE(program.output.count('\n'), 1);
    }
}

void TestCommandLine::wrongUsageIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("words");
    const auto fetch = [](const char *option, const char *value, QByteArrayList words) {
        QTest::addRow("%s %s", option, value)
            << QStringList {u"fetch"_s, QString::fromLatin1(option), QString::fromLatin1(value)}
            << (words << option);
    };
    fetch("--in-flight", "0", {"from 1 to 1000", "0"});
    fetch("--in-flight", "1001", {"from 1 to 1000"});
    fetch("--in-flight", "-1", {"from 1 to 1000"});
    fetch("--in-flight", "", {"from 1 to 1000"});
    fetch("--per-host", "6x", {"from 1 to 1000", "6x"});
    fetch("--per-host", " 6", {"from 1 to 1000"});
    fetch("--first-byte", "3600001", {"from 0 to 3600000"});
    fetch("--silence", "1e3", {"from 0 to 3600000", "1e3"});
    fetch("--total", "99999999999999999999", {"from 0 to 3600000"});
    fetch("--retries", "101", {"from 0 to 100"});
    fetch("--retries", "+1", {"from 0 to 100"});
    fetch("--max-bytes", "0", {"from 1 to 4294967296"});
    fetch("--max-bytes", "5G", {"from 1 to 4294967296"});
    fetch("--max-bytes", "9223372036854775807G", {"from 1 to 4294967296"});
    fetch("--max-bytes", "MiB", {"64MiB"});
    fetch("--max-bytes", "5X", {"5X"});
    fetch("--seed", "4294967296", {"from 0 to 4294967295"});
    fetch("--then", "cook", {"none, sha256, thumbnail, words", "cook"});
    QTest::newRow("unknown, fetch")
        << QStringList {u"fetch"_s, u"--bogus"_s} << QByteArrayList {"bogus"};
    QTest::newRow("no value") << QStringList {u"fetch"_s, u"--list"_s} << QByteArrayList {"--list"};
    QTest::newRow("a value too many")
        << QStringList {u"fetch"_s, u"--json=yes"_s} << QByteArrayList {"--json"};
    QTest::newRow("unknown, window") << QStringList {u"--bogus"_s} << QByteArrayList {"bogus"};
    QTest::newRow("theme") << QStringList {u"--theme"_s, u"pink"_s}
                           << QByteArrayList {"--theme", "system, light, dark", "pink"};
    QTest::newRow("seed, window") << QStringList {u"--seed"_s, u"x"_s}
                                  << QByteArrayList {"--seed", "from 0 to 4294967295"};
}

void TestCommandLine::wrongUsageIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, words);
    Program program;
    QVERIFY(program.run(arguments));
    QCOMPARE(program.exitCode(), 2);
    QCOMPARE(program.output, QByteArray());
    QCOMPARE(program.errors.count('\n'), 1);
    for (const QByteArray &word : words)
        QVERIFY2(program.errors.contains(word), program.errors.constData());
}

void TestCommandLine::everythingWithinBoundsIsTaken_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("least") << u"--in-flight 1 --per-host 1 --first-byte 0 --silence 0 --total 0 "
                              "--retries 0 --max-bytes 1 --then none --seed 0"_s.split(u' ');
    QTest::newRow("most") << u"--in-flight 1000 --per-host 1000 --first-byte 3600000 --silence "
                             "3600000 --total 3600000 --retries 100 --max-bytes 4GiB --then words "
                             "--seed 4294967295"_s.split(u' ');
    for (const char *size : {"500", "500B", "500k", "500kB", "500KiB", "64M", "64mib", "1G", "4g"})
        QTest::newRow(size) << QStringList {u"--max-bytes"_s, QString::fromLatin1(size)};
    for (const char *then : {"none", "sha256", "thumbnail", "words"})
        QTest::newRow(then) << QStringList {u"--then"_s, QString::fromLatin1(then)};
}

void TestCommandLine::everythingWithinBoundsIsTaken()
{
    QFETCH(QStringList, options);
    Program program;
    QVERIFY(program.run(QStringList {u"fetch"_s, u"--json"_s, u"--list"_s, u"-"_s} + options));
    QVERIFY2(program.errors.isEmpty(), program.errors.constData());
    QCOMPARE(program.exitCode(), 0); // nothing to fetch: nothing that failed
    QCOMPARE(program.objects().size(), 1);
    QVERIFY(program.objects().constFirst().contains("summary"_L1));
}

void TestCommandLine::anUnreadableListIsWrongUsage()
{
    for (const QString &list : {u"/nonexistent/list.txt"_s, u"/"_s}) {
        Program program;
        QVERIFY(program.run({u"fetch"_s, u"--list"_s, list}));
        QCOMPARE(program.exitCode(), 2);
        QCOMPARE(program.output, QByteArray());
        QVERIFY2(program.errors.contains(list.toUtf8()), program.errors.constData());
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
