// SPDX-License-Identifier: MIT
#include "session/spans.h"

#include "session/stallreceipt.h"

#include <algorithm>

namespace {

/// Stands for a span that does not end with its task.
constexpr TaskStatus goesOn = TaskStatus::Running;

} // namespace

Spans::Spans(qint64 originNs)
    : m_tracks {{}}
    , m_beginNs(originNs)
    , m_endNs(originNs)
{
    trackOf({Lane::Kind::Gui});
}

bool Spans::apply(const TaskEvent &event, const Board &board)
{
    if (event.kind == EventKind::Turn) {
        if (event.lane.kind == Lane::Kind::Gui)
            m_turns.add({.beginNs = event.timeNs - event.value,
                         .endNs = event.timeNs,
                         .kind = SpanKind::Turn});
        if (event.value < notableTurnNs)
            return false;
    } else {
        const qsizetype place = board.indexOf(event.task);
        if (place < 0)
            return false;
        if (event.kind == EventKind::Queued)
            applyQueued(event, board);
        else if (size_t(place) < m_paths.size() && !m_paths[size_t(place)].isFinished)
            applyToTask(m_paths[size_t(place)], event);
    }
    m_endNs = std::max(m_endNs, event.timeNs);
    return true;
}

void Spans::applyQueued(const TaskEvent &event, const Board &board)
{
    if (size_t(board.taskCount()) == m_paths.size())
        return; // it comes twice
    ++m_unfinished;
    TaskPath path;
    if (const qsizetype parent = board.indexOf(event.parent);
        parent >= 0 && size_t(parent) < m_paths.size())
        path.nextSibling
            = std::exchange(m_paths[size_t(parent)].firstChild, qint32(m_paths.size()));
    m_paths.push_back(path);
}

void Spans::applyToTask(TaskPath &path, const TaskEvent &event)
{
    switch (event.kind) {
    case EventKind::Started:
    case EventKind::Resumed:
        close(path, event.timeNs, goesOn);
        open(path, event, event.lane, SpanKind::Work);
        break;
    case EventKind::Suspended: {
        const bool wasWork = path.isOpen && span(path.last).kind == SpanKind::Work;
        close(path, event.timeNs, goesOn);
        // A coroutine keeps its lane while it waits; a network slot is free for others.
        const bool keepsLane = wasWork && event.lane.kind == Lane::Kind::Coroutine;
        open(path, event, keepsLane ? event.lane : Lane(), SpanKind::Waiting);
        break;
    }
    case EventKind::Finished:
        close(path, event.timeNs, statusOf(Outcome::Kind(event.code)));
        path.isFinished = true;
        --m_unfinished;
        break;
    default: break;
    }
}

void Spans::setStall(quint32 place, const StallReceipt &receipt)
{
    const SpanKind kind = receipt.isPause() ? SpanKind::Pause
        : receipt.isCongestion              ? SpanKind::Congestion
                                            : SpanKind::Hang;
    const Span span {.beginNs = receipt.beginNs,
                     .endNs = receipt.isOver ? receipt.endNs : Span::openEnd,
                     .task = receipt.id,
                     .kind = kind,
                     .status = TaskStatus::Failed};
    m_endNs = std::max(m_endNs, receipt.lastToldNs);
    if (place == m_stalls.size())
        m_stalls.add(span);
    else if (m_stalls.at(place) != span)
        m_stalls.replace(place, span);
}

void Spans::open(TaskPath &path, const TaskEvent &event, Lane lane, SpanKind kind)
{
    const quint16 track = trackOf(lane);
    const bool isOutside = track == outsideTrack;
    SpanRef &last = isOutside ? path.lastOutside : path.last;
    const TaskStatus status = kind == SpanKind::Work ? TaskStatus::Running : TaskStatus::Suspended;
    const quint32 index = m_tracks[track].spans.add({.beginNs = event.timeNs,
                                                     .task = event.task,
                                                     .previous = last,
                                                     .kind = kind,
                                                     .status = status});
    last = {index, track};
    (isOutside ? path.isOpenOutside : path.isOpen) = true;
}

void Spans::close(TaskPath &path, qint64 timeNs, TaskStatus end)
{
    if (std::exchange(path.isOpen, false))
        closeSpan(path.last, timeNs, end);
    if (std::exchange(path.isOpenOutside, false))
        closeSpan(path.lastOutside, timeNs, end);
}

void Spans::closeSpan(SpanRef ref, qint64 timeNs, TaskStatus end)
{
    Span closed = span(ref);
    closed.endNs = std::max(timeNs, closed.beginNs);
    if (end != goesOn)
        closed.status = end;
    m_tracks[ref.track].spans.replace(ref.index, closed);
}

quint16 Spans::trackOf(Lane lane)
{
    if (lane.kind == Lane::Kind::None)
        return outsideTrack;
    const auto place = std::ranges::lower_bound(
        m_rows, lane, {}, [this](quint16 track) { return m_tracks[track].lane; });
    if (place != m_rows.end() && m_tracks[*place].lane == lane)
        return *place;
    if (m_tracks.size() == SpanRef::noTrack)
        return m_rows.back(); // more lanes than any program has: the last one takes them all
    const auto track = quint16(m_tracks.size());
    m_tracks.push_back({lane, {}});
    m_rows.insert(place, track);
    return track;
}

int Spans::rowOf(SpanRef ref) const
{
    const auto found = std::ranges::find(m_rows, ref.track);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const Spans::TaskPath &Spans::pathOf(qsizetype place) const
{
    static const TaskPath none;
    return place >= 0 && size_t(place) < m_paths.size() ? m_paths[size_t(place)] : none;
}

SpanRef Spans::firstOf(qsizetype place) const
{
    SpanRef ref = lastOf(place);
    while (ref.isValid() && span(ref).previous.isValid())
        ref = span(ref).previous;
    return ref;
}

QList<qsizetype> Spans::childrenOf(qsizetype place) const
{
    QList<qsizetype> children;
    for (qsizetype next = pathOf(place).firstChild; next >= 0; next = pathOf(next).nextSibling)
        children.prepend(next); // the chain begins with the youngest
    return children;
}

int Spans::tasksWithin(qint64 fromNs, qint64 toNs) const
{
    int tasks = 0;
    std::vector<SpanRun> runs;
    for (const quint16 track : m_rows) {
        const SpanTrack &spans = m_tracks[track].spans;
        runs.clear();
        spans.collect(fromNs, toNs, 0, runs);
        for (const SpanRun &run : runs) {
            // A task counts with its first span that touches.
            for (quint32 i = run.first; i < run.first + run.count; ++i) {
                const SpanRef previous = spans.at(i).previous;
                tasks += !previous.isValid() || span(previous).endNs < fromNs;
            }
        }
    }
    return tasks;
}
