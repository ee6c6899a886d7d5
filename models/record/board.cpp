// SPDX-License-Identifier: MIT
#include "record/board.h"

#include "record/outcome.h"

#include <algorithm>

namespace {

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

/// What a task adds to the progress of the whole while it is not finished.
double share(const TaskState &task)
{
    return task.row < 0 || isFinished(task.status) ? 0.0 : std::max(0.0, task.fraction());
}

} // namespace

double TaskState::fraction() const
{
    if (isFinished(status) && status == TaskStatus::Succeeded)
        return 1.0;
    return total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : -1.0;
}

const TaskState *Board::apply(const TaskEvent &event)
{
    if (event.kind == EventKind::Queued && !m_index.contains(event.task)) {
        m_index.insert(event.task, taskCount());
        TaskState &task = m_tasks.emplace_back();
        task.id = event.task;
        task.parent = event.parent;
        task.type = TaskType(event.code);
        task.title = event.text;
        task.queuedNs = event.timeNs;
        if (hasRow(event)) {
            task.row = rowCount();
            m_rows.push_back(taskCount() - 1);
            ++m_counts[size_t(TaskStatus::Queued)];
        }
        return &task;
    }
    const auto found = m_index.constFind(event.task);
    if (found == m_index.cend())
        return nullptr;
    TaskState &task = m_tasks[size_t(*found)];
    if (isFinished(task.status))
        return &task; // nothing happens after the end
    m_partial -= share(task);
    task.lane = event.lane;
    switch (event.kind) {
    case EventKind::Queued: break;
    case EventKind::Started:
        task.startedNs = event.timeNs;
        [[fallthrough]];
    case EventKind::Resumed:
        task.attempts = std::max(task.attempts, int(event.value));
        if (event.lane.kind == Lane::Kind::Network)
            task.sentNs = event.timeNs;
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
    case EventKind::Turn:
    case EventKind::Lag: break; // of no task
    }
    m_partial += share(task);
    return &task;
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
    case NoteCode::Began: task.startedNs = event.value; break;
    case NoteCode::Message:
    case NoteCode::Header:
    case NoteCode::Redirect:
    case NoteCode::Sent:
    case NoteCode::Hang:
    case NoteCode::Congestion:
    case NoteCode::Stack:
    case NoteCode::Waited:
    case NoteCode::FirstWaited:
    case NoteCode::Paused: break;
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
    const auto found = m_index.constFind(id);
    return found == m_index.cend() ? nullptr : &m_tasks[size_t(*found)];
}

int Board::unfinished() const
{
    return count(TaskStatus::Queued) + count(TaskStatus::Running) + count(TaskStatus::Suspended);
}

double Board::progress() const
{
    if (m_rows.empty())
        return 0;
    const double finished = double(rowCount() - unfinished());
    return std::clamp((finished + m_partial) / double(rowCount()), 0.0, 1.0);
}
