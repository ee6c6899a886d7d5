// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "compute/kernelcontext.h"
#include "record/recorder.h"
#include "shared/namedmain.h"
#include "shared/plug.h"
#include "shared/stories.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 20'000;
}

/// Kernels run on numbered threads and tell one story each.
class TestComputePool : public QObject
{
    Q_OBJECT
private slots:
    void tellsTheStoryOfAKernel();
    void progressIsMonotoneAndNotLost();
    void failuresKeepTheirText_data();
    void failuresKeepTheirText();
    void aPoolOfOneChains();
    void theEventComesBeforeTheFuture();
    void aStageLeavesTheTaskOpen();
    void whatFollowsAStageMayFinishTheTask();
    void threadsAreNumberedAndGoLast();
};

void TestComputePool::tellsTheStoryOfAKernel()
{
    Recorder recorder;
    ComputePool pool(recorder, 2);
    auto future = pool.run(
        u"sum"_s,
        [](KernelContext &context) -> std::optional<int> {
            context.setTotal(3);
            context.progress(3);
            return 42;
        },
        {}, TaskId {77}, TaskType::Tile);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    QVERIFY(!future.isCanceled());
    QCOMPARE(future.result().outcome, Outcome::succeeded());
    QCOMPARE(future.result().value, std::optional(42));
    const auto story = stories(recorder.take()).value(future.result().task);
    QCOMPARE(plot(story), u"queued started note progress finished:succeeded"_s);
    QCOMPARE(story[0].text, u"sum"_s);
    QCOMPARE(story[0].parent, TaskId {77});
    QCOMPARE(TaskType(story[0].code), TaskType::Tile);
    QCOMPARE(story[1].lane.kind, Lane::Kind::Pool);
    QVERIFY(story[1].lane.number == 1 || story[1].lane.number == 2);
}

