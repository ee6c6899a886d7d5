// SPDX-License-Identifier: MIT
#include "server/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace Qt::StringLiterals;

/// faults.md, row 22, with the real program: its wall clock is set while it fetches, or it does not
/// run for a while. Limits, pauses, durations and order are those of a run that nobody disturbed.
class TestFetchTime : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void theWallClockIsSet_data();
    void theWallClockIsSet();
    void itIsStoppedForAWhile();

private:
    struct Run
    {
        QList<QJsonObject> results; ///< in the order of their addresses
        double lagMaxMs = 0;
        qint64 savedMs = 0; ///< what the trace says when it was saved, in ms since 1970
        int gaps = 0; ///< that are marked
        QList<qint64> times; ///< of all events, in ns since the beginning
    };
    QString at(const QString &path) const { return m_server->address(path).toString(); }
    void setWallClock(const QByteArray &offset);
    void start(Program &program);
    Run end(Program &program);
    void expectUndisturbed(const Run &run);

    static constexpr int firstByteMs = 1'500;
    static constexpr int fetches = 4; // that are under way when it happens

    QString m_faketime;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
    QStringList m_addresses;
    Run m_idle; // as it is when nobody disturbs it
};

void TestFetchTime::initTestCase()
{
    for (const QString &folder : QDir(u"/usr/lib"_s).entryList({u"*-linux-gnu*"_s}, QDir::Dirs)) {
        const QString library = u"/usr/lib/%1/faketime/libfaketimeMT.so.1"_s.arg(folder);
        if (QFile::exists(library))
            m_faketime = library;
    }
    QVERIFY2(!m_faketime.isEmpty(), "the package faketime is missing");
    init();
    Program program;
    start(program);
    m_idle = end(program);
    expectUndisturbed(m_idle);
}

void TestFetchTime::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<PracticeServer>(3);
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
    m_addresses = {at(u"hang"_s), at(u"status/503?retry-after=1"_s)};
    for (int i = 0; i < fetches - 1; ++i)
        m_addresses.append(at(u"delay/900?n=%1"_s.arg(i)));
}

void TestFetchTime::setWallClock(const QByteArray &offset)
{
    QFile file(m_folder->filePath(u"clock"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.write(offset + '\n') > 0);
}

/// Returns when its requests are with the server, which answers none of them yet.
void TestFetchTime::start(Program &program)
{
    setWallClock("+0");
    QProcessEnvironment environment = program.processEnvironment();
    environment.insert(u"LD_PRELOAD"_s, m_faketime);
    environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, m_folder->filePath(u"clock"_s));
    environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s); // a change is seen at once
    environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
    // The sanitizer's own library stands behind the one that is loaded before all others.
    environment.insert(u"ASAN_OPTIONS"_s,
                       environment.value(u"ASAN_OPTIONS"_s) + u":verify_asan_link_order=0"_s);
    program.setProcessEnvironment(environment);
    program.setArguments(QStringList {u"fetch"_s, u"--json"_s, u"--trace"_s,
                                      m_folder->filePath(u"a.json"_s), u"--first-byte"_s,
                                      QString::number(firstByteMs), u"--retries"_s, u"1"_s,
                                      u"--total"_s, u"2500"_s}
                         + m_addresses);
    program.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->counters().concurrent, fetches, Program::guardMs);
}

