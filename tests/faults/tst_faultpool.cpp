// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "job/job.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 21: a pool with a single thread is enough for everything that we do,
/// and whoever waits for a task of the same pool is stopped like anyone else.
class TestFaultPool : public QObject
{
    Q_OBJECT
private slots:
    void aJobOfManyStagesNeedsOneThread();
    void eachTaskMayAskForTheNext();
    void whoWaitsForTheSamePoolCanBeStopped();
};

void TestFaultPool::aJobOfManyStagesNeedsOneThread()
{
    FetchFixture net;
    ComputePool pool(net.recorder, 1);
    Job job(net.recorder, net.fetcher, pool);
    QSignalSpy finished(&job, &Job::finished);
    QList<QUrl> addresses;
    for (int i = 0; i < 20; ++i) {
        addresses.append(net.server.address(u"image/%1?w=60&h=40"_s.arg(i)));
        addresses.append(net.server.address(u"text/%1?words=50"_s.arg(i)));
        addresses.append(net.server.address(u"bytes/1000?key=%1"_s.arg(i)));
    }
    {
        job.start(addresses, {.then = Processing::ByType});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, FetchFixture::guardMs);
    }
    QCOMPARE(job.unfinished(), 0);
    QCOMPARE(net.allStories().size(), addresses.size());
    QVERIFY(net.eachEndedOnce());
    for (const QList<TaskEvent> &story : net.allStories()) {
        QCOMPARE(Outcome::Kind(story.last().code), Outcome::Kind::Succeeded);
        const auto isAttempt = [](const TaskEvent &event) {
            return event.lane.kind == Lane::Kind::Network && event.kind == EventKind::Started;
        };
        QCOMPARE(std::ranges::count_if(story, isAttempt), 1);
        QCOMPARE(notes(story, NoteCode::Stage).size(), 1);
        QVERIFY(!notes(story, NoteCode::Result).isEmpty());
        QCOMPARE(Integrity(notes(story, NoteCode::Integrity).last().value), Integrity::Verified);
    }
}

/// From the pool's own and only thread.
void TestFaultPool::eachTaskMayAskForTheNext()
{
    constexpr int length = 200;
    FetchFixture net;
    std::atomic<int> sum = 0; // both outlive the pool, whose thread is the last to use them
    std::function<void(const Computed<int> &)> again;
    ComputePool pool(net.recorder, 1);
    again = [&](const Computed<int> &before) {
        sum = *before.value;
        if (sum < length) {
            const auto plusOne = [&sum](KernelContext &) { return std::optional(sum + 1); };
            pool.runThen(u"plus one"_s, plusOne, again);
        }
    };
    {
        pool.runThen(
            u"one"_s, [](KernelContext &) { return std::optional(1); }, again);
        QTRY_COMPARE_WITH_TIMEOUT(sum.load(), length, FetchFixture::guardMs);
    }
    QCOMPARE(net.allStories().size(), length);
    QVERIFY(net.eachEndedOnce());
}

/// What ComputePool tells everybody not to do. It shows: one runs, one is queued, nothing moves.
void TestFaultPool::whoWaitsForTheSamePoolCanBeStopped()
{
    FetchFixture net;
    std::stop_source stop;
    std::atomic<bool> hasAsked = false;
    QFuture<Computed<int>> second;
    ComputePool pool(net.recorder, 1);
    const auto waitsForAnother = [&](KernelContext &context) -> std::optional<int> {
        second = pool.run(u"second"_s, [](KernelContext &) { return std::optional(2); });
        hasAsked = true;
        while (!second.isFinished() && !context.stopRequested())
            std::this_thread::yield();
        return second.isFinished() ? std::optional(1) : std::nullopt;
    };
    const auto first = pool.run(u"first"_s, waitsForAnother, stop.get_token());
    QTRY_VERIFY_WITH_TIMEOUT(hasAsked, FetchFixture::guardMs);
    for (int i = 0; i < 5; ++i) // the rest of the program does not care
        QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
    QVERIFY(!first.isFinished() && !second.isFinished());
    QCOMPARE(pool.activeCount(), 1);
    QCOMPARE(pool.queuedCount(), 1);
    stop.request_stop();
    const Computed<int> stopped = net.wait(first);
    QCOMPARE(stopped.outcome, Outcome::cancelled(u"Cancelled while it ran."_s));
    QVERIFY(!stopped.value);
    const Computed<int> freed = net.wait(second);
    QVERIFY(freed.outcome.hasSucceeded());
    QCOMPARE(freed.value, std::optional(2));
    QVERIFY(net.eachEndedOnce());
}

QTEST_GUILESS_MAIN(TestFaultPool)
#include "tst_faultpool.moc"
