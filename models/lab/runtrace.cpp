// SPDX-License-Identifier: MIT
#include "lab/runtrace.h"

#include <algorithm>

namespace {

void begin(RunRow &row, const TaskEvent &event, RunSpan::Kind kind, TaskStatus status)
{
    if (!row.spans.empty())
        row.spans.back().endNs = event.timeNs;
    row.spans.push_back({.beginNs = event.timeNs, .kind = kind, .lane = event.lane});
    row.status = status;
}

} // namespace

bool RunTrace::apply(const TaskEvent &event)
{
    if (event.task == TaskId::None)
        return false;
    if (event.kind == EventKind::Queued) {
        if (event.parent != m_root && !m_places.contains(event.parent))
            return false;
        if (m_root == TaskId::None || TaskType(event.code) == TaskType::Stall)
            return false;
        m_places.insert(event.task, m_rows.size());
        m_rows.push_back({.task = event.task,
                          .parent = event.parent,
                          .type = TaskType(event.code),
                          .title = event.text});
    }
    const auto place = m_places.constFind(event.task);
    if (place == m_places.constEnd())
        return false;
    applyToRow(m_rows[*place], event);
    return true;
}

void RunTrace::applyToRow(RunRow &row, const TaskEvent &event)
{
    switch (event.kind) {
    case EventKind::Queued: begin(row, event, RunSpan::Kind::Queued, TaskStatus::Queued); break;
    case EventKind::Started:
    case EventKind::Resumed: begin(row, event, RunSpan::Kind::Running, TaskStatus::Running); break;
    case EventKind::Suspended:
        begin(row, event, RunSpan::Kind::Suspended, TaskStatus::Suspended);
        break;
    case EventKind::Finished:
        row.spans.back().endNs = event.timeNs;
        row.status = statusOf(Outcome::Kind(event.code));
        break;
    default: break;
    }
}

int RunTrace::unfinished() const
{
    return int(
        std::ranges::count_if(m_rows, [](const RunRow &row) { return !isFinished(row.status); }));
}

int RunTrace::count(TaskType type) const
{
    return int(std::ranges::count(m_rows, type, &RunRow::type));
}

int RunTrace::peakRunning(TaskType type) const
{
    std::vector<std::pair<qint64, int>> changes; // an end before a beginning of the same time
    for (const RunRow &row : m_rows) {
        for (const RunSpan &span : row.spans) {
            if (row.type != type || span.kind != RunSpan::Kind::Running)
                continue;
            changes.emplace_back(span.beginNs, 1);
            if (span.endNs >= 0)
                changes.emplace_back(span.endNs, -1);
        }
    }
    std::ranges::sort(changes);
    int running = 0;
    int peak = 0;
    for (const auto &[timeNs, change] : changes)
        peak = std::max(peak, running += change);
    return peak;
}
