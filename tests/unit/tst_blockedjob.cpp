// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "job/blockedjob.h"
#include "job/job.h"
#include "loop/blockrelease.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"

#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Bench : FetchFixture
{
    Bench() { blocked.setWay(BlockWay::Sleep, 100ms); }

    QList<QUrl> addresses(std::initializer_list<const char *> paths) const
    {
        QList<QUrl> list;
        for (const char *path : paths)
            list.append(server.address(QString::fromLatin1(path)));
        return list;
    }
    void start(std::initializer_list<const char *> paths, Processing then = Processing::Sha256)
    {
        // Limits that nobody meets, so that what hangs does so until somebody else ends it.
        blocked.start(addresses(paths),
                      {.limits = {.firstByte = 60s, .silence = 60s, .total = 60s},
                       .retries = 0,
                       .then = then});
    }
    static JobOptions options()
    {
        return {.limits = {.firstByte = 700ms, .silence = 2s, .total = 4s}, .retries = 0};
    }
    /// Its first block is over, and the fetch it waited for is not.
    bool hangs()
    {
        return QTest::qWaitFor([this] { return server.counters().concurrent == 1; }, guardMs);
    }
    Outcome::Kind kind(quint32 task) { return Outcome::Kind(story(TaskId {task}).last().code); }
    /// Lets the right way go on with whatever is left over.
    void handOver()
    {
        QObject::connect(&blocked, &BlockedJob::leftOver, &job,
                         [this](const QList<JobEntry> &entries) {
                             batches.append(entries.size());
                             job.start(entries, options());
                         });
    }
    bool isDone() const { return blocked.unfinished() + job.unfinished() == 0; }

    ComputePool pool {recorder, 2};
    Job job {recorder, fetcher, pool};
    BlockRelease release;
    BlockedJob blocked {recorder, fetcher, release};
    QList<qsizetype> batches; // that were handed over
};

/// Something that comes in from outside of the program.
class Knock
{
public:
    Knock()
    {
        m_server.listen(QHostAddress::LocalHost);
        m_outside.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
        if (!m_server.waitForNewConnection(Bench::guardMs)
            || !m_outside.waitForConnected(Bench::guardMs))
            qFatal("no connection");
        m_door = m_server.nextPendingConnection();
    }
    QTcpSocket &door() { return *m_door; }
    void knock()
    {
        m_outside.write("!");
        m_outside.flush();
    }

private:
    QTcpServer m_server;
    QTcpSocket m_outside;
    QTcpSocket *m_door = nullptr; // child of m_server
};

/// Somebody outside who waits for a block and ends it, as often as asked.
std::jthread releaser(BlockRelease &release, int times = 1)
{
    return std::jthread([&release, times](const std::stop_token &stop) {
        for (int i = 0; i < times && !stop.stop_requested(); ++i) {
            while (!release.isBlocking() && !stop.stop_requested())
                QThread::msleep(1);
            QThread::msleep(50); // somewhere in the middle; the order does not depend on it
            release.request();
            while (release.isBlocking() && !stop.stop_requested())
                QThread::msleep(1);
        }
    });
}

} // namespace

/// The main job done wrong: it blocks, it lets go, and whatever becomes of it each task ends once.
class TestBlockedJob : public QObject
{
    Q_OBJECT
private slots:
    void eachWayGetsItDone_data() { ways(); }
    void eachWayGetsItDone();
    void whatIsLeftOverGoesOnTheRightWay();
    void givingUpWithNothingToDo();
    void cancelAllMeetsWhatIsLeaving();
    void cancelOneThatIsLeaving();
    void cancelledBeforeItLeavesStaysCancelled();
    void cancelManyThatWait();
    void eachWayEndsWhenReleased_data() { ways(); }
    void eachWayEndsWhenReleased();
    void releasedIsNotSwitchedOff();
    void withinANestedLoop_data();
    void withinANestedLoop();
    void goneInTheMiddle();

private:
    static void ways();
};

