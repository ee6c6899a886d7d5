// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// `loopscope fetch --trace FILE`: the file is there whatever the end was, and another program than
/// ours agrees that it is a trace.
class TestFetchTrace : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theTraceTellsWhatHappened();
    void ctrlCStillWritesIt();
    void aReaderThatGoesStillLeavesIt();
    void whatCannotBeWrittenIsTold();
    void itMayGoIntoAPipe();
    void wrongUsageIsNamed_data();
    void wrongUsageIsNamed();

private:
    QString at(const QString &path) const { return m_server->address(path).toString(); }
    QString file(const QString &name = u"a.json"_s) const { return m_folder->filePath(name); }
    QJsonObject checked() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
};

void TestFetchTrace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<PracticeServer>(3);
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
}

/// What the independent checker found; empty after it told the breach.
QJsonObject TestFetchTrace::checked() const
{
    QProcess checker;
    checker.start(u"/usr/bin/python3"_s,
                  {QStringLiteral(LOOPSCOPE_SOURCE_DIR "/tests/e2e/checktrace.py"), file()});
    if (!checker.waitForFinished(Program::guardMs) || checker.exitCode() != 0)
        qWarning("%s", checker.readAllStandardError().constData());
    return QJsonDocument::fromJson(checker.readAllStandardOutput()).object();
}

void TestFetchTrace::theTraceTellsWhatHappened()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--trace"_s, file(), u"--then"_s, u"words"_s,
                         at(u"text/1?words=50"_s), at(u"text/2?words=50"_s), at(u"status/404"_s),
                         at(u"flaky/1?key=a&how=503"_s), u"nonsense"_s}));
    QCOMPARE(program.exitCode(), 1); // for the addresses, not for the trace
    QCOMPARE(program.errors, QByteArray());
    QCOMPARE(program.objects().size(), 6);
    const QJsonObject trace = checked();
    const QJsonObject outcomes = trace["outcomes"_L1].toObject();
    QCOMPARE(outcomes["succeeded"_L1].toInt(), 3);
    QCOMPARE(outcomes["failed"_L1].toInt(), 1);
    QVERIFY(trace["spans"_L1].toInt() >= 8); // five tries and three computations
    QVERIFY(trace["originals"_L1].toInt() > 30);
    const QVariantList threads = trace["threads"_L1].toArray().toVariantList();
    for (const QString &name : {u"GUI loop"_s, u"network 1"_s, u"pool 1"_s})
        QVERIFY2(threads.contains(name), qPrintable(name));
    QVERIFY(trace["counters"_L1].toArray().contains(u"tasks in flight"_s));
}

void TestFetchTrace::ctrlCStillWritesIt()
{
    Program program;
    program.setArguments({u"fetch"_s, u"--trace"_s, file(), u"--first-byte"_s, u"0"_s, u"--total"_s,
                          u"0"_s, at(u"hang"_s), at(u"hang?n=2"_s)});
    program.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->counters().concurrent, 2, Program::guardMs);
    QVERIFY(::kill(pid_t(program.processId()), SIGINT) == 0);
    QVERIFY(program.end());
    QCOMPARE(program.exitCode(), 130);
    QCOMPARE(checked()["outcomes"_L1]["cancelled"_L1].toInt(), 2);
}

void TestFetchTrace::aReaderThatGoesStillLeavesIt()
{
    Program program;
    program.setStandardOutputFile(u"/dev/full"_s);
    QVERIFY(program.run({u"fetch"_s, u"--trace"_s, file(), at(u"bytes/1k"_s), at(u"hang"_s)}));
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(checked()["originals"_L1].toInt(-1) >= 0);
}

void TestFetchTrace::whatCannotBeWrittenIsTold()
{
    for (const QString &path : {file(u"nowhere/a.json"_s), u"/dev/full"_s, m_folder->path()}) {
        Program program;
        QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--trace"_s, path, at(u"bytes/1k"_s)}));
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(program.objects().size(), 2); // the results are told all the same
        QVERIFY2(program.errors.startsWith("loopscope: " + path.toUtf8() + " could not be saved: "),
                 program.errors.constData());
        QCOMPARE(program.errors.count('\n'), 1);
    }
}

void TestFetchTrace::itMayGoIntoAPipe()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--trace"_s, u"/dev/stderr"_s, at(u"bytes/1k"_s)}));
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(QJsonDocument::fromJson(program.errors).object().contains("traceEvents"_L1));
}

void TestFetchTrace::wrongUsageIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &arguments, const char *words) {
        QTest::newRow(name) << arguments << QByteArray(words);
    };
    row("no file", {u"fetch"_s, u"--trace"_s}, "--trace");
    row("empty", {u"fetch"_s, u"--trace"_s, QString()}, "name of a file");
    row("two traces", {u"a.json"_s, u"b.json"_s}, "by itself");
    row("a trace and an address", {u"http://localhost/"_s, u"b.json"_s}, "by itself");
}

void TestFetchTrace::wrongUsageIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    Program program;
    QVERIFY(program.run(arguments));
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(program.errors.contains(words), program.errors.constData());
    QCOMPARE(m_server->counters().requests, 0);
}

QTEST_GUILESS_MAIN(TestFetchTrace)
#include "tst_fetchtrace.moc"
