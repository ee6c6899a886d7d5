// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "record/recorder.h"
#include "shared/namedmain.h"
#include "shared/plug.h"
#include "shared/stories.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 20'000;

std::optional<int> untilStopped(KernelContext &context)
{
    while (!context.stopRequested())
        std::this_thread::yield();
    return std::nullopt;
}

} // namespace

/// Whoever stops a kernel and whenever: exactly one end, and it is told in order.
class TestComputeJob : public QObject
{
    Q_OBJECT
private slots:
    void aThousandWaitingEndAtOnce();
    void aRunningKernelIsCancellingUntilItStopped();
    void aStopBeforehandRunsNothing();
    void aStopAfterwardsIsHarmless();
    void stopsThatRaceWithTheStartEndOnce();
    void aStoppedStageNeverResumes();
    void destructionEndsEverything();
};

void TestComputeJob::aThousandWaitingEndAtOnce()
{
    Recorder recorder;
    std::stop_source stop;
    ComputePool pool(recorder, 2);
    Plug plug;
    QList<QFuture<Computed<int>>> futures;
    for (int i = 0; i < 2; ++i)
        futures.append(pool.run(u"plug"_s, plug.kernel(), stop.get_token()));
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 2, guardMs);
    const auto payload = std::make_shared<int>(5);
    std::atomic<int> ran = 0;
    for (int i = 0; i < 1'000; ++i) {
        futures.append(pool.run(
            u"waits"_s,
            [&ran, payload](KernelContext &) { return std::optional(++ran + *payload); },
            stop.get_token()));
    }
    QCOMPARE(pool.queuedCount(), 1'000);
    QCOMPARE(pool.activeCount(), 2);

    stop.request_stop();
    stop.request_stop(); // twice is once
    // No thread of the pool is free, and yet all of them are over, and their data is freed.
    for (qsizetype i = 2; i < futures.size(); ++i)
        QVERIFY(futures[i].isFinished());
    QCOMPARE(payload.use_count(), 1);
    QCOMPARE(pool.queuedCount(), 0);
    QVERIFY(!futures[0].isFinished() && !futures[1].isFinished());

    plug.release();
    QTRY_VERIFY_WITH_TIMEOUT(futures[0].isFinished() && futures[1].isFinished(), guardMs);
    QCOMPARE(ran.load(), 0);
    QCOMPARE(pool.activeCount(), 0);
    const Stories all = stories(recorder.take());
    QCOMPARE(all.size(), 1'002);
    for (const auto &future : futures) {
        QCOMPARE(future.result().outcome.kind, Outcome::Kind::Cancelled);
        const QString expected = future.result().task <= TaskId {2}
            ? u"queued started cancelling finished:cancelled"_s
            : u"queued finished:cancelled"_s;
        QCOMPARE(plot(all.value(future.result().task)), expected);
    }
}

void TestComputeJob::aRunningKernelIsCancellingUntilItStopped()
{
    Recorder recorder;
    std::stop_source stop;
    ComputePool pool(recorder, 1);
    Plug plug;
    auto future = pool.run(u"deep in a loop"_s, plug.kernel(), stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 1, guardMs);
    stop.request_stop();
    const auto soFar = recorder.take();
    QCOMPARE(plot(stories(soFar).value(TaskId {1})), u"queued started cancelling"_s);
    QCOMPARE(soFar.back().lane, (Lane {Lane::Kind::Pool, 1}));
    QVERIFY(!future.isFinished());
    plug.release();
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    QCOMPARE(plot(stories(recorder.take()).value(TaskId {1})), u"finished:cancelled"_s);
}

void TestComputeJob::aStopBeforehandRunsNothing()
{
    Recorder recorder;
    std::stop_source stop;
    stop.request_stop();
    ComputePool pool(recorder, 1);
    auto future = pool.run(u"too late"_s, untilStopped, stop.get_token());
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().outcome.kind, Outcome::Kind::Cancelled);
    QCOMPARE(plot(stories(recorder.take()).value(future.result().task)),
             u"queued finished:cancelled"_s);
}

