// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/sharedchunks.h"
#include "record/taskevent.h"

#include <QHash>

#include <array>

/// What a person sees of a task: where it is, or how it ended.
enum class TaskStatus : quint8 {
    Queued,
    Running,
    Suspended,
    Succeeded,
    Failed,
    TimedOut,
    Cancelled,
    Abandoned
};
constexpr int taskStatusCount = 8;
constexpr bool isFinished(TaskStatus status)
{
    return status >= TaskStatus::Succeeded;
}
TaskStatus statusOf(Outcome::Kind kind);

/// The state of one task as its events up to some moment tell it. Times are those of
/// TaskEvent::timeNs; -1 where it has not happened.
struct TaskState
{
    TaskId id = TaskId::None;
    TaskId parent = TaskId::None;
    TaskType type = TaskType::Step;
    TaskStatus status = TaskStatus::Queued;
    bool cancelling = false; ///< a stop was asked for, it still runs
    Integrity integrity = Integrity::Unknown;
    Lane lane;
    qsizetype row = -1; ///< place among the tasks that have one; -1 for a child and a run
    qint64 queuedNs = -1;
    qint64 startedNs = -1;
    qint64 sentNs = -1; ///< of the last attempt
    qint64 firstByteNs = -1; ///< of the last attempt
    qint64 finishedNs = -1;
    qint64 done = 0; ///< units of the current stage
    qint64 total = -1; ///< what done counts towards; -1 unknown
    qint64 bytes = 0; ///< received, of a fetch
    int attempts = 0;
    int httpStatus = 0; ///< of the last attempt; 0 without a reply
    QString title;
    QString stage; ///< the processing it is in or went through; empty while it fetches
    QString message; ///< how it ended, or what it waits for
    QString result;

    /// 0 … 1; -1 while the total is unknown.
    double fraction() const;
    bool operator==(const TaskState &) const = default;
};

/// Whether the task that \p queued announces has a row: runs of the lab and children have none.
inline bool hasRow(const TaskEvent &queued)
{
    return queued.parent == TaskId::None && TaskType(queued.code) != TaskType::Run;
}

/// The state of all tasks at a moment: a fold over the events up to it. A value; its copies share
/// the tasks that neither has changed since, so boards of many moments can be kept.
class Board
{
public:
    /// Takes the next event; returns the task it changed, nullptr when it names none.
    const TaskState *apply(const TaskEvent &event);
    void clear();

    /// Valid until the next event, like the references below.
    const TaskState *task(TaskId id) const;
    /// The place of \p id for at(); -1 when there is no such task.
    qsizetype indexOf(TaskId id) const;
    qsizetype taskCount() const { return m_tasks.size(); }
    /// Any task, in the order they were queued.
    const TaskState &at(qsizetype index) const { return m_tasks[index]; }
    /// Tasks that have a row, in the order they were queued.
    qsizetype rowCount() const { return m_rows.size(); }
    const TaskState &row(qsizetype row) const { return m_tasks[m_rows[row]]; }
    /// Whether \p row is the same here as on \p other, a board of the same recording that has it,
    /// too.
    bool hasSameRow(const Board &other, qsizetype row) const;
    /// How much was copied since its tasks were shared with other boards, in bytes; never falls.
    qint64 copiedBytes() const;

    /// How many tasks with a row are in \p status.
    int count(TaskStatus status) const { return m_counts[size_t(status)]; }
    int unfinished() const;
    /// 0 … 1 over all tasks with a row.
    double progress() const;
    /// Bytes received by all fetches so far.
    qint64 bytes() const { return m_bytes; }

private:
    const TaskState *queue(const TaskEvent &event);
    void applyToTask(TaskState &task, const TaskEvent &event);
    void setPlace(TaskId id, qsizetype place);
    void setStatus(TaskState &task, TaskStatus status);
    void applyNote(TaskState &task, const TaskEvent &event);
    void applyProgress(TaskState &task, qint64 done);

    SharedChunks<TaskState> m_tasks;
    SharedChunks<qint32> m_rows; // places in m_tasks
    SharedChunks<qint32> m_places; // in m_tasks, by id; -1: none
    // of ids far beyond the others, as a foreign recording may have them
    QHash<TaskId, qsizetype> m_strays;
    std::array<int, taskStatusCount> m_counts {};
    qint64 m_bytes = 0;
    double m_partial = 0; // sum of the fractions of unfinished rows
};
