// SPDX-License-Identifier: MIT
#include "record/recording.h"
#include "record/stackframes.h"
#include "session/playhead.h"
#include "shared/namedmain.h"
#include "shared/randomstream.h"

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
TaskEvent ofStall(qint64 timeNs, quint32 stall, EventKind kind, qint64 value, quint8 code = 0,
                  const QString &text = {})
{
    return {.timeNs = timeNs,
            .value = value,
            .text = text,
            .task = TaskId {stall},
            .lane = gui,
            .kind = kind,
            .code = code};
}
TaskEvent sample(qint64 timeNs, quint32 stall, qint64 number, const QString &text = {})
{
    return ofStall(timeNs, stall, EventKind::StallSample, number, 0, text);
}
std::vector<TaskEvent> stall(quint32 id, qint64 beginNs, qint64 endNs, StallKind kind)
{
    return {ofStall(endNs, id, EventKind::StallBegan, beginNs),
            ofStall(endNs, id, EventKind::StallEnded, 1, quint8(kind))};
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

/// A track may keep those of one batch in any order.
QList<Span> inOrder(QList<Span> spans)
{
    std::ranges::sort(spans, {},
                      [](const Span &span) { return std::pair(span.beginNs, span.task); });
    return spans;
}

QList<Span> work(const SpanTrack &track)
{
    QList<Span> spans;
    for (quint32 i = 0; i < track.size(); ++i) {
        if (track.at(i).kind == SpanKind::Waiting)
            continue;
        spans.append(track.at(i));
        spans.last().previous = {};
    }
    return inOrder(spans);
}

} // namespace

/// Spans out of events.
class TestSpans : public QObject
{
    Q_OBJECT
private slots:
    void aTaskThroughTheLanes();
    void aCoroutineWaitsInItsLane();
    void turnsAndStalls();
    void aStallThatLastsIsOpen();
    void theCulpritIsNamed();
    void shortTurnsAreNoNews();
    void familyAndNeighbours();
    void tasksAreCountedOnce();
    void randomStreamsAgreeWithADumbReading();
};

void TestSpans::aTaskThroughTheLanes()
{
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
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
    const Span last = index.span(playhead.projection().lastSpanOf(TaskId {1}));
    QCOMPARE(index.rowOf(playhead.projection().lastSpanOf(TaskId {1})), 2);
    QCOMPARE(last.beginNs, 40);
    QCOMPARE(last.endNs, 70);
    QCOMPARE(last.status, TaskStatus::Failed);
    QVERIFY(last.previous == playhead.projection().firstSpanOf(TaskId {1}));
    QCOMPARE(index.track(2).size(), 1u);
}

