// SPDX-License-Identifier: MIT
#include "session/board.h"

#include "record/outcome.h"

#include <algorithm>

namespace {

/// What a task adds to the progress of the whole while it is not finished.
double share(const TaskState &task)
{
    return task.row < 0 || isFinished(task.status) ? 0.0 : std::max(0.0, task.fraction());
}

/// What the reply before said, to an attempt or from where it redirected, is not about this one.
void beginRequest(TaskState &task, qint64 nowNs)
{
    task.sentNs = nowNs;
    task.firstByteNs = -1;
    task.httpStatus = 0;
    task.integrity = Integrity::Unknown;
}

} // namespace

TaskStatus statusOf(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Succeeded: return TaskStatus::Succeeded;
    case Outcome::Kind::Failed: return TaskStatus::Failed;
    case Outcome::Kind::Cancelled: return TaskStatus::Cancelled;
    case Outcome::Kind::TimedOut: return TaskStatus::TimedOut;
    case Outcome::Kind::Abandoned: return TaskStatus::Abandoned;
    }
    Q_UNREACHABLE();
}

double TaskState::fraction() const
{
    if (isFinished(status) && status == TaskStatus::Succeeded)
        return 1.0;
    return total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : -1.0;
}

const TaskState *Board::apply(const TaskEvent &event)
{
    if (familyOf(event.kind) != EventFamily::Task)
        return nullptr;
    const qsizetype place = indexOf(event.task);
    if (place < 0)
        return event.kind == EventKind::Queued ? queue(event) : nullptr;
    if (isFinished(m_tasks[place].status))
        return &m_tasks[place]; // nothing happens after the end
    TaskState &task = m_tasks.edit(place);
    m_partial -= share(task);
    applyToTask(task, event);
    m_partial += share(task);
    return &task;
}

const TaskState *Board::queue(const TaskEvent &event)
{
    TaskState task;
    task.id = event.task;
    task.parent = event.parent;
    task.type = TaskType(event.code);
    task.title = event.text;
    task.queuedNs = event.timeNs;
    if (hasRow(event)) {
        task.row = rowCount();
        m_rows.append(qint32(taskCount()));
        ++m_counts[size_t(TaskStatus::Queued)];
    }
    setPlace(event.task, taskCount());
    return &m_tasks.append(std::move(task));
}

void Board::applyToTask(TaskState &task, const TaskEvent &event)
{
    task.lane = event.lane;
    switch (event.kind) {
    case EventKind::Queued: break;
    case EventKind::Started: task.startedNs = event.timeNs; [[fallthrough]];
    case EventKind::Resumed:
        task.attempts = std::max(task.attempts, int(event.value));
        if (event.lane.kind == Lane::Kind::Network)
            beginRequest(task, event.timeNs);
        task.message.clear();
        setStatus(task, TaskStatus::Running);
        break;
    case EventKind::Progress: applyProgress(task, event.value); break;
    case EventKind::Suspended:
        task.message = event.text;
        task.lane = {};
        setStatus(task, TaskStatus::Suspended);
        break;
    case EventKind::Note: applyNote(task, event); break;
    case EventKind::Finished:
        task.finishedNs = event.timeNs;
        task.message = event.text;
        task.cancelling = false;
        setStatus(task, statusOf(Outcome::Kind(event.code)));
        break;
    default: break; // of no task
    }
}

void Board::applyNote(TaskState &task, const TaskEvent &event)
{
    switch (NoteCode(event.code)) {
    case NoteCode::Total: task.total = event.value; break;
    case NoteCode::FirstByte: task.firstByteNs = event.timeNs; break;
    case NoteCode::Status: task.httpStatus = int(event.value); break;
    case NoteCode::Integrity: task.integrity = Integrity(event.value); break;
    case NoteCode::Result: task.result = event.text; break;
    case NoteCode::Cancelling: task.cancelling = true; break;
    case NoteCode::Bytes: task.bytes = event.value; break;
    case NoteCode::Stage:
        task.stage = event.text;
        task.done = 0;
        task.total = -1;
        break;
    case NoteCode::RetryIn:
        task.done = 0;
        task.total = -1;
        task.firstByteNs = -1;
        break;
    case NoteCode::Message:
    case NoteCode::Header:
    case NoteCode::Redirect:
    case NoteCode::Sent: break;
    }
}

void Board::applyProgress(TaskState &task, qint64 done)
{
    if (task.type == TaskType::Fetch && task.stage.isEmpty()) {
        m_bytes += std::max<qint64>(0, done - task.done);
        task.bytes = done;
    }
    task.done = done;
}

void Board::setStatus(TaskState &task, TaskStatus status)
{
    if (task.row >= 0) {
        --m_counts[size_t(task.status)];
        ++m_counts[size_t(status)];
    }
    task.status = status;
}

void Board::clear()
{
    *this = Board();
}

const TaskState *Board::task(TaskId id) const
{
    const qsizetype place = indexOf(id);
    return place < 0 ? nullptr : &m_tasks[place];
}

bool Board::hasSameRow(const Board &other, qsizetype row) const
{
    const qsizetype place = m_rows[row];
    return m_tasks.shares(other.m_tasks, place) || m_tasks[place] == other.m_tasks[place];
}

qint64 Board::copiedBytes() const
{
    constexpr auto chunk = qint64(SharedChunks<TaskState>::chunkSize);
    return m_tasks.copiedChunks() * chunk * qint64(sizeof(TaskState))
        + (m_rows.copiedChunks() + m_places.copiedChunks()) * chunk * qint64(sizeof(qint32));
}

qsizetype Board::indexOf(TaskId id) const
{
    if (qsizetype(toIndex(id)) < m_places.size() && m_places[qsizetype(toIndex(id))] >= 0)
        return m_places[qsizetype(toIndex(id))];
    return m_strays.isEmpty() ? -1 : m_strays.value(id, -1);
}

void Board::setPlace(TaskId id, qsizetype place)
{
    constexpr qsizetype gap = 1'024; // that ids of other threads may still fill
    const auto index = qsizetype(toIndex(id));
    if (index >= m_places.size() + gap) {
        m_strays.insert(id, place);
        return;
    }
    while (m_places.size() <= index)
        m_places.append(-1);
    m_places.edit(index) = qint32(place);
}

int Board::unfinished() const
{
    return count(TaskStatus::Queued) + count(TaskStatus::Running) + count(TaskStatus::Suspended);
}

double Board::progress() const
{
    if (rowCount() == 0)
        return 0;
    const double finished = double(rowCount() - unfinished());
    return std::clamp((finished + m_partial) / double(rowCount()), 0.0, 1.0);
}
