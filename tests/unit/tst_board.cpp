// SPDX-License-Identifier: MIT
#include "record/outcome.h"
#include "session/board.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// The fold from events to what a person sees.
class TestBoard : public QObject
{
    Q_OBJECT
private slots:
    void foldsTheLifeOfAFetch();
    void anotherRequestHasNotBeenAnsweredYet_data();
    void anotherRequestHasNotBeenAnsweredYet();
    void childrenAreNoRows();
    void nothingHappensAfterTheEnd();
    void countersEqualARecount();
};

namespace {

TaskEvent make(quint32 task, EventKind kind, quint8 code = 0, qint64 value = 0,
               const QString &text = {})
{
    static qint64 time = 0;
    return {.timeNs = ++time,
            .value = value,
            .text = text,
            .task = TaskId {task},
            .kind = kind,
            .code = code};
}

TaskEvent makeNote(quint32 task, NoteCode code, qint64 value = 0, const QString &text = {})
{
    return make(task, EventKind::Note, quint8(code), value, text);
}

} // namespace

void TestBoard::foldsTheLifeOfAFetch()
{
    Board board;
    board.apply(make(1, EventKind::Queued, quint8(TaskType::Fetch), 0, u"image/17"_s));
    QCOMPARE(board.row(0).status, TaskStatus::Queued);
    board.apply(make(1, EventKind::Started, 0, 1));
    board.apply(makeNote(1, NoteCode::Status, 200));
    board.apply(makeNote(1, NoteCode::Total, 1'000));
    board.apply(make(1, EventKind::Progress, 0, 250));
    QCOMPARE(board.row(0).fraction(), 0.25);
    QCOMPARE(board.progress(), 0.25);
    QCOMPARE(board.bytes(), 250);
    board.apply(make(1, EventKind::Suspended, 0, 0, u"waits to retry"_s));
    QCOMPARE(board.count(TaskStatus::Suspended), 1);
    board.apply(make(1, EventKind::Resumed, 0, 2));
    QCOMPARE(board.row(0).attempts, 2);
    board.apply(makeNote(1, NoteCode::Stage, 0, u"thumbnail"_s));
    board.apply(make(1, EventKind::Progress, 0, 3));
    QCOMPARE(board.row(0).bytes, 250); // steps of the kernel are no bytes
    board.apply(make(1, EventKind::Finished, quint8(Outcome::Kind::Succeeded)));
    QCOMPARE(board.row(0).fraction(), 1.0);
    QCOMPARE(board.progress(), 1.0);
    QCOMPARE(board.unfinished(), 0);
}

void TestBoard::anotherRequestHasNotBeenAnsweredYet_data()
{
    QTest::addColumn<NoteCode>("why");
    QTest::newRow("after a redirect") << NoteCode::Redirect;
    QTest::newRow("after a pause") << NoteCode::RetryIn;
}

void TestBoard::anotherRequestHasNotBeenAnsweredYet()
{
    QFETCH(NoteCode, why);
    const auto run = [](EventKind kind, Lane lane) {
        TaskEvent event = make(1, kind, 0, 1);
        event.lane = lane;
        return event;
    };
    Board board;
    board.apply(make(1, EventKind::Queued, quint8(TaskType::Fetch)));
    board.apply(run(EventKind::Started, {Lane::Kind::Network, 1}));
    board.apply(makeNote(1, NoteCode::FirstByte));
    board.apply(makeNote(1, NoteCode::Status, 301));
    board.apply(makeNote(1, NoteCode::Integrity, qint64(Integrity::Complete)));
    board.apply(makeNote(1, why));
    QCOMPARE(board.row(0).httpStatus, 301); // the last there is
    board.apply(run(EventKind::Resumed, {Lane::Kind::Network, 2}));
    QCOMPARE(board.row(0).httpStatus, 0);
    QCOMPARE(board.row(0).firstByteNs, -1);
    QCOMPARE(board.row(0).integrity, Integrity::Unknown);
    board.apply(makeNote(1, NoteCode::FirstByte));
    board.apply(makeNote(1, NoteCode::Status, 200));
    board.apply(run(EventKind::Resumed, {Lane::Kind::Pool, 1}));
    QCOMPARE(board.row(0).httpStatus, 200); // the processing changes nothing about the reply
    QVERIFY(board.row(0).firstByteNs > board.row(0).sentNs);
}

void TestBoard::childrenAreNoRows()
{
    Board board;
    board.apply(make(1, EventKind::Queued, quint8(TaskType::Picture)));
    TaskEvent child = make(2, EventKind::Queued, quint8(TaskType::Tile));
    child.parent = TaskId {1};
    board.apply(child);
    QCOMPARE(board.taskCount(), 2);
    QCOMPARE(board.rowCount(), 1);
    QCOMPARE(board.task(TaskId {2})->row, -1);
    QCOMPARE(board.count(TaskStatus::Queued), 1);
    QCOMPARE(board.task(TaskId {3}), nullptr);
}

void TestBoard::nothingHappensAfterTheEnd()
{
    Board board;
    board.apply(make(1, EventKind::Queued));
    board.apply(make(1, EventKind::Finished, quint8(Outcome::Kind::TimedOut), 0, u"late"_s));
    board.apply(make(1, EventKind::Finished, quint8(Outcome::Kind::Succeeded)));
    board.apply(make(1, EventKind::Progress, 0, 7));
    QCOMPARE(board.row(0).status, TaskStatus::TimedOut);
    QCOMPARE(board.row(0).message, u"late"_s);
    QCOMPARE(board.row(0).done, 0);
}

void TestBoard::countersEqualARecount()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Board board;
    quint32 tasks = 0;
    for (int step = 0; step < 20'000; ++step) {
        if (tasks == 0 || random.bounded(10) == 0) {
            board.apply(make(++tasks, EventKind::Queued, quint8(TaskType::Fetch)));
            board.apply(makeNote(tasks, NoteCode::Total, 100));
            continue;
        }
        const quint32 task = random.bounded(tasks) + 1;
        switch (random.bounded(5)) {
        case 0: board.apply(make(task, EventKind::Resumed, 0, 1)); break;
        case 1: board.apply(make(task, EventKind::Suspended)); break;
        case 2: board.apply(make(task, EventKind::Progress, 0, random.bounded(101))); break;
        case 3: board.apply(makeNote(task, NoteCode::Stage, 0, u"sha256"_s)); break;
        default: board.apply(make(task, EventKind::Finished, quint8(random.bounded(5))));
        }
    }
    std::array<int, taskStatusCount> counts {};
    double progress = 0;
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        const TaskState &task = board.row(row);
        ++counts[size_t(task.status)];
        progress += isFinished(task.status) ? 1 : std::max(0.0, task.fraction());
    }
    for (int status = 0; status < taskStatusCount; ++status)
        QCOMPARE(board.count(TaskStatus(status)), counts[size_t(status)]);
    QVERIFY(qAbs(board.progress() - progress / double(board.rowCount())) < 1e-9);
}

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