void TestBlockedJob::ways()
{
    QTest::addColumn<BlockWay>("way");
    QTest::newRow("sleep") << BlockWay::Sleep;
    QTest::newRow("busy CPU") << BlockWay::BusyCpu;
    QTest::newRow("network wait") << BlockWay::NetworkWait;
    QTest::newRow("waitForFinished") << BlockWay::WaitForFinished;
    QTest::newRow("nested loop") << BlockWay::NestedLoop;
}

void TestBlockedJob::eachWayGetsItDone()
{
    QFETCH(BlockWay, way);
    Bench bench;
    bench.blocked.setWay(way, 5s);
    QSignalSpy images(&bench.blocked, &BlockedJob::imageReady);
    QSignalSpy leftOver(&bench.blocked, &BlockedJob::leftOver);
    QSignalSpy released(&bench.blocked, &BlockedJob::released);
    bench.start({"image/1?w=64&h=64", "status/404", "image/2?w=64&h=64"}, Processing::Thumbnail);
    QCOMPARE(bench.blocked.unfinished(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(bench.blocked.unfinished(), 0, Bench::guardMs);
    QCOMPARE(images.size(), 2);
    QCOMPARE(bench.kind(1), Outcome::Kind::Succeeded);
    QCOMPARE(bench.kind(2), Outcome::Kind::Failed);
    QCOMPARE(bench.kind(3), Outcome::Kind::Succeeded);
    QVERIFY(bench.eachEndedOnce());
    QCOMPARE(leftOver.size() + released.size(), 0);
    QVERIFY(!bench.release.isBlocking());
}

void TestBlockedJob::whatIsLeftOverGoesOnTheRightWay()
{
    Bench bench;
    bench.handOver();
    bench.start({"hang", "bytes/10", "bytes/20", "status/404"});
    QVERIFY(bench.hangs());
    QCOMPARE(bench.blocked.unfinished(), 4);
    bench.blocked.giveUp();
    QCOMPARE(bench.batches, (QList<qsizetype> {3})); // at once
    QCOMPARE(bench.blocked.unfinished(), 1); // that one has to let go of its fetch first
    bench.blocked.giveUp();
    QTRY_COMPARE_WITH_TIMEOUT(bench.batches, (QList<qsizetype> {3, 1}), Bench::guardMs);
    QCOMPARE(bench.blocked.unfinished(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(bench.allStories().size(), 4); // nothing was queued anew
    QVERIFY(bench.eachEndedOnce());
    QCOMPARE(bench.kind(1), Outcome::Kind::TimedOut);
    QCOMPARE(bench.kind(2), Outcome::Kind::Succeeded);
    QCOMPARE(bench.kind(3), Outcome::Kind::Succeeded);
    QCOMPARE(bench.kind(4), Outcome::Kind::Failed);
}

void TestBlockedJob::givingUpWithNothingToDo()
{
    Bench bench;
    bench.handOver();
    bench.blocked.giveUp();
    bench.start({});
    bench.blocked.giveUp();
    bench.start({"bytes/10", "bytes/20"});
    bench.blocked.giveUp(); // before it ever blocked
    QCOMPARE(bench.batches, (QList<qsizetype> {2}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    bench.start({"bytes/30"}); // it can be used again
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(bench.allStories().size(), 3);
    QVERIFY(bench.eachEndedOnce());
    for (quint32 task = 1; task <= 3; ++task)
        QCOMPARE(bench.kind(task), Outcome::Kind::Succeeded);
}

void TestBlockedJob::cancelAllMeetsWhatIsLeaving()
{
    Bench bench;
    bench.start({"hang", "bytes/10"});
    QVERIFY(bench.hangs());
    QList<JobEntry> left;
    connect(&bench.blocked, &BlockedJob::leftOver, this,
            [&left](const QList<JobEntry> &entries) { left += entries; });
    bench.blocked.giveUp();
    QCOMPARE(left.size(), 1);
    bench.recorder.cancellation().cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(bench.blocked.unfinished(), 0, Bench::guardMs);
    QCOMPARE(left.size(), 1); // the one that was cancelled is nobody's any more
    QCOMPARE(bench.kind(1), Outcome::Kind::Cancelled);
    bench.job.start(left, Bench::options());
    left.clear();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(bench.kind(2), Outcome::Kind::Cancelled); // it was on its way from one to the other
    QVERIFY(bench.eachEndedOnce());
}

void TestBlockedJob::cancelOneThatIsLeaving()
{
    Bench bench;
    bench.handOver();
    bench.start({"hang", "bytes/10"});
    QVERIFY(bench.hangs());
    bench.blocked.giveUp();
    bench.recorder.cancellation().cancel({TaskId {77}}); // never was
    bench.recorder.cancellation().cancel({TaskId {1}});
    bench.recorder.cancellation().cancel({TaskId {1}});
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(bench.batches, (QList<qsizetype> {1}));
    QCOMPARE(bench.kind(1), Outcome::Kind::Cancelled);
    QCOMPARE(bench.kind(2), Outcome::Kind::Succeeded);
    QVERIFY(bench.eachEndedOnce());
}

/// A person cancels and flips the switch back right after: that must not start it anew.
void TestBlockedJob::cancelledBeforeItLeavesStaysCancelled()
{
    Bench bench;
    bench.handOver();
    bench.start({"hang", "bytes/10"});
    QVERIFY(bench.hangs());
    bench.recorder.cancellation().cancel({TaskId {1}});
    bench.blocked.giveUp();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(bench.batches, (QList<qsizetype> {1}));
    QCOMPARE(bench.kind(1), Outcome::Kind::Cancelled);
    QCOMPARE(bench.kind(2), Outcome::Kind::Succeeded);
    QVERIFY(bench.eachEndedOnce());
}

/// So many are stopped by a pool thread, and end on that of the job.
void TestBlockedJob::cancelManyThatWait()
{
    constexpr int count = 3'000;
    Bench bench;
    QList<QUrl> list;
    for (int i = 0; i < count; ++i)
        list.append(bench.server.address(u"hang?key=%1"_s.arg(i)));
    bench.blocked.start(list, Bench::options());
    bench.recorder.cancellation().cancelAll(); // before the first block
    QTRY_COMPARE_WITH_TIMEOUT(bench.blocked.unfinished(), 0, Bench::guardMs);
    QCOMPARE(bench.recorder.cancellation().count(), 0);
    QCOMPARE(bench.allStories().size(), count);
    QVERIFY(bench.eachEndedOnce());
    for (const TaskId task : bench.allStories().keys())
        QCOMPARE(bench.kind(toIndex(task)), Outcome::Kind::Cancelled);
}

void TestBlockedJob::eachWayEndsWhenReleased()
{
    constexpr auto length = 20s;
    QFETCH(BlockWay, way);
    Bench bench;
    bench.blocked.setWay(way, length);
    QElapsedTimer timer;
    int released = 0;
    connect(&bench.blocked, &BlockedJob::released, &bench.blocked, [&] {
        ++released;
        bench.blocked.giveUp(); // as the switch does
    });
    bench.handOver();
    const std::jthread outside = releaser(bench.release);
    bench.start({"hang", "bytes/10"});
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(released, 1, Bench::guardMs);
    const std::chrono::milliseconds elapsed(timer.elapsed());
    QVERIFY2(elapsed * 2 < length, qPrintable(u"%1 ms"_s.arg(elapsed.count())));
    QVERIFY(!bench.release.isBlocking());
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(released, 1);
    QCOMPARE(bench.kind(2), Outcome::Kind::Succeeded);
    // A blocking socket has nothing to hand over.
    QCOMPARE(bench.kind(1),
             way == BlockWay::NetworkWait ? Outcome::Kind::Cancelled : Outcome::Kind::TimedOut);
    QVERIFY(bench.eachEndedOnce());
}

void TestBlockedJob::releasedIsNotSwitchedOff()
{
    Bench bench;
    bench.blocked.setWay(BlockWay::Sleep, 20s);
    QSignalSpy released(&bench.blocked, &BlockedJob::released);
    const std::jthread outside = releaser(bench.release, 3);
    QElapsedTimer timer;
    timer.start();
    bench.start({"hang"});
    QTRY_COMPARE_WITH_TIMEOUT(released.size(), 2, Bench::guardMs);
    QVERIFY(!timer.hasExpired(20'000)); // two blocks, and not even one of full length
    bench.recorder.cancellation().cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), Bench::guardMs);
    QCOMPARE(bench.kind(1), Outcome::Kind::Cancelled);
    QVERIFY(bench.eachEndedOnce());
}

void TestBlockedJob::withinANestedLoop_data()
{
    QTest::addColumn<int>("wish");
    QTest::newRow("giving up") << 0;
    QTest::newRow("giving up and starting anew") << 1;
    QTest::newRow("cancelling") << 2;
}

/// What is there when a nested loop begins is delivered by that loop: below the slot that still
/// waits for its reply, as the click on the switch of a person who wants it to end.
void TestBlockedJob::withinANestedLoop()
{
    QFETCH(int, wish);
    Bench bench;
    Knock knock;
    bench.blocked.setWay(BlockWay::NestedLoop, 300ms);
    bench.handOver();
    bool isWithin = false;
    connect(&knock.door(), &QIODevice::readyRead, &bench.blocked, [&] {
        isWithin = bench.release.isBlocking();
        if (wish == 2)
            return bench.recorder.cancellation().cancelAll();
        bench.blocked.giveUp();
        if (wish == 1)
            bench.start({"bytes/20"});
    });
    QTimer::singleShot(0, &bench.blocked, [&knock] { knock.knock(); });
    bench.start({"hang", "bytes/10"});
    QTRY_VERIFY_WITH_TIMEOUT(knock.door().bytesAvailable() > 0 && bench.isDone(), Bench::guardMs);
    if (!isWithin)
        QSKIP("the loop of this platform leaves a nested one before it delivers more");
    QVERIFY(!bench.release.isBlocking());
    QCOMPARE(bench.allStories().size(), wish == 1 ? 3 : 2);
    QCOMPARE(bench.kind(1), wish == 2 ? Outcome::Kind::Cancelled : Outcome::Kind::TimedOut);
    QCOMPARE(bench.kind(2), wish == 2 ? Outcome::Kind::Cancelled : Outcome::Kind::Succeeded);
    QVERIFY(wish != 1 || bench.kind(3) == Outcome::Kind::Succeeded);
    QVERIFY(bench.eachEndedOnce());
}

void TestBlockedJob::goneInTheMiddle()
{
    for (const bool isLeaving : {false, true}) {
        FetchFixture bench;
        BlockRelease release;
        auto blocked = std::make_unique<BlockedJob>(bench.recorder, bench.fetcher, release);
        blocked->setWay(BlockWay::Sleep, 100ms);
        blocked->start({bench.server.address(u"hang"_s), bench.server.address(u"bytes/1"_s)}, {});
        QTRY_COMPARE_WITH_TIMEOUT(bench.server.counters().concurrent, 1, Bench::guardMs);
        if (isLeaving)
            blocked->giveUp(); // and nobody takes it
        blocked.reset();
        // The network lets go by itself.
        QTRY_COMPARE_WITH_TIMEOUT(bench.server.counters().concurrent, 0, Bench::guardMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.eachEndedOnce(), Bench::guardMs);
        QCOMPARE(bench.allStories().size(), 2);
    }
}

QTEST_GUILESS_MAIN(TestBlockedJob)
#include "tst_blockedjob.moc"
