// SPDX-License-Identifier: MIT
#include "record/recorder.h"
#include "record/taskhandle.h"
#include "shared/namedmain.h"

#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

TaskHandle newTask(Recorder &recorder, TaskId parent = TaskId::None)
{
    return TaskHandle(recorder, TaskType::Step, u"task"_s, parent);
}

} // namespace

/// The one map of what can be cancelled: whoever is in it is met, and nobody stays in it.
class TestCancellation : public QObject
{
    Q_OBJECT
private slots:
    void aTaskIsInItUntilItsEnd();
    void onlyThoseMeantAreMet();
    void allAreMetOnce();
    void whatIsStillToComeIsMetToo();
    void manyAreStoppedBesideTheCaller();
    void aStopMayEndTheTask();
    void thousandsLeaveNothing();
};

void TestCancellation::aTaskIsInItUntilItsEnd()
{
    Recorder recorder;
    const Cancellation &all = recorder.cancellation();
    std::vector<std::stop_token> tokens;
    {
        TaskHandle finished = newTask(recorder);
        QCOMPARE(all.count(), 0); // nobody asked for its token yet
        tokens.push_back(finished.stopToken());
        tokens.push_back(finished.stopToken());
        QVERIFY(tokens[0] == tokens[1]);
        QCOMPARE(all.count(), 1);
        finished.finish(Outcome::succeeded());
        finished.finish(Outcome::succeeded());
        QCOMPARE(all.count(), 0);
        TaskHandle moved = newTask(recorder);
        tokens.push_back(moved.stopToken());
        const TaskHandle dropped = std::move(moved);
        QCOMPARE(all.count(), 1);
        recorder.cancellation().cancel(dropped.id());
        QVERIFY(tokens.back().stop_requested());
        TaskHandle replaced = newTask(recorder);
        tokens.push_back(replaced.stopToken());
        replaced = newTask(recorder);
        QCOMPARE(all.count(), 1); // the dropped one, until here
        QVERIFY(!tokens.back().stop_possible());
    }
    QCOMPARE(all.count(), 0);
    QVERIFY(!tokens[0].stop_possible()); // its source is gone
}

void TestCancellation::onlyThoseMeantAreMet()
{
    Recorder recorder;
    std::vector<TaskHandle> tasks;
    tasks.push_back(newTask(recorder));
    tasks.push_back(newTask(recorder, tasks[0].id())); // a child, of which its parent takes care
    tasks.push_back(newTask(recorder));
    for (TaskHandle &task : tasks)
        std::ignore = task.stopToken();
    recorder.cancellation().cancel({tasks[0].id(), TaskId {77}, tasks[0].id(), TaskId::None});
    QVERIFY(tasks[0].stopToken().stop_requested());
    QVERIFY(!tasks[1].stopToken().stop_requested());
    QVERIFY(!tasks[2].stopToken().stop_requested());
    QCOMPARE(recorder.cancellation().count(), 3); // none has ended
}

void TestCancellation::allAreMetOnce()
{
    Recorder recorder;
    TaskHandle task = newTask(recorder);
    int stops = 0;
    const std::stop_callback onStop(task.stopToken(), [&stops] { ++stops; });
    recorder.cancellation().cancelAll();
    recorder.cancellation().cancelAll();
    recorder.cancellation().cancel(task.id());
    QCOMPARE(stops, 1);
    QCOMPARE(recorder.cancellation().count(), 1); // it was asked to, and has not ended
    TaskHandle later = newTask(recorder);
    QVERIFY(!later.stopToken().stop_requested());
    task.finish(Outcome::cancelled({}));
    QCOMPARE(recorder.cancellation().count(), 1);
}

void TestCancellation::whatIsStillToComeIsMetToo()
{
    Recorder recorder;
    Cancellation &all = recorder.cancellation();
    {
        const Cancellation::Intent before(all);
        QCOMPARE(all.count(), 1);
        QVERIFY(!before.isCancelled());
        all.cancel(TaskId {1});
        QVERIFY(!before.isCancelled());
        all.cancelAll();
        const Cancellation::Intent after(all);
        QVERIFY(before.isCancelled());
        QVERIFY(!after.isCancelled());
        QCOMPARE(all.count(), 2);
    }
    QCOMPARE(all.count(), 0);
}

/// A million stops take seconds, which are not the caller's.
void TestCancellation::manyAreStoppedBesideTheCaller()
{
    constexpr int count = 3'000;
    Recorder recorder;
    std::vector<TaskHandle> tasks;
    std::atomic<int> here = 0;
    std::atomic<int> elsewhere = 0;
    std::vector<std::unique_ptr<std::stop_callback<std::function<void()>>>> onStop;
    for (int i = 0; i < count; ++i) {
        tasks.push_back(newTask(recorder));
        onStop.push_back(std::make_unique<std::stop_callback<std::function<void()>>>(
            tasks.back().stopToken(), [&, caller = std::this_thread::get_id()] {
                ++(std::this_thread::get_id() == caller ? here : elsewhere);
            }));
    }
    recorder.cancellation().cancel({tasks[0].id(), tasks[1].id()});
    QCOMPARE(here.load(), 2);
    recorder.cancellation().cancelAll();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
    QCOMPARE(here.load(), 2);
    QCOMPARE(elsewhere.load(), count - 2);
}

/// As that of a kernel which waits for a thread: the task leaves the map within the stop.
void TestCancellation::aStopMayEndTheTask()
{
    Recorder recorder;
    TaskHandle task = newTask(recorder);
    const std::stop_callback onStop(task.stopToken(),
                                    [&task] { task.finish(Outcome::cancelled({})); });
    recorder.cancellation().cancel(task.id());
    QVERIFY(task.isFinished());
    QCOMPARE(recorder.cancellation().count(), 0);
}

void TestCancellation::thousandsLeaveNothing()
{
    constexpr int threads = 4;
    constexpr int each = 5'000;
    Recorder recorder;
    std::array<std::vector<std::stop_token>, threads> tokens;
    {
        std::vector<std::jthread> workers;
        for (std::vector<std::stop_token> &mine : tokens) {
            workers.emplace_back([&recorder, &mine] {
                std::vector<TaskHandle> open;
                for (int i = 0; i < each; ++i) {
                    const Cancellation::Intent intent(recorder.cancellation());
                    TaskHandle task = newTask(recorder);
                    mine.push_back(task.stopToken());
                    if (i % 3 == 0)
                        recorder.cancellation().cancel({task.id(), TaskId(quint32(i))});
                    if (i % 500 == 0)
                        recorder.cancellation().cancelAll();
                    if (i % 7 == 0) // left to the end
                        open.push_back(std::move(task));
                    else if (i % 2 == 0)
                        task.finish(Outcome::succeeded());
                }
            });
        }
    }
    QCOMPARE(recorder.cancellation().count(), 0);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
    for (const std::vector<std::stop_token> &some : tokens) {
        QCOMPARE(some.size(), size_t(each));
        for (const std::stop_token &token : some) // without a stop, nobody has its source any more
            QVERIFY(token.stop_requested() || !token.stop_possible());
    }
}

QTEST_GUILESS_MAIN(TestCancellation)
#include "tst_cancellation.moc"
