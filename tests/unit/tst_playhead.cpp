// SPDX-License-Identifier: MIT
#include "record/recording.h"
#include "session/gallerymodel.h"
#include "session/session.h"
#include "session/taskmodel.h"
#include "shared/boardrows.h"
#include "shared/namedmain.h"
#include "shared/randomstream.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

QString differs(const Board &a, const Board &b)
{
    if (a.taskCount() != b.taskCount() || a.rowCount() != b.rowCount())
        return u"%1 tasks, not %2"_s.arg(a.taskCount()).arg(b.taskCount());
    for (qsizetype row = 0; row < a.rowCount(); ++row) {
        const TaskId id = a.row(row).id;
        if (!(a.row(row) == b.row(row)) || !(*a.task(id) == *b.task(id)))
            return u"row %1"_s.arg(row);
    }
    for (int status = 0; status < taskStatusCount; ++status) {
        if (a.count(TaskStatus(status)) != b.count(TaskStatus(status)))
            return u"count %1"_s.arg(status);
    }
    if (a.bytes() != b.bytes() || qAbs(a.progress() - b.progress()) > 1e-9)
        return u"totals"_s;
    return {};
}

Board folded(const Recording &recording, qsizetype events)
{
    Board board;
    for (qsizetype i = 0; i < events; ++i)
        board.apply(recording.at(i));
    return board;
}

TaskEvent queued(qint64 timeNs, quint32 id)
{
    return {
        .timeNs = timeNs, .text = u"t%1"_s.arg(id), .task = TaskId {id}, .kind = EventKind::Queued};
}
TaskEvent finished(qint64 timeNs, quint32 id)
{
    return {.timeNs = timeNs, .task = TaskId {id}, .kind = EventKind::Finished};
}

} // namespace

/// Back in time: what the views show is what they showed then.
class TestPlayhead : public QObject
{
    Q_OBJECT
private slots:
    void aPastMomentIsAsItWasLive();
    void newEventsChangeNothingThatIsShown();
    void everyModelFollowsEveryJump();
    void stepsGoEventByEvent();
    void clearingReturnsToLive();
    void theGalleryShowsWhatWasDone();
    void checkpointsStayFew();
    void aJumpFoldsLittle();
    void boardsShareWhatDidNotChange();
};

void TestPlayhead::aPastMomentIsAsItWasLive()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomStream stream(seed);
    Recording recording;
    Playhead playhead(recording);
    struct Seen
    {
        qint64 timeNs;
        Board board;
    };
    std::vector<Seen> seen;
    for (int i = 0; i < 400; ++i) {
        recording.append(stream.batch());
        if (recording.size() > 0 && stream.below(4) == 0)
            seen.push_back({recording.at(recording.size() - 1).timeNs, playhead.board()});
    }
    QVERIFY(seen.size() > 20);
    for (int i = 0; i < 300; ++i) {
        const Seen &then = seen[size_t(stream.below(int(seen.size())))];
        if (stream.below(3) == 0) { // a look aside does not move anything
            QCOMPARE(differs(playhead.boardAt(then.timeNs), then.board), QString());
            continue;
        }
        playhead.showAt(then.timeNs);
        QVERIFY(!playhead.isLive());
        QCOMPARE(differs(playhead.board(), then.board), QString());
        if (stream.below(10) == 0)
            playhead.showLive();
    }
    playhead.showLive();
    QCOMPARE(differs(playhead.board(), folded(recording, recording.size())), QString());
}

