// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <algorithm>
#include <vector>

class Projection;

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

/// What the variant of an experiment did: the descendants of its task, as a projection has them. A
/// value, which outlives the recording.
class RunTrace
{
public:
    explicit RunTrace(TaskId root = TaskId::None)
        : m_root(root)
    {
    }
    RunTrace(const Projection &projection, TaskId root);

    TaskId root() const { return m_root; }
    /// In the order they were queued, without the root.
    const std::vector<RunRow> &rows() const { return m_rows; }
    int unfinished() const;
    /// The most tasks of \p type that ran at once.
    int peakRunning(TaskType type) const;
    int count(TaskType type) const { return int(std::ranges::count(m_rows, type, &RunRow::type)); }

private:
    TaskId m_root;
    std::vector<RunRow> m_rows;
};
