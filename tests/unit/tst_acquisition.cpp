// SPDX-License-Identifier: MIT
#include "record/acquisition.h"
#include "record/recording.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "shared/stories.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// What stays when somebody runs something new.
class TestAcquisition : public QObject
{
    Q_OBJECT
private slots:
    void tasksGoAndStallsStay();
    void theRunsOfTheLabStay();
    void whatHasNotEndedStays();
    void aStallThatLastsStays();
    void whatIsKnownOfTheProcessStays();
    void theRestOfWhatHasGoneGoes();
    void theNewestStay();
    void theLoopCanBeCleared();
    void everybodyBeginsAnew();

private:
    /// Of the events of \p recording that stay, who is told of, in order.
    static QList<TaskId> told(const Snapshot &events);
};

namespace {

constexpr auto well = Outcome::Kind::Succeeded;

TaskId stall(RecordingWriter &writer)
{
    const TaskId stall = writer.stall(5);
    writer.ofStall(stall, EventKind::StallInput, 2, quint8(InputKind::Click)); // after its end
    return stall;
}

std::vector<TaskEvent> loopEvents(qsizetype count, qint64 timeNs)
{
    std::vector<TaskEvent> events;
    for (qsizetype i = 0; i < count; ++i)
        events.push_back({.timeNs = timeNs,
                          .value = i,
                          .lane = {Lane::Kind::Gui},
                          .kind = i % 2 == 0 ? EventKind::Turn : EventKind::Lag});
    return events;
}

} // namespace

QList<TaskId> TestAcquisition::told(const Snapshot &events)
{
    QList<TaskId> tasks;
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (!tasks.contains(events.at(i).task))
            tasks << events.at(i).task;
    }
    return tasks;
}

void TestAcquisition::tasksGoAndStallsStay()
{
    Recording recording;
    RecordingWriter writer(recording);
    const TaskId done = writer.queue(u"http://h/1"_s);
    const TaskId child = writer.queue(u"tile"_s, TaskType::Tile, done);
    const TaskId kept = stall(writer);
    writer.start(done);
    writer.finish(child, well);
    writer.finish(done, Outcome::Kind::Failed);
    writer.tell();
    recording.append(loopEvents(3, writer.lastNs()));
    const Snapshot next = Acquisition::next(recording.snapshot());
    QCOMPARE(told(next), QList({kept, TaskId::None}));
    QCOMPARE(next.size(), 3 + 3); // each of the stall's events, and those of the loop
    QCOMPARE(next.originNs(), recording.originNs());
    for (qsizetype i = 1; i < next.size(); ++i)
        QVERIFY(next.at(i - 1).timeNs <= next.at(i).timeNs);
}

void TestAcquisition::theRunsOfTheLabStay()
{
    Recording recording;
    RecordingWriter writer(recording);
    QList<TaskId> kept;
    for (int i = 0; i < 3; ++i) {
        const TaskId gone = writer.queue(u"http://h/1"_s);
        const TaskId run = writer.queue(u"run"_s, TaskType::Run);
        const TaskId child = writer.queue(u"part"_s, TaskType::Step, run);
        const TaskId grandchild = writer.queue(u"part"_s, TaskType::Fetch, child);
        kept << run << child << grandchild;
        for (const TaskId task : {gone, run, child, grandchild})
            writer.finish(task, well);
    }
    writer.tell();
    QCOMPARE(told(Acquisition::next(recording.snapshot())), kept);
}

void TestAcquisition::whatHasNotEndedStays()
{
    Recording recording;
    RecordingWriter writer(recording);
    const TaskId waits = writer.queue(u"http://h/1"_s);
    const TaskId done = writer.queue(u"http://h/2"_s);
    writer.finish(done, well);
    writer.tell();
    QCOMPARE(told(Acquisition::next(recording.snapshot())), QList({waits}));
}