void TestComputePool::progressIsMonotoneAndNotLost()
{
    Recorder recorder;
    ComputePool pool(recorder, 1);
    auto future = pool.run(u"steps"_s, [](KernelContext &context) -> std::optional<int> {
        for (int i = 1; i <= 300'000; ++i)
            context.progress(i);
        return 0;
    });
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    QList<qint64> reports;
    for (const TaskEvent &event : recorder.take()) {
        if (event.kind == EventKind::Progress)
            reports.append(event.value);
    }
    QVERIFY(std::ranges::is_sorted(reports));
    QCOMPARE(reports.last(), 300'000);
}

void TestComputePool::failuresKeepTheirText_data()
{
    QTest::addColumn<KernelFunction<int>>("kernel");
    QTest::addColumn<QString>("text");
    using Result = std::optional<int>;
    QTest::newRow("KernelError") << KernelFunction<int>([](KernelContext &) -> Result {
        throw KernelError(u"Für dich: kaputt"_s);
    }) << u"Für dich: kaputt"_s;
    QTest::newRow("exception") << KernelFunction<int>([](KernelContext &) -> Result {
        throw std::out_of_range("beyond the end");
    }) << u"beyond the end"_s;
    QTest::newRow("bad_alloc") << KernelFunction<int>([](KernelContext &) -> Result {
        throw std::bad_alloc();
    }) << u"Out of memory: close something or use smaller input."_s;
    QTest::newRow("int") << KernelFunction<int>([](KernelContext &) -> Result { throw 7; })
                         << u"The work failed with an unknown kind of exception."_s;
    QTest::newRow("nothing") << KernelFunction<int>([](KernelContext &) { return Result(); })
                             << u"The work stopped without being asked to."_s;
}

void TestComputePool::failuresKeepTheirText()
{
    QFETCH(KernelFunction<int>, kernel);
    QFETCH(QString, text);
    Recorder recorder;
    ComputePool pool(recorder, 1);
    auto future = pool.run(u"broken"_s, kernel);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    QVERIFY(!future.isCanceled());
    QCOMPARE(future.result().outcome, Outcome::failed(text));
    QVERIFY(!future.result().value);
    const auto story = stories(recorder.take()).value(future.result().task);
    QCOMPARE(plot(story), u"queued started finished:failed"_s);
    QCOMPARE(story.last().text, text);
}

void TestComputePool::aPoolOfOneChains()
{
    Recorder recorder;
    ComputePool pool(recorder, 1);
    std::atomic<int> sum = 0;
    std::function<void(const Computed<int> &)> again = [&](const Computed<int> &before) {
        sum = *before.value;
        if (sum < 100) {
            const auto plusOne = [&sum](KernelContext &) { return std::optional(sum + 1); };
            pool.runThen(u"plus one"_s, plusOne, again);
        }
    };
    pool.runThen(
        u"one"_s, [](KernelContext &) { return std::optional(1); }, again);
    QTRY_COMPARE_WITH_TIMEOUT(sum.load(), 100, guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(pool.activeCount(), 0, guardMs);
}

void TestComputePool::theEventComesBeforeTheFuture()
{
    Recorder recorder;
    ComputePool pool(recorder, 1);
    auto seen = pool.runThen(
        u"quick"_s, [](KernelContext &) { return std::optional(1); },
        [&recorder](const Computed<int> &computed) {
            return plot(stories(recorder.take()).value(computed.task));
        });
    QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished(), guardMs);
    QCOMPARE(seen.result(), u"queued started finished:succeeded"_s);
}

void TestComputePool::aStageLeavesTheTaskOpen()
{
    Recorder recorder;
    ComputePool pool(recorder, 1);
    auto task = std::make_shared<TaskHandle>(recorder, TaskType::Fetch, u"page"_s);
    task->run({Lane::Kind::Network, 1});
    auto future = pool.run(task, u"sha256"_s, [](KernelContext &) { return std::optional(9); }, {});
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    QCOMPARE(future.result().task, task->id());
    QVERIFY(!task->isFinished());
    auto story = stories(recorder.take()).value(task->id());
    QCOMPARE(plot(story), u"queued started note suspended resumed"_s);
    QCOMPARE(NoteCode(story[2].code), NoteCode::Stage);
    QCOMPARE(story[2].text, u"sha256"_s);
    QCOMPARE(story[4].lane, (Lane {Lane::Kind::Pool, 1}));
    task->finish(Outcome::succeeded());
    QCOMPARE(task.use_count(), 1);
    QCOMPARE(plot(stories(recorder.take()).value(task->id())), u"finished:succeeded"_s);
}

void TestComputePool::whatFollowsAStageMayFinishTheTask()
{
    Recorder recorder;
    ComputePool pool(recorder, 1);
    auto task = std::make_shared<TaskHandle>(recorder, TaskType::Fetch, u"page"_s);
    const TaskId id = task->id();
    auto done = pool.runThen(
        task, u"sha256"_s, [](KernelContext &) { return std::optional(9); },
        [task](const Computed<int> &computed) { task->finish(computed.outcome); }, {});
    task.reset();
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), guardMs);
    QCOMPARE(plot(stories(recorder.take()).value(id)),
             u"queued note suspended started finished:succeeded"_s);
}

void TestComputePool::threadsAreNumberedAndGoLast()
{
    Recorder recorder;
    constexpr int threads = 4;
    ComputePool pool(recorder, threads);
    QCOMPARE(pool.threadCount(), threads);
    for (int round = 0; round < 3; ++round) {
        Plug plug;
        QList<QFuture<Computed<int>>> futures;
        for (int i = 0; i < threads; ++i)
            futures.append(pool.run(u"holds its thread"_s, plug.kernel()));
        QTRY_COMPARE_WITH_TIMEOUT(plug.running(), threads, guardMs);
        QSet<quint16> numbers;
        for (const TaskEvent &event : recorder.take()) {
            if (event.kind == EventKind::Started)
                numbers.insert(event.lane.number);
        }
        QCOMPARE(numbers, (QSet<quint16> {1, 2, 3, 4}));
        plug.release();
        for (const auto &future : futures)
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), guardMs);
    }
#ifdef Q_OS_LINUX
    auto nice = pool.run(u"nice"_s, [](KernelContext &) {
        return std::optional(getpriority(PRIO_PROCESS, id_t(gettid())));
    });
    QTRY_VERIFY_WITH_TIMEOUT(nice.isFinished(), guardMs);
    QCOMPARE(nice.result().value, std::max(10, getpriority(PRIO_PROCESS, id_t(gettid()))));
#endif
}

QTEST_GUILESS_MAIN(TestComputePool)
#include "tst_computepool.moc"
