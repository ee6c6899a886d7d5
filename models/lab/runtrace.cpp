// SPDX-License-Identifier: MIT
#include "lab/runtrace.h"

#include "session/projection.h"

#include <algorithm>

namespace {

qint64 endOf(qint64 endNs)
{
    return endNs == Span::openEnd ? -1 : endNs;
}

/// Adds the span at \p ref and those before it.
void addSpans(const Spans &spans, SpanRef ref, std::vector<RunSpan> &added)
{
    for (; ref.isValid(); ref = spans.span(ref).previous) {
        const Span &span = spans.span(ref);
        const bool isWaiting = span.kind == SpanKind::Waiting;
        added.push_back({.beginNs = span.beginNs,
                         .endNs = endOf(span.endNs),
                         .kind = isWaiting ? RunSpan::Kind::Suspended : RunSpan::Kind::Running,
                         .lane = isWaiting ? Lane() : spans.laneOf(ref)});
    }
}

RunRow rowOf(const Spans &spans, const TaskState &task, qsizetype place)
{
    RunRow row {.task = task.id,
                .parent = task.parent,
                .type = task.type,
                .status = task.status,
                .title = task.title,
                .spans = {{.beginNs = task.queuedNs, .endNs = task.finishedNs}}};
    addSpans(spans, spans.lastOf(place), row.spans);
    addSpans(spans, spans.lastOutsideOf(place), row.spans);
    std::stable_sort(row.spans.begin() + 1, row.spans.end(),
                     [](const RunSpan &a, const RunSpan &b) { return a.beginNs < b.beginNs; });
    if (row.spans.size() > 1)
        row.spans.front().endNs = row.spans[1].beginNs;
    return row;
}

} // namespace

RunTrace::RunTrace(const Projection &projection, TaskId root)
    : m_root(root)
{
    const Board &board = projection.board();
    const Spans &spans = projection.spans();
    std::vector<qsizetype> places {board.indexOf(root)};
    for (size_t i = 0; i < places.size(); ++i)
        std::ranges::copy(spans.childrenOf(places[i]), std::back_inserter(places));
    std::sort(places.begin() + 1, places.end());
    for (size_t i = 1; i < places.size(); ++i)
        m_rows.push_back(rowOf(spans, board.at(places[i]), places[i]));
}

int RunTrace::unfinished() const
{
    return int(
        std::ranges::count_if(m_rows, [](const RunRow &row) { return !isFinished(row.status); }));
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
