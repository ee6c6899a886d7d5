// SPDX-License-Identifier: MIT
#include "record/recorder.h"
#include "record/recording.h"
#include "record/taskhandle.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

/// The stream from many threads is complete, ordered by time, and drained in batches.
class TestRecorder : public QObject
{
    Q_OBJECT
private slots:
    void keepsEveryEventOfManyThreadsInOrderOfTime();
    void drainsOnceForManyEvents();
    void wakesUpOnceUntilTaken();
    void aDroppedHandleIsAbandoned();
    void finishCountsOnce();
    void theLastProgressIsNeverLost();
    void aMovedHandleEndsOnce();
};

void TestRecorder::keepsEveryEventOfManyThreadsInOrderOfTime()
{
    Recorder recorder;
    constexpr int threads = 4;
    constexpr int perThread = 5'000;
    {
        std::vector<std::jthread> workers;
        for (int t = 0; t < threads; ++t) {
            workers.emplace_back([&recorder] {
                for (int i = 0; i < perThread; ++i)
                    TaskHandle(recorder, TaskType::Step, u"step"_s).finish(Outcome::succeeded());
            });
        }
    }
    const auto events = recorder.take();
    QCOMPARE(events.size(), size_t(threads * perThread * 2));
    QVERIFY(std::ranges::is_sorted(events, {}, &TaskEvent::timeNs));
    QSet<TaskId> ids;
    for (const TaskEvent &event : events)
        ids.insert(event.task);
    QCOMPARE(ids.size(), threads * perThread);
    QVERIFY(recorder.take().empty());
}

void TestRecorder::drainsOnceForManyEvents()
{
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    QSignalSpy appended(&recording, &Recording::appended);
    std::jthread([&recorder] {
        for (int i = 0; i < 1'000; ++i)
            recorder.record({.task = TaskId {1}, .kind = EventKind::Note});
    }).join();
    QTRY_COMPARE_WITH_TIMEOUT(recording.size(), 1'000, 5'000);
    QCOMPARE(appended.size(), 1);
}

void TestRecorder::wakesUpOnceUntilTaken()
{
    Recorder recorder;
    int wakeUps = 0;
    recorder.setWakeUp([&wakeUps] { ++wakeUps; });
    for (int i = 0; i < 10; ++i)
        recorder.record({});
    QCOMPARE(wakeUps, 1);
    QCOMPARE(recorder.take().size(), 10u);
    recorder.record({});
    QCOMPARE(wakeUps, 2);
}

void TestRecorder::aDroppedHandleIsAbandoned()
{
    Recorder recorder;
    try {
        TaskHandle handle(recorder, TaskType::Step, u"thrown through"_s);
        handle.run({Lane::Kind::Pool, 1});
        throw 1;
    } catch (int) {
    }
    const auto events = recorder.take();
    QCOMPARE(events.size(), 3u);
    QCOMPARE(events.back().kind, EventKind::Finished);
    QCOMPARE(Outcome::Kind(events.back().code), Outcome::Kind::Abandoned);
}

void TestRecorder::finishCountsOnce()
{
    Recorder recorder;
    {
        TaskHandle handle(recorder, TaskType::Step, u"twice"_s);
        handle.finish(Outcome::cancelled());
        handle.finish(Outcome::succeeded());
        handle.progress(5);
    }
    const auto events = recorder.take();
    QCOMPARE(events.size(), 2u);
    QCOMPARE(Outcome::Kind(events.back().code), Outcome::Kind::Cancelled);
}

void TestRecorder::theLastProgressIsNeverLost()
{
    Recorder recorder;
    {
        TaskHandle handle(recorder, TaskType::Compute, u"kernel"_s);
        for (int i = 1; i <= 10'000; ++i)
            handle.progress(i);
        handle.finish(Outcome::succeeded());
    }
    const auto events = recorder.take();
    QVERIFY2(events.size() < 1'000, "progress must be thinned out at the source");
    QCOMPARE(events[events.size() - 2].kind, EventKind::Progress);
    QCOMPARE(events[events.size() - 2].value, 10'000);
}

void TestRecorder::aMovedHandleEndsOnce()
{
    Recorder recorder;
    {
        TaskHandle first(recorder, TaskType::Step, u"first"_s);
        TaskHandle second(recorder, TaskType::Step, u"second"_s);
        second = std::move(first); // "second" ends here, abandoned
        QVERIFY(first.isFinished());
        second.finish(Outcome::succeeded());
    }
    QMap<TaskId, QList<Outcome::Kind>> ends;
    for (const TaskEvent &event : recorder.take()) {
        if (event.kind == EventKind::Finished)
            ends[event.task].append(Outcome::Kind(event.code));
    }
    QCOMPARE(ends.value(TaskId {1}), QList {Outcome::Kind::Succeeded});
    QCOMPARE(ends.value(TaskId {2}), QList {Outcome::Kind::Abandoned});
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