TestFetchTime::Run TestFetchTime::end(Program &program)
{
    Run run;
    if (!program.end() || program.exitCode() != 1) // two of the addresses cannot succeed
        return run;
    run.results.resize(m_addresses.size());
    const QList<QJsonObject> objects = program.objects();
    for (const QJsonObject &object : objects) {
        const qsizetype index = m_addresses.indexOf(object["url"_L1].toString());
        if (index >= 0)
            run.results[index] = object;
    }
    run.lagMaxMs = objects.last()["loop"_L1]["lagMaxUs"_L1].toDouble(-1) / 1e3;
    QFile file(m_folder->filePath(u"a.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return run;
    const QJsonObject own = QJsonDocument::fromJson(file.readAll())["loopscope"_L1].toObject();
    run.savedMs
        = QDateTime::fromString(own["saved"_L1].toString(), Qt::ISODate).toMSecsSinceEpoch();
    for (const QJsonValue &event : own["events"_L1].toArray()) {
        run.times.append(event[0].toInteger(-1));
        run.gaps += event.toArray().last().toString().contains(u"did not run for"_s);
    }
    return run;
}

/// Each address has the outcome, message and attempts that it has to have, and no time is negative,
/// out of order, or of another order than that of the limits.
void TestFetchTime::expectUndisturbed(const Run &run)
{
    constexpr int times = 20; // a busy machine is late with everything
    QCOMPARE(run.results.size(), m_addresses.size());
    const QJsonObject hang = run.results[0];
    QCOMPARE(hang["outcome"_L1].toString(), u"timedOut"_s);
    QVERIFY2(hang["message"_L1].toString().contains(u"2.5"_s),
             qPrintable(hang["message"_L1].toString()));
    QCOMPARE(hang["attempts"_L1].toInt(), 2); // the first one by the limit of the first byte
    const QJsonObject refused = run.results[1];
    QCOMPARE(refused["outcome"_L1].toString(), u"failed"_s);
    QVERIFY2(refused["message"_L1].toString().contains(u"503"_s),
             qPrintable(refused["message"_L1].toString()));
    QCOMPARE(refused["attempts"_L1].toInt(), 2);
    for (qsizetype i = 2; i < run.results.size(); ++i) {
        QCOMPARE(run.results[i]["outcome"_L1].toString(), u"succeeded"_s);
        QCOMPARE(run.results[i]["attempts"_L1].toInt(), 1);
        QCOMPARE(run.results[i]["integrity"_L1].toString(), u"complete"_s);
    }
    const QList<std::pair<int, int>> leastMs {{0, 2'500}, {1, 1'000}, {2, 900}, {3, 900}, {4, 900}};
    for (const auto &[index, least] : leastMs) {
        const double elapsed = run.results[index]["elapsedMs"_L1].toDouble(-1);
        QVERIFY2(elapsed >= least && elapsed <= times * least,
                 qPrintable(u"%1: %2 ms"_s.arg(m_addresses[index]).arg(elapsed)));
    }
    QVERIFY(run.gaps < m_addresses.size()); // a machine with much to do may hold one of them up
    QVERIFY(run.times.size() > 20);
    QVERIFY(run.times.first() >= 0 && std::ranges::is_sorted(run.times));
}

void TestFetchTime::theWallClockIsSet_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("an hour back") << -3'600;
    QTest::newRow("an hour on") << 3'600;
    QTest::newRow("a day back") << -86'400;
}

void TestFetchTime::theWallClockIsSet()
{
    QFETCH(int, seconds);
    const qint64 beganMs = QDateTime::currentMSecsSinceEpoch();
    Program program;
    start(program);
    setWallClock((seconds > 0 ? "+" : "")
                 + QByteArray::number(seconds)); // without a sign it is a date
    const Run run = end(program);
    const qint64 trueMs = (beganMs + QDateTime::currentMSecsSinceEpoch()) / 2;
    const double setBy = double(run.savedMs - trueMs) / (1e3 * seconds);
    QVERIFY2(setBy > 0.9 && setBy < 1.1, qPrintable(u"the clock was not set: %1"_s.arg(setBy)));
    expectUndisturbed(run);
    constexpr double beatMs = 16;
    constexpr int factor = 20; // as with LoopWatch
    qInfo("worst lag %.1f ms, %.1f ms in a run with the clock left alone", run.lagMaxMs,
          m_idle.lagMaxMs);
    QVERIFY(run.lagMaxMs >= 0 && run.lagMaxMs <= factor * std::max(beatMs, m_idle.lagMaxMs));
}

/// Everything came in while it could not look, and the limits were over when it could.
void TestFetchTime::itIsStoppedForAWhile()
{
    Program program;
    start(program);
    QCOMPARE(::kill(pid_t(program.processId()), SIGSTOP), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->counters().concurrent, 1, Program::guardMs); // it hangs
    QThread::msleep(2 * firstByteMs); // that is the pause
    QCOMPARE(::kill(pid_t(program.processId()), SIGCONT), 0);
    const Run run = end(program);
    for (qsizetype i = 2; i < run.results.size(); ++i) {
        QVERIFY2(run.results[i]["outcome"_L1] == "succeeded"_L1, program.output.constData());
        QCOMPARE(run.results[i]["attempts"_L1].toInt(), 1);
        QCOMPARE(run.results[i]["integrity"_L1].toString(), u"complete"_s);
    }
    QCOMPARE(run.results[0]["outcome"_L1].toString(),
             u"timedOut"_s); // limits are limits all the same
    // In the story of the one that waits on, and of those that were not read before it looked.
    QVERIFY2(run.gaps >= 1 && run.gaps <= m_addresses.size(),
             qPrintable(QString::number(run.gaps)));
    QVERIFY(run.times.size() > 20 && std::ranges::is_sorted(run.times));
}

QTEST_GUILESS_MAIN(TestFetchTime)
#include "tst_fetchtime.moc"
