// SPDX-License-Identifier: MIT
#include "record/tracespans.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace {

auto placeOf(const TraceSpan &span)
{
    return std::tuple(span.isStall, span.lane, span.beginNs, -span.endNs);
}

/// Puts spans that come in the order of placeOf() into the first row where they cross nothing.
class Rows
{
public:
    /// Gives \p span its row; maxRows when there is none left.
    void place(TraceSpan &span)
    {
        for (span.row = 0; span.row < TraceSpans::maxRows; ++span.row) {
            if (span.row == m_ends.size())
                m_ends.emplace_back();
            std::vector<qint64> &ends = m_ends[span.row];
            while (!ends.empty() && ends.back() <= span.beginNs)
                ends.pop_back();
            if (ends.empty() || ends.back() >= span.endNs)
                return ends.push_back(span.endNs);
        }
    }

private:
    std::vector<std::vector<qint64>> m_ends; // of the spans around the next one, for each row
};

} // namespace

TraceSpans::TraceSpans(const Snapshot &events)
{
    collect(events);
    std::ranges::stable_sort(m_spans, {}, placeOf);
    layOut();
    m_byTask.resize(m_spans.size());
    std::iota(m_byTask.begin(), m_byTask.end(), 0);
    std::ranges::sort(m_byTask, {},
                      [this](quint32 i) { return std::pair(m_spans[i].task, m_spans[i].beginNs); });
}

void TraceSpans::collect(const Snapshot &events)
{
    QHash<TaskId, TraceSpan> open;
    QSet<TaskId> stalls;
    const auto close = [&](TaskId task, qint64 endNs) {
        const auto found = open.constFind(task);
        if (found == open.cend())
            return;
        m_spans.push_back(*found);
        m_spans.back().endNs = std::max(found->beginNs, endNs);
        open.erase(found);
    };
    for (qsizetype i = 0; i < events.size(); ++i) {
        const TaskEvent &event = events.at(i);
        switch (event.kind) {
        case EventKind::Queued:
            if (TaskType(event.code) == TaskType::Stall)
                stalls.insert(event.task);
            break;
        case EventKind::Started:
        case EventKind::Resumed:
            close(event.task, event.timeNs);
            open.insert(event.task,
                        {.beginNs = event.timeNs,
                         .task = event.task,
                         .lane = event.lane,
                         .isStall = stalls.contains(event.task)});
            break;
        case EventKind::Note:
            // It is noticed later than it began.
            if (NoteCode(event.code) == NoteCode::Began && open.contains(event.task))
                open[event.task].beginNs = event.value;
            break;
        case EventKind::Suspended:
        case EventKind::Finished: close(event.task, event.timeNs); break;
        case EventKind::Turn:
            m_spans.push_back(
                {.beginNs = event.timeNs - event.value, .endNs = event.timeNs, .lane = event.lane});
            break;
        case EventKind::Progress:
        case EventKind::Lag: break;
        }
    }
    for (TraceSpan span : std::as_const(open)) {
        span.isOpen = true;
        span.endNs = std::max(span.beginNs, events.endNs());
        m_spans.push_back(span);
    }
}

void TraceSpans::layOut()
{
    Rows rows;
    for (size_t i = 0; i < m_spans.size(); ++i) {
        const bool isNewLane = i > 0
            && (m_spans[i].lane != m_spans[i - 1].lane
                || m_spans[i].isStall != m_spans[i - 1].isStall);
        if (isNewLane)
            rows = Rows();
        rows.place(m_spans[i]);
    }
    std::erase_if(m_spans, [](const TraceSpan &span) { return span.row == maxRows; });
}

const TraceSpan *TraceSpans::first(TaskId task) const
{
    const auto found = std::ranges::lower_bound(m_byTask, task, {},
                                                [this](quint32 i) { return m_spans[i].task; });
    return found != m_byTask.end() && m_spans[*found].task == task ? &m_spans[*found] : nullptr;
}

const TraceSpan *TraceSpans::at(TaskId task, qint64 timeNs) const
{
    const auto after
        = std::ranges::upper_bound(m_byTask, std::pair(task, timeNs), {}, [this](quint32 i) {
              return std::pair(m_spans[i].task, m_spans[i].beginNs);
          });
    if (after == m_byTask.begin())
        return nullptr;
    const TraceSpan &span = m_spans[*std::prev(after)];
    return span.task == task && timeNs <= span.endNs ? &span : nullptr;
}
