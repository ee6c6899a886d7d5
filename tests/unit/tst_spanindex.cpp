// SPDX-License-Identifier: MIT
#include "record/recording.h"
#include "record/stackframes.h"
#include "shared/namedmain.h"
#include "shared/randomstream.h"
#include "views/spanindex.h"

#include <QMap>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr Lane network {Lane::Kind::Network, 1};
constexpr Lane gui {Lane::Kind::Gui};

TaskEvent told(qint64 timeNs, quint32 task, EventKind kind, Lane lane = {}, quint8 code = 0)
{
    return {.timeNs = timeNs, .task = TaskId {task}, .lane = lane, .kind = kind, .code = code};
}
TaskEvent turn(qint64 endNs, qint64 lengthNs)
{
    return {.timeNs = endNs, .value = lengthNs, .lane = gui, .kind = EventKind::Turn};
}
TaskEvent note(qint64 timeNs, quint32 task, NoteCode code, qint64 value, const QString &text = {})
{
    return {.timeNs = timeNs,
            .value = value,
            .text = text,
            .task = TaskId {task},
            .kind = EventKind::Note,
            .code = quint8(code)};
}
std::vector<TaskEvent> stall(quint32 task, qint64 beginNs, qint64 endNs, NoteCode kind)
{
    return {told(endNs, task, EventKind::Queued, {}, quint8(TaskType::Stall)),
            told(endNs, task, EventKind::Started, gui), note(endNs, task, NoteCode::Began, beginNs),
            note(endNs, task, kind, 1), told(endNs, task, EventKind::Finished, gui)};
}

/// The spans of every lane as a dumb reading of all events gives them.
QMap<Lane, QList<Span>> dumb(const Recording &recording)
{
    struct Known
    {
        bool isFinished = false;
        Lane lane;
        qsizetype index = -1;
    };
    QMap<Lane, QList<Span>> lanes {{gui, {}}};
    QHash<TaskId, Known> tasks;
    constexpr std::array ends {TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::Cancelled,
                               TaskStatus::TimedOut, TaskStatus::Abandoned};
    for (qsizetype i = 0; i < recording.size(); ++i) {
        const TaskEvent &at = recording.at(i);
        if (at.kind == EventKind::Queued && !tasks.contains(at.task))
            tasks.insert(at.task, {});
        if (!tasks.contains(at.task) || tasks[at.task].isFinished)
            continue;
        Known &task = tasks[at.task];
        const bool starts = at.kind == EventKind::Started || at.kind == EventKind::Resumed;
        const bool ends_ = at.kind == EventKind::Finished;
        if ((starts || ends_ || at.kind == EventKind::Suspended) && task.index >= 0) {
            Span &span = lanes[task.lane][task.index];
            span.endNs = at.timeNs;
            if (ends_)
                span.status = ends[at.code];
            task.index = -1;
        }
        if (starts && at.lane.kind != Lane::Kind::None) {
            task.lane = at.lane;
            task.index = lanes[at.lane].size();
            lanes[at.lane].append({.beginNs = at.timeNs, .task = at.task});
        }
        task.isFinished = ends_;
    }
    return lanes;
}

} // namespace

/// Spans out of events.
class TestSpanIndex : public QObject
{
    Q_OBJECT
private slots:
    void aTaskThroughTheLanes();
    void aCoroutineWaitsInItsLane();
    void turnsAndStalls();
    void theGuiltyIsNamed();
    void shortTurnsAreNoNews();
    void familyAndNeighbours();
    void tasksAreCountedOnce();
    void randomStreamsAgreeWithADumbReading();
};

