// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/keptthreads.h"
#include "shared/livecounts.h"
#include "shared/namedmain.h"
#include "shared/stories.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 120'000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // their allocators keep what was freed
constexpr int rounds = 3;
constexpr int fetches = 2'000;
#else
constexpr bool isSanitized = false;
constexpr int rounds = 10;
constexpr int fetches = 10'000;
#endif

/// Resident memory in bytes; 0 where the system does not tell.
qint64 residentMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace

/// Run after run in one process, as the program does it: what one run needed, the next has again.
class TestFaultSoak : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_engine.reset(); }
    void runsLeaveNothingBehind();

private:
    void warmUp();
    /// What goes when it is not used for 30 s, as a thread of a pool does, is there afterwards,
    /// however long a run took. So each count finds the same.
    void useAgain() { run(12); }
    void run(int count);
    void checkTheRecording(int count);
    static void checkItIsFlat(const QList<qint64> &resident);
    QList<const QObject *> lasting() const
    {
        return {&m_engine->session().recording(), &m_engine->job()};
    }

    std::unique_ptr<Engine> m_engine;
};

void TestFaultSoak::init()
{
    LiveCounts::now({}); // objects count from here on, before there are threads that make some
    m_engine = std::make_unique<Engine>();
}

/// Everything that is made when it is first needed and then kept is needed here, all at once: which
/// of it an ordinary run needs is up to how fast this machine is just now.
void TestFaultSoak::warmUp()
{
    run(fetches / 10);
    startThreadsOfQt();
    QVERIFY(startThreadsOf(m_engine->pool()));
    const auto fetch = [this](const QString &path, std::chrono::milliseconds firstByte) {
        return m_engine->fetcher().fetch({.url = m_engine->server().address(path),
                                          .limits = {.firstByte = firstByte},
                                          .retries = 0});
    };
    // The thread on which a connection that is not trusted any more comes to its end.
    const auto late = fetch(u"hang"_s, std::chrono::milliseconds(1));
    QTRY_VERIFY_WITH_TIMEOUT(late.isFinished(), guardMs);
    QCOMPARE(late.result().outcome.kind, Outcome::Kind::TimedOut);
    // As many connections as there may be.
    QList<QFuture<FetchResult>> held;
    std::atomic<int> ended = 0;
    m_engine->server().resetCounters();
    const auto areAllThere = [&] {
        if (ended == held.size()) { // again, if they were not all there at the same time
            for (int i = 0; i < 6; ++i) {
                held.append(fetch(u"delay/300"_s, std::chrono::milliseconds(0)));
                held.last().then([&ended](const FetchResult &) { ++ended; });
            }
        }
        return m_engine->server().counters().peakConcurrent >= 6;
    };
    QTRY_VERIFY_WITH_TIMEOUT(areAllThere(), guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(ended.load(), int(held.size()), guardMs);
}

/// Small bodies, of which half become digests and half words; some fail. The same each time, or the
/// practice server's cache, which keeps up to 128 MiB, would be what grows.
void TestFaultSoak::run(int count)
{
    const auto paths = std::to_array<QLatin1StringView>(
        {"bytes/900?key=%1"_L1, "text/%1?words=60"_L1, "bytes/2k?gzip=1&key=%1"_L1, "users/%1"_L1,
         "bytes/700?chunked=1&key=%1"_L1});
    QList<QUrl> addresses;
    for (int i = 0; i < count; ++i) {
        const QString path
            = i % 500 == 7 ? u"status/404?key=%1"_s : QString(paths[size_t(i) % paths.size()]);
        addresses.append(m_engine->server().address(path.arg(i + 1)));
    }
    QSignalSpy finished(&m_engine->job(), &Job::finished);
    m_engine->session().recording().clear(); // a new acquisition, as with each Run
    const qsizetype digests = count / 2;
    m_engine->job().start(addresses.first(digests), {.then = Processing::Sha256});
    m_engine->job().start(addresses.sliced(digests), {.then = Processing::WordCount});
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->job().unfinished(), 0, guardMs);
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), guardMs);
    QVERIFY(!m_engine->isBusy());
    m_engine->session().recording().drain();
}

void TestFaultSoak::checkTheRecording(int count)
{
    const Board &board = m_engine->session().playhead().board();
    QCOMPARE(board.rowCount(), count);
    QCOMPARE(board.count(TaskStatus::Failed), (count + 492) / 500); // those with 404
    QCOMPARE(board.count(TaskStatus::Succeeded), count - board.count(TaskStatus::Failed));
    const Recording &recording = m_engine->session().recording();
    qsizetype ended = 0;
    for (qsizetype i = 0; i < recording.size(); ++i)
        ended += recording.at(i).kind == EventKind::Finished;
    QCOMPARE(ended, count);
    QCOMPARE(m_engine->pool().queuedCount(), 0);
    QCOMPARE(m_engine->pool().activeCount(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->server().counters().concurrent, 0, guardMs);
}

void TestFaultSoak::runsLeaveNothingBehind()
{
    warmUp();
    if (QTest::currentTestFailed())
        return;
    useAgain();
    const LiveCounts start = LiveCounts::settled(lasting());
    qInfo().noquote() << "start:" << start.text();
    QList<qint64> resident;
    for (int round = 1; round <= rounds; ++round) {
        QElapsedTimer time;
        time.start();
        run(fetches);
        checkTheRecording(fetches);
        if (QTest::currentTestFailed())
            return;
        resident.append(residentMemory());
        const QString counts = LiveCounts::now(lasting()).text(); // a stream of Qt has an object
        qInfo().noquote() << u"round %1: %2 MiB resident, %3 s; %4"_s.arg(round)
                                 .arg(double(resident.last()) / (1 << 20), 0, 'f', 1)
                                 .arg(double(time.elapsed()) / 1'000, 0, 'f', 1)
                                 .arg(counts);
        useAgain();
        QVERIFY(LiveCounts::areBackAt(start, lasting()));
    }
    if (!isSanitized && resident.last() > 0)
        checkItIsFlat(resident);
}

/// Three rounds at the end against those in which everything that grows to its size has done so.
void TestFaultSoak::checkItIsFlat(const QList<qint64> &resident)
{
    QList<qint64> last = resident.last(3);
    std::ranges::sort(last);
    const double growth = 2.0 * double(last[1]) / double(resident[1] + resident[2]) - 1;
    qInfo("grew by %.1f %% since the rounds 2 and 3", growth * 100);
    QVERIFY2(growth <= 0.05, "memory is not flat");
}

QTEST_GUILESS_MAIN(TestFaultSoak)
#include "tst_faultsoak.moc"
