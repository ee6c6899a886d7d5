// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/timedfetch.h"

#include <QThread>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 22, with the real program: its wall clock is set while it fetches,
/// or it does not run for a while. Limits, pauses, durations and order are those of a run that
/// nobody disturbed.
class TestFetchTime : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { m_fetch = std::make_unique<TimedFetch>(); }
    void nobodyDisturbsIt();
    void theWallClockIsSet_data();
    void theWallClockIsSet();
    void itIsStoppedForAWhile();

private:
    void expectUndisturbed(const TimedFetch::Run &run);

    std::unique_ptr<TimedFetch> m_fetch;
};

void TestFetchTime::initTestCase()
{
    QVERIFY2(!TimedFetch::library().isEmpty(), "the package faketime is missing");
}

void TestFetchTime::nobodyDisturbsIt()
{
    Program program;
    m_fetch->start(program);
    expectUndisturbed(m_fetch->end(program));
}

/// Each address has the outcome, message and attempts that it has to have, and no time is negative,
/// out of order, or of another order than that of the limits.
void TestFetchTime::expectUndisturbed(const TimedFetch::Run &run)
{
    constexpr int times = 20; // a busy machine is late with everything
    QCOMPARE(run.results.size(), m_fetch->addresses.size());
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
                 qPrintable(u"%1: %2 ms"_s.arg(m_fetch->addresses[index]).arg(elapsed)));
    }
    QVERIFY(run.gaps
            < m_fetch->addresses.size()); // a machine with much to do may hold one of them up
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
    m_fetch->start(program);
    m_fetch->setWallClock((seconds > 0 ? "+" : "")
                          + QByteArray::number(seconds)); // without a sign it is a date
    const TimedFetch::Run run = m_fetch->end(program);
    const qint64 trueMs = (beganMs + QDateTime::currentMSecsSinceEpoch()) / 2;
    const double setBy = double(run.savedMs - trueMs) / (1e3 * seconds);
    QVERIFY2(setBy > 0.9 && setBy < 1.1, qPrintable(u"the clock was not set: %1"_s.arg(setBy)));
    expectUndisturbed(run);
}

/// Everything came in while it could not look, and the limits were over when it could.
void TestFetchTime::itIsStoppedForAWhile()
{
    Program program;
    m_fetch->start(program);
    QCOMPARE(::kill(pid_t(program.processId()), SIGSTOP), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_fetch->server.counters().concurrent, 1,
                              Program::guardMs); // it hangs
    QThread::msleep(2 * TimedFetch::firstByteMs); // that is the pause
    QCOMPARE(::kill(pid_t(program.processId()), SIGCONT), 0);
    const TimedFetch::Run run = m_fetch->end(program);
    for (qsizetype i = 2; i < run.results.size(); ++i) {
        QVERIFY2(run.results[i]["outcome"_L1] == "succeeded"_L1, program.output.constData());
        QCOMPARE(run.results[i]["attempts"_L1].toInt(), 1);
        QCOMPARE(run.results[i]["integrity"_L1].toString(), u"complete"_s);
    }
    QCOMPARE(run.results[0]["outcome"_L1].toString(),
             u"timedOut"_s); // limits are limits all the same
    // In the story of the one that waits on, and of those that were not read before it looked.
    QVERIFY2(run.gaps >= 1 && run.gaps <= m_fetch->addresses.size(),
             qPrintable(QString::number(run.gaps)));
    QVERIFY(run.times.size() > 20 && std::ranges::is_sorted(run.times));
}

QTEST_GUILESS_MAIN(TestFetchTime)
#include "tst_fetchtime.moc"