void TestSpans::aCoroutineWaitsInItsLane()
{
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
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

void TestSpans::turnsAndStalls()
{
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
    recording.append({turn(5'000'000, 2'000'000)});
    recording.append(stall(7, 10'000'000, 500'000'000, StallKind::Congestion));
    recording.append({ofStall(510'000'000, 7, EventKind::StallPaused, 3)});
    QCOMPARE(index.stalls().at(0).kind, SpanKind::Congestion); // next to nothing of it
    recording.append({ofStall(520'000'000, 7, EventKind::StallPaused, 400'000'000)});
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

/// From its first event on, and to the end of what is shown.
void TestSpans::aStallThatLastsIsOpen()
{
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
    recording.append({ofStall(120, 1, EventKind::StallBegan, 100)});
    QCOMPARE(index.stalls().size(), 1u);
    QVERIFY(index.stalls().at(0).isOpen());
    QCOMPARE(index.stalls().at(0).beginNs, 100);
    recording.append({ofStall(130, 1, EventKind::StallBegan, 90), // it was earlier
                      ofStall(170, 1, EventKind::StallEnded, 60)});
    QCOMPARE(index.stalls().size(), 1u);
    QCOMPARE(index.stalls().at(0).beginNs, 90);
    QCOMPARE(index.stalls().at(0).endNs, 170);
    QVERIFY(!index.isBusy()); // no task goes on
    QCOMPARE(playhead.latest().taskCount(), 0); // and it is none
}

void TestSpans::theCulpritIsNamed()
{
    Recording recording;
    const Playhead playhead(recording);
    recording.append(stall(1, 10, 300, StallKind::Hang));
    QCOMPARE(playhead.projection().culpritTextOf(TaskId {1}), QString());
    const auto stack = [](const QString &function) {
        return StackFrames::toText(
            {{u"nanosleep"_s, {}, u"libc.so.6"_s}, {function, {}, u"loopscope"_s, true}});
    };
    recording.append({sample(400, 1, 1, stack(u"spin()"_s)), sample(400, 1, 1), sample(400, 1, 1),
                      sample(401, 1, 2, stack(u"rare()"_s))});
    QCOMPARE(playhead.projection().culpritTextOf(TaskId {1}), u"spin()"_s);
    recording.append({sample(402, 1, 2), sample(402, 1, 2)}); // not in 3 of 4
    QCOMPARE(playhead.projection().culpritTextOf(TaskId {1}), u"probably spin()"_s);
}

void TestSpans::shortTurnsAreNoNews()
{
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
    QSignalSpy changed(&playhead, &Playhead::spansChanged);
    const qint64 end = index.endNs();
    recording.append({turn(end + 1'000'000'000, 3'000'000),
                      {.timeNs = end + 1'000'000'001, .value = 5'000'000, .kind = EventKind::Lag}});
    QCOMPARE(changed.size(), 0); // or drawing, which is a turn, would go on for ever
    QCOMPARE(index.endNs(), end);
    recording.append({turn(end + 2'000'000'000, Spans::notableTurnNs)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(index.endNs(), end + 2'000'000'000);
}

void TestSpans::familyAndNeighbours()
{
    Recording recording;
    const Playhead playhead(recording);
    TaskEvent child = told(2, 2, EventKind::Queued);
    child.parent = TaskId {1};
    TaskEvent other = told(3, 3, EventKind::Queued);
    other.parent = TaskId {1};
    TaskEvent orphan = told(4, 4, EventKind::Queued);
    orphan.parent = TaskId {99};
    TaskEvent own = told(5, 5, EventKind::Queued);
    own.parent = TaskId {5};
    recording.append({told(1, 1, EventKind::Queued), child, other, orphan, own});
    QCOMPARE(playhead.projection().childrenOf(TaskId {1}), QList({TaskId {2}, TaskId {3}}));
    QCOMPARE(playhead.projection().parentOf(TaskId {3}), TaskId {1});
    QVERIFY(playhead.projection().childrenOf(TaskId {5}).isEmpty());
    QVERIFY(!playhead.projection().lastSpanOf(TaskId {2}).isValid());
    QVERIFY(!playhead.projection().firstSpanOf(TaskId {77}).isValid());
}

void TestSpans::tasksAreCountedOnce()
{
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
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

void TestSpans::randomStreamsAgreeWithADumbReading()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomStream stream(seed);
    Recording recording;
    const Playhead playhead(recording);
    const Spans &index = playhead.projection().spans();
    for (int i = 0; i < 120; ++i) {
        if (stream.below(60) == 0)
            recording.clear();
        recording.append(stream.batch());
        const QMap<Lane, QList<Span>> expected = dumb(recording);
        QCOMPARE(index.laneCount(), int(expected.size()));
        int row = 0;
        for (auto lane = expected.cbegin(); lane != expected.cend(); ++lane, ++row) {
            QVERIFY(index.lane(row) == lane.key());
            QCOMPARE(work(index.track(row)), inOrder(lane.value()));
        }
    }
    const Playhead after(recording); // made afterwards it is the same
    const Spans &late = after.projection().spans();
    QCOMPARE(late.laneCount(), index.laneCount());
    for (int row = 0; row < late.laneCount(); ++row)
        QCOMPARE(late.track(row).size(), index.track(row).size());
}

QTEST_GUILESS_MAIN(TestSpans)
#include "tst_spans.moc"