/// Whatever the number of those that came after it: its end is to come, and belongs to it.
void TestAcquisition::aStallThatLastsStays()
{
    Recording recording;
    RecordingWriter writer(recording);
    const TaskId lasts = writer.beginStall();
    for (qsizetype i = 0; i < Acquisition::mostStalls; ++i)
        stall(writer);
    writer.samples(lasts, 1, 1, u"spin()"_s);
    writer.tell();
    QVERIFY(told(Acquisition::next(recording.snapshot())).contains(lasts));
    const Snapshot cleared = Acquisition::withoutLoop(recording.snapshot());
    QCOMPARE(told(cleared), QList({lasts}));
    QCOMPARE(cleared.size(), 2);
}

/// Frames that are still to come name them.
void TestAcquisition::whatIsKnownOfTheProcessStays()
{
    Recording recording;
    recording.append({{.value = 1, .text = u"8f\t/bin/a"_s, .kind = EventKind::Module},
                      {.timeNs = 1, .kind = EventKind::ProcessEnded}});
    QCOMPARE(Acquisition::next(recording.snapshot()).size(), 2);
    QCOMPARE(Acquisition::withoutLoop(recording.snapshot()).size(), 2);
}

/// What comes after a stall was cleared away would be nobody's.
void TestAcquisition::theRestOfWhatHasGoneGoes()
{
    Recording recording;
    RecordingWriter writer(recording);
    const TaskId gone = stall(writer);
    writer.tell();
    recording.clearLoop();
    writer.ofStall(gone, EventKind::StallFirstInput, 9, quint8(InputKind::Click));
    writer.tell();
    QCOMPARE(recording.size(), 1);
    QCOMPARE(Acquisition::next(recording.snapshot()).size(), 0);
    QCOMPARE(Acquisition::withoutLoop(recording.snapshot()).size(), 0);
}

void TestAcquisition::theNewestStay()
{
    Recording recording;
    RecordingWriter writer(recording);
    QList<TaskId> stalls;
    for (qsizetype i = 0; i < Acquisition::mostStalls + 3; ++i)
        stalls << stall(writer);
    QList<TaskId> runs;
    for (qsizetype i = 0; i < Acquisition::mostRuns + 2; ++i) {
        runs << writer.queue(u"run"_s, TaskType::Run);
        writer.finish(runs.last(), well);
    }
    writer.tell();
    recording.append(loopEvents(Acquisition::mostLoopEvents + 4, writer.lastNs()));
    const Snapshot next = Acquisition::next(recording.snapshot());
    QCOMPARE(told(next), stalls.sliced(3) + runs.sliced(2) + QList({TaskId::None}));
    qsizetype ofLoop = 0;
    for (qsizetype i = 0; i < next.size(); ++i)
        ofLoop += next.at(i).task == TaskId::None;
    QCOMPARE(ofLoop, Acquisition::mostLoopEvents);
    QCOMPARE(next.at(next.size() - 1).value, Acquisition::mostLoopEvents + 3);
}

void TestAcquisition::theLoopCanBeCleared()
{
    Recording recording;
    RecordingWriter writer(recording);
    const TaskId done = writer.queue(u"http://h/1"_s);
    stall(writer);
    writer.finish(done, well);
    writer.tell();
    recording.append(loopEvents(3, writer.lastNs()));
    recording.clearLoop();
    QCOMPARE(told(recording.snapshot()), QList({done}));
    QCOMPARE(recording.size(), 2);
}

void TestAcquisition::everybodyBeginsAnew()
{
    Recording recording;
    RecordingWriter writer(recording);
    const TaskId kept = stall(writer);
    writer.finish(writer.queue(u"http://h/1"_s), well);
    writer.tell();
    const qint64 origin = recording.originNs();
    QCOMPARE(recording.acquisitionNs(), origin);
    QSignalSpy cleared(&recording, &Recording::cleared);
    recording.beginAcquisition();
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(recording.size(), 3);
    QCOMPARE(told(recording.snapshot()), QList({kept}));
    QCOMPARE(recording.originNs(), origin);
    QVERIFY(recording.acquisitionNs() > origin);
    writer.queue(u"http://h/2"_s);
    writer.tell();
    QCOMPARE(recording.size(), 4);
}

QTEST_GUILESS_MAIN(TestAcquisition)
#include "tst_acquisition.moc"
