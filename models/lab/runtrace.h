// SPDX-License-Identifier: MIT
#pragma once

#include "record/board.h"

#include <QHash>

#include <vector>

/// A stretch of time of a task of a run. Times are those of TaskEvent::timeNs.
struct RunSpan
{
    enum class Kind : quint8 { Queued, Running, Suspended };

    qint64 beginNs = 0;
    qint64 endNs = -1; ///< -1 while it goes on
    Kind kind = Kind::Queued;
    Lane lane {}; ///< of Running
};

/// A task of a run, from its first event to its last.
struct RunRow
{
    TaskId task = TaskId::None;
    TaskId parent = TaskId::None;
    TaskType type = TaskType::Step;
    TaskStatus status = TaskStatus::Queued;
    QString title {};
    std::vector<RunSpan> spans {}; ///< in order, without gaps
};

/// What the variant of an experiment did: the descendants of its task, folded from the events. A
/// value.
class RunTrace
{
public:
    explicit RunTrace(TaskId root = TaskId::None)
        : m_root(root)
    {
    }

    /// Takes the next event of the recording, whosever it is; true when it is one of this run.
    bool apply(const TaskEvent &event);

    TaskId root() const { return m_root; }
    /// In the order they were queued, without the root.
    const std::vector<RunRow> &rows() const { return m_rows; }
    int unfinished() const;
    /// The most tasks of \p type that ran at once.
    int peakRunning(TaskType type) const;
    int count(TaskType type) const;

private:
    void applyToRow(RunRow &row, const TaskEvent &event);

    TaskId m_root;
    std::vector<RunRow> m_rows;
    QHash<TaskId, size_t> m_places; // in m_rows
};
