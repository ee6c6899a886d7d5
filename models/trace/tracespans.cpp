// SPDX-License-Identifier: MIT
#include "trace/tracespans.h"

#include "session/projection.h"

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

TraceSpans::TraceSpans(const Projection &projection, qint64 endNs)
{
    const Spans &spans = projection.spans();
    constexpr Lane gui {Lane::Kind::Gui};
    collect(spans.outside(), {}, endNs);
    for (int row = 0; row < spans.laneCount(); ++row)
        collect(spans.track(row), spans.lane(row), endNs);
    collect(spans.turns(), gui, endNs);
    collect(spans.stalls(), gui, endNs, true);
    std::ranges::stable_sort(m_spans, {}, placeOf);
    layOut();
    m_byTask.resize(m_spans.size());
    std::iota(m_byTask.begin(), m_byTask.end(), 0);
    std::ranges::sort(m_byTask, {},
                      [this](quint32 i) { return std::pair(m_spans[i].task, m_spans[i].beginNs); });
}

void TraceSpans::collect(const SpanTrack &track, Lane lane, qint64 endNs, bool isStall)
{
    for (quint32 i = 0; i < track.size(); ++i) {
        const Span &span = track.at(i);
        if (span.kind == SpanKind::Waiting)
            continue;
        m_spans.push_back({.beginNs = span.beginNs,
                           .endNs = span.isOpen() ? std::max(span.beginNs, endNs) : span.endNs,
                           .task = span.task,
                           .lane = lane,
                           .isStall = isStall,
                           .isOpen = span.isOpen()});
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