void TestComputeJob::aStopAfterwardsIsHarmless()
{
    Recorder recorder;
    std::stop_source stop;
    ComputePool pool(recorder, 1);
    auto future = pool.run(
        u"done"_s, [](KernelContext &) { return std::optional(1); }, stop.get_token());
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    stop.request_stop();
    QCOMPARE(future.result().outcome, Outcome::succeeded());
    QCOMPARE(plot(stories(recorder.take()).value(future.result().task)),
             u"queued started finished:succeeded"_s);
}

void TestComputeJob::stopsThatRaceWithTheStartEndOnce()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    constexpr int tasks = 3'000;
    Recorder recorder;
    ComputePool pool(recorder, 3);
    std::vector<std::stop_source> stops(tasks);
    std::atomic<int> submitted = 0;
    std::atomic<int> completed = 0;
    std::jthread stopper([&] {
        for (int i = 0; i < tasks; ++i) {
            while (submitted <= i)
                std::this_thread::yield();
            stops[size_t(i)].request_stop();
        }
    });
    for (int i = 0; i < tasks; ++i) {
        const int work = random.bounded(2'000);
        pool.runThen(
            u"raced"_s,
            [work](KernelContext &context) -> std::optional<int> {
                for (int step = 0; step < work; ++step) {
                    if (context.stopRequested())
                        return std::nullopt;
                }
                return work;
            },
            [&completed](const Computed<int> &) { ++completed; }, stops[size_t(i)].get_token());
        ++submitted;
    }
    QTRY_COMPARE_WITH_TIMEOUT(completed.load(), tasks, guardMs);
    stopper.join();
    const Stories told = stories(recorder.take());
    QCOMPARE(told.size(), tasks);
    QMap<QString, int> plots;
    for (const auto &story : told) {
        QCOMPARE(ends(story), 1);
        QCOMPARE(story.last().kind, EventKind::Finished); // nothing is recorded after the end
        ++plots[plot(story)];
    }
    for (const auto &[name, count] : plots.toStdMap())
        qInfo("%4d × %s", count, qPrintable(name));
}

void TestComputeJob::aStoppedStageNeverResumes()
{
    Recorder recorder;
    std::stop_source stop;
    ComputePool pool(recorder, 1);
    Plug plug;
    auto busy = pool.run(u"plug"_s, plug.kernel());
    auto task = std::make_shared<TaskHandle>(recorder, TaskType::Fetch, u"page"_s);
    auto future = pool.run(task, u"words"_s, untilStopped, stop.get_token());
    stop.request_stop();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().outcome.kind, Outcome::Kind::Cancelled);
    QVERIFY(!task->isFinished());
    task->finish(future.result().outcome);
    plug.release();
    QTRY_VERIFY_WITH_TIMEOUT(busy.isFinished(), guardMs);
    QCOMPARE(plot(stories(recorder.take()).value(task->id())),
             u"queued note suspended finished:cancelled"_s);
}

void TestComputeJob::destructionEndsEverything()
{
    Recorder recorder;
    std::atomic<int> running = 0;
    std::atomic<int> afterwards = 0;
    std::atomic<int> cancelled = 0;
    {
        ComputePool pool(recorder, 2);
        for (int i = 0; i < 100; ++i) {
            const auto kernel = [&running](KernelContext &context) {
                ++running;
                return untilStopped(context);
            };
            pool.runThen(u"endless"_s, kernel, [&](const Computed<int> &computed) {
                cancelled += computed.outcome.kind == Outcome::Kind::Cancelled;
                // Work that follows work must not outlive the pool either.
                pool.runThen(u"next"_s, untilStopped, [&](const Computed<int> &) { ++afterwards; });
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(running.load(), 2, guardMs);
    }
    QCOMPARE(cancelled.load(), 100);
    QCOMPARE(afterwards.load(), 100);
    const Stories told = stories(recorder.take());
    QCOMPARE(told.size(), 200);
    for (const auto &story : told)
        QCOMPARE(ends(story), 1);
}

QTEST_GUILESS_MAIN(TestComputeJob)
#include "tst_computejob.moc"