void TestSpanIndex::aTaskThroughTheLanes()
{
    Recording recording;
    SpanIndex index(recording);
    QCOMPARE(index.laneCount(), 1); // the loop is always there
    const Lane pool {Lane::Kind::Pool, 2};
    recording.append({told(10, 1, EventKind::Queued), told(20, 1, EventKind::Started, network)});
    QVERIFY(index.isBusy());
    QCOMPARE(index.laneCount(), 2);
    QVERIFY(index.track(1).at(0).isOpen());
    recording.append({told(30, 1, EventKind::Suspended, network),
                      told(40, 1, EventKind::Resumed, pool),
                      told(70, 1, EventKind::Finished, pool, quint8(Outcome::Kind::Failed)),
                      told(80, 1, EventKind::Resumed, pool)}); // nothing happens after the end
    QVERIFY(!index.isBusy());
    QCOMPARE(index.endNs(), std::max<qint64>(80, recording.originNs()));
    QCOMPARE(index.lane(1), network);
    QCOMPARE(index.lane(2), pool);
    const Span expectedFirst {.beginNs = 20, .endNs = 30, .task = TaskId {1}};
    QVERIFY(index.track(1).at(0) == expectedFirst);
    const Span last = index.span(index.lastOf(TaskId {1}));
    QCOMPARE(index.rowOf(index.lastOf(TaskId {1})), 2);
    QCOMPARE(last.beginNs, 40);
    QCOMPARE(last.endNs, 70);
    QCOMPARE(last.status, TaskStatus::Failed);
    QVERIFY(last.previous == index.firstOf(TaskId {1}));
    QCOMPARE(index.track(2).size(), 1u);
}

void TestSpanIndex::aCoroutineWaitsInItsLane()
{
    Recording recording;
    SpanIndex index(recording);
    const Lane lane {Lane::Kind::Coroutine, 1};
    recording.append({told(1, 1, EventKind::Queued), told(2, 1, EventKind::Started, lane),
                      told(3, 1, EventKind::Suspended, lane), told(7, 1, EventKind::Resumed, lane),
                      told(9, 1, EventKind::Suspended, lane),
                      told(12, 1, EventKind::Finished, lane)});
    const SpanTrack &track = index.track(1);
    QCOMPARE(track.size(), 4u);
    const std::array kinds {SpanKind::Work, SpanKind::Waiting, SpanKind::Work, SpanKind::Waiting};
    for (quint32 i = 0; i < 4; ++i)
        QCOMPARE(track.at(i).kind, kinds[i]);
    QCOMPARE(track.at(1).status, TaskStatus::Suspended);
    QCOMPARE(track.at(1).beginNs, 3);
    QCOMPARE(track.at(1).endNs, 7);
    QCOMPARE(track.at(3).endNs, 12);
}

void TestSpanIndex::turnsAndStalls()
{
    Recording recording;
    SpanIndex index(recording);
    recording.append({turn(5'000'000, 2'000'000)});
    recording.append(stall(7, 10'000'000, 500'000'000, NoteCode::Congestion));
    recording.append({note(510'000'000, 7, NoteCode::Paused, 3, u"suspend"_s)});
    QCOMPARE(index.turns().size(), 1u);
    QCOMPARE(index.turns().at(0).beginNs, 3'000'000);
    QCOMPARE(index.turns().at(0).kind, SpanKind::Turn);
    QCOMPARE(index.stalls().size(), 1u);
    QCOMPARE(index.stalls().at(0).beginNs, 10'000'000);
    QCOMPARE(index.stalls().at(0).endNs, 500'000'000);
    QCOMPARE(index.stalls().at(0).kind, SpanKind::Pause);
    QVERIFY(!index.isBusy());
    QCOMPARE(index.track(0).size(), 0u); // no work of the loop's lane
    recording.clear();
    QCOMPARE(index.stalls().size(), 0u);
    QCOMPARE(index.laneCount(), 1);
    QCOMPARE(index.endNs(), recording.originNs());
}

void TestSpanIndex::theGuiltyIsNamed()
{
    Recording recording;
    SpanIndex index(recording);
    recording.append(stall(1, 10, 300, NoteCode::Hang));
    QCOMPARE(index.guiltyOf(TaskId {1}), QString());
    const auto stack = [](const QString &function) {
        return StackFrames::toText(
            {{u"nanosleep"_s, {}, u"libc.so.6"_s}, {function, {}, u"loopscope"_s, true}});
    };
    recording.append({note(400, 1, NoteCode::Stack, 3, stack(u"spin()"_s)),
                      note(401, 1, NoteCode::Stack, 1, stack(u"rare()"_s))});
    QCOMPARE(index.guiltyOf(TaskId {1}), u"spin()"_s);
}