void TestPlayhead::newEventsChangeNothingThatIsShown()
{
    Session session;
    Recording &recording = session.recording();
    Playhead &playhead = session.playhead();
    TaskModel model(session);
    const qint64 t = recording.originNs();
    recording.append({queued(t + 1, 1), queued(t + 2, 2), finished(t + 3, 1)});
    playhead.showAt(t + 2);
    QCOMPARE(playhead.timeNs(), t + 2);
    QSignalSpy changes(&model, &TaskModel::dataChanged);
    recording.append({queued(t + 4, 3), finished(t + 5, 2)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(playhead.board().unfinished(), 2);
    QCOMPARE(playhead.latest().unfinished(), 1);
    QCOMPARE(changes.size(), 0);
    playhead.showLive();
    QVERIFY(playhead.isLive());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(playhead.board().unfinished(), 1);
    QVERIFY(playhead.timeNs() > t + 5);
}

void TestPlayhead::everyModelFollowsEveryJump()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomStream stream(seed);
    Session session;
    Recording &recording = session.recording();
    Playhead &playhead = session.playhead();
    TaskModel model(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSortFilterProxyModel sorted; // a user that trusts every signal
    sorted.setSourceModel(&model);
    sorted.setSortRole(TaskModel::SortRole);
    sorted.sort(TaskModel::StateColumn);
    QAbstractItemModelTester sortedTester(&sorted, Mode::Fatal);
    for (int i = 0; i < 250; ++i) {
        recording.append(stream.batch());
        const qsizetype size = recording.size();
        switch (stream.below(5)) {
        case 0: playhead.showLive(); break;
        case 1: playhead.step(stream.below(40) - 20); break;
        case 2:
            if (size > 0)
                playhead.showAt(recording.at(stream.below(int(size))).timeNs);
            break;
        default: break;
        }
        const Board expected = folded(recording, playhead.events());
        compareRows(model, sorted, expected);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestPlayhead::stepsGoEventByEvent()
{
    Recording recording;
    Playhead playhead(recording);
    QVERIFY(!playhead.lastEvent());
    playhead.step(-1);
    QVERIFY(!playhead.lastEvent());
    playhead.showLive();
    const qint64 t = recording.originNs();
    recording.append({queued(t + 1, 1), queued(t + 1, 2), finished(t + 1, 1)}); // all at once
    QCOMPARE(playhead.lastEvent()->kind, EventKind::Finished);
    playhead.step(-1);
    QVERIFY(!playhead.isLive());
    QCOMPARE(playhead.lastEvent()->task, TaskId {2});
    QCOMPARE(playhead.board().unfinished(), 2);
    QCOMPARE(playhead.timeNs(), t + 1);
    playhead.step(-1);
    QCOMPARE(playhead.board().rowCount(), 1);
    playhead.step(-100);
    QCOMPARE(playhead.events(), 0);
    QCOMPARE(playhead.timeNs(), t);
    playhead.step(100);
    QCOMPARE(playhead.events(), 3);
    QVERIFY(!playhead.isLive());
    playhead.showAt(t - 1'000'000);
    QCOMPARE(playhead.events(), 0);
    QCOMPARE(playhead.timeNs(), t);
}

void TestPlayhead::clearingReturnsToLive()
{
    Session session;
    Recording &recording = session.recording();
    Playhead &playhead = session.playhead();
    TaskModel model(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    const qint64 t = recording.originNs();
    recording.append({queued(t + 1, 1), queued(t + 2, 2)});
    playhead.showAt(t + 1);
    QSignalSpy jumped(&playhead, &Playhead::jumped);
    recording.clear();
    QVERIFY(playhead.isLive());
    QCOMPARE(jumped.size(), 1);
    QCOMPARE(model.rowCount(), 0);
    recording.append({queued(t + 9, 5)});
    QCOMPARE(model.taskAt(0), TaskId {5});
    playhead.showAt(t + 8);
    QCOMPARE(model.rowCount(), 0);
}

void TestPlayhead::theGalleryShowsWhatWasDone()
{
    Session session;
    Recording &recording = session.recording();
    Playhead &playhead = session.playhead();
    GalleryModel gallery(session);
    QAbstractItemModelTester tester(&gallery, Mode::Fatal);
    const qint64 t = recording.originNs();
    const QImage image(4, 4, QImage::Format_RGB32);
    for (quint32 id = 1; id <= 10; ++id)
        recording.append({queued(t + id, id)});
    for (quint32 id = 1; id <= 10; ++id) {
        gallery.add(TaskId {id}, image); // before its end is told
        recording.append({finished(t + 100 * id, id)});
    }
    QCOMPARE(gallery.rowCount(), 10);
    playhead.showAt(t + 350);
    QCOMPARE(gallery.rowCount(), 3);
    QCOMPARE(gallery.taskAt(2), TaskId {3});
    gallery.add(TaskId {11}, image);
    QCOMPARE(gallery.rowCount(), 3);
    playhead.showAt(t + 100);
    QCOMPARE(gallery.rowCount(), 1);
    playhead.showAt(t + 720);
    QCOMPARE(gallery.rowCount(), 7);
    for (quint32 id = 100; id < 100 + GalleryModel::maxImages - 5; ++id)
        gallery.add(TaskId {id}, image); // pushes the oldest out, shown or not
    QCOMPARE(gallery.rowCount(), 1);
    QCOMPARE(gallery.taskAt(0), TaskId {7});
    playhead.showLive();
    QCOMPARE(gallery.rowCount(), GalleryModel::maxImages);
}

void TestPlayhead::checkpointsStayFew()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomStream stream(seed);
    Recording recording;
    BoardHistory history;
    Board live;
    while (recording.size() < 400'000) {
        const qsizetype first = recording.size();
        recording.append(stream.batch());
        for (qsizetype i = first; i < recording.size(); ++i)
            live.apply(recording.at(i));
        history.offer(recording.size(), live);
        QVERIFY(history.size() <= BoardHistory::maxBoards);
    }
    QVERIFY(history.size() >= 4); // these touch tasks of all ages at once, so boards share little
    for (int i = 0; i < 20; ++i) {
        const qsizetype events = stream.below(int(recording.size()));
        QCOMPARE(differs(history.fold(recording, events, {}, 0), folded(recording, events)),
                 QString());
    }
}

void TestPlayhead::aJumpFoldsLittle()
{
    Recording recording;
    std::vector<TaskEvent> batch; // a trace that is opened comes in one go
    for (quint32 id = 1; id <= 100'000; ++id) {
        batch.push_back(queued(recording.originNs() + 2 * id, id));
        batch.push_back(finished(recording.originNs() + 2 * id + 1, id));
    }
    recording.append(std::move(batch));
    BoardHistory history;
    history.fold(recording, recording.size(), {}, 0);
    QVERIFY(history.size() > 10);
    QVERIFY(history.step() * BoardHistory::maxBoards <= 4 * recording.size());
    const qsizetype before = history.size();
    const Board board = history.fold(recording, 123'456, {}, 0);
    QCOMPARE(board.rowCount(), 61'728);
    QVERIFY(history.size() <= before + 1);
}

void TestPlayhead::boardsShareWhatDidNotChange()
{
    Board board;
    for (quint32 id = 1; id <= 10'000; ++id)
        board.apply(queued(id, id));
    QCOMPARE(board.copiedBytes(), 0);
    const Board copy = board;
    board.apply(finished(20'000, 5'000));
    QVERIFY(board.copiedBytes() > 0);
    QVERIFY(board.copiedBytes() < 64 * 1'024);
    QVERIFY(copy.task(TaskId {5'000})->status == TaskStatus::Queued);
    QVERIFY(board.task(TaskId {5'000})->status == TaskStatus::Succeeded);
    QVERIFY(board.hasSameRow(copy, 4'998));
    QVERIFY(!board.hasSameRow(copy, 4'999));
    board.apply(queued(30'000, 4'000'000'000)); // an id from afar costs no more than any other
    QCOMPARE(board.row(10'000).id, TaskId {4'000'000'000});
    QVERIFY(board.task(TaskId {4'000'000'000}));
    QVERIFY(!copy.task(TaskId {4'000'000'000}));
}

QTEST_GUILESS_MAIN(TestPlayhead)
#include "tst_playhead.moc"