void TestSpanIndex::shortTurnsAreNoNews()
{
    Recording recording;
    SpanIndex index(recording);
    QSignalSpy changed(&index, &SpanIndex::changed);
    const qint64 end = index.endNs();
    recording.append({turn(end + 1'000'000'000, 3'000'000),
                      {.timeNs = end + 1'000'000'001, .value = 5'000'000, .kind = EventKind::Lag}});
    QCOMPARE(changed.size(), 0); // or drawing, which is a turn, would go on for ever
    QCOMPARE(index.endNs(), end);
    recording.append({turn(end + 2'000'000'000, SpanIndex::notableTurnNs)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(index.endNs(), end + 2'000'000'000);
}

void TestSpanIndex::familyAndNeighbours()
{
    Recording recording;
    SpanIndex index(recording);
    TaskEvent child = told(2, 2, EventKind::Queued);
    child.parent = TaskId {1};
    TaskEvent other = told(3, 3, EventKind::Queued);
    other.parent = TaskId {1};
    TaskEvent orphan = told(4, 4, EventKind::Queued);
    orphan.parent = TaskId {99};
    TaskEvent own = told(5, 5, EventKind::Queued);
    own.parent = TaskId {5};
    recording.append({told(1, 1, EventKind::Queued), child, other, orphan, own});
    QCOMPARE(index.childrenOf(TaskId {1}), QList({TaskId {2}, TaskId {3}}));
    QCOMPARE(index.parentOf(TaskId {3}), TaskId {1});
    QVERIFY(index.childrenOf(TaskId {5}).isEmpty());
    QVERIFY(!index.lastOf(TaskId {2}).isValid());
    QVERIFY(!index.firstOf(TaskId {77}).isValid());
}

void TestSpanIndex::tasksAreCountedOnce()
{
    Recording recording;
    SpanIndex index(recording);
    const Lane pool {Lane::Kind::Pool, 1};
    recording.append(
        {told(1, 1, EventKind::Queued), told(1, 2, EventKind::Queued),
         told(10, 1, EventKind::Started, network), told(20, 1, EventKind::Suspended, network),
         told(30, 1, EventKind::Resumed, pool), told(35, 2, EventKind::Started, network),
         told(40, 1, EventKind::Finished, pool)});
    QCOMPARE(index.tasksWithin(0, 100), 2);
    QCOMPARE(index.tasksWithin(15, 34), 1);
    QCOMPARE(index.tasksWithin(21, 29), 0);
    QCOMPARE(index.tasksWithin(32, 33), 1);
    QCOMPARE(index.tasksWithin(1'000, 2'000), 1); // what goes on, goes on
}

void TestSpanIndex::randomStreamsAgreeWithADumbReading()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomStream stream(seed);
    Recording recording;
    SpanIndex index(recording);
    for (int i = 0; i < 120; ++i) {
        if (stream.below(60) == 0)
            recording.clear();
        recording.append(stream.batch());
        const QMap<Lane, QList<Span>> expected = dumb(recording);
        QCOMPARE(index.laneCount(), int(expected.size()));
        int row = 0;
        for (auto lane = expected.cbegin(); lane != expected.cend(); ++lane, ++row) {
            QVERIFY(index.lane(row) == lane.key());
            quint32 at = 0;
            for (const Span &span : lane.value()) {
                while (index.track(row).at(at).kind == SpanKind::Waiting)
                    ++at;
                Span actual = index.track(row).at(at++);
                actual.previous = {};
                QVERIFY(actual == span);
            }
        }
    }
    SpanIndex late(recording); // made afterwards it is the same
    QCOMPARE(late.laneCount(), index.laneCount());
    for (int row = 0; row < late.laneCount(); ++row)
        QCOMPARE(late.track(row).size(), index.track(row).size());
}

QTEST_GUILESS_MAIN(TestSpanIndex)
#include "tst_spanindex.moc"
