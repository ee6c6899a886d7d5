// SPDX-License-Identifier: MIT
#include "views/spanindex.h"

#include "record/recording.h"
#include "record/stackframes.h"

#include <algorithm>
#include <array>

namespace {

TaskStatus statusOf(const TaskEvent &finished)
{
    constexpr std::array statuses {TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::Cancelled,
                                   TaskStatus::TimedOut, TaskStatus::Abandoned};
    return finished.code < statuses.size() ? statuses[finished.code] : TaskStatus::Abandoned;
}

} // namespace

SpanIndex::SpanIndex(const Recording &recording, QObject *parent)
    : QObject(parent)
    , m_recording(recording)
{
    connect(&recording, &Recording::appended, this, &SpanIndex::follow);
    connect(&recording, &Recording::cleared, this, &SpanIndex::restart);
    restart();
    follow(0, recording.size());
}

void SpanIndex::restart()
{
    m_tracks.clear();
    m_rows.clear();
    m_turns = {};
    m_stalls = {};
    m_threads.clear();
    m_guilty.clear();
    m_unfinished = 0;
    trackOf({Lane::Kind::Gui});
    m_endNs = beginNs();
    emit cleared();
    emit changed();
}

void SpanIndex::follow(qsizetype first, qsizetype end)
{
    bool isNotable = false;
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_recording.at(i);
        if (!apply(event))
            continue;
        isNotable = true;
        m_endNs = std::max(m_endNs, event.timeNs);
    }
    if (isNotable)
        emit changed();
}

/// Returns whether there is anything new to see.
bool SpanIndex::apply(const TaskEvent &event)
{
    if (event.kind == EventKind::Lag)
        return false;
    if (event.kind == EventKind::Turn) {
        if (event.lane.kind == Lane::Kind::Gui)
            m_turns.add({.beginNs = event.timeNs - event.value,
                         .endNs = event.timeNs,
                         .kind = SpanKind::Turn});
        return event.value >= notableTurnNs;
    }
    if (event.kind == EventKind::Queued) {
        applyQueued(event);
        return true;
    }
    const auto found = m_threads.find(event.task);
    if (found == m_threads.end())
        return false;
    if (found->isStall)
        applyToStall(*found, event);
    else if (!found->isFinished)
        applyToTask(*found, event);
    return true;
}

void SpanIndex::applyQueued(const TaskEvent &event)
{
    if (m_threads.contains(event.task))
        return;
    Thread thread {.parent = event.parent};
    if (TaskType(event.code) == TaskType::Stall) {
        thread.isStall = true;
        thread.last.index = m_stalls.add({.beginNs = event.timeNs,
                                          .task = event.task,
                                          .kind = SpanKind::Hang,
                                          .status = TaskStatus::Failed});
    } else {
        ++m_unfinished;
        if (const auto parent = m_threads.find(event.parent); parent != m_threads.end())
            thread.nextSibling = std::exchange(parent->firstChild, event.task);
    }
    m_threads.insert(event.task, thread);
}

void SpanIndex::applyToTask(Thread &thread, const TaskEvent &event)
{
    switch (event.kind) {
    case EventKind::Started:
    case EventKind::Resumed:
        close(thread, event.timeNs);
        if (event.lane.kind != Lane::Kind::None)
            open(thread, event, SpanKind::Work);
        break;
    case EventKind::Suspended: {
        const bool wasWork = thread.isOpen && span(thread.last).kind == SpanKind::Work;
        close(thread, event.timeNs);
        // A coroutine keeps its lane while it waits; a network slot is free for others.
        if (wasWork && event.lane.kind == Lane::Kind::Coroutine)
            open(thread, event, SpanKind::Waiting);
        break;
    }
    case EventKind::Finished:
        close(thread, event.timeNs, statusOf(event));
        thread.isFinished = true;
        --m_unfinished;
        break;
    default: break;
    }
}

void SpanIndex::applyToStall(Thread &thread, const TaskEvent &event)
{
    Span stall = m_stalls.at(thread.last.index);
    if (event.kind == EventKind::Finished && !thread.isFinished) {
        stall.endNs = event.timeNs;
        thread.isFinished = true;
    } else if (event.kind == EventKind::Note) {
        switch (NoteCode(event.code)) {
        case NoteCode::Began: stall.beginNs = std::min(event.value, stall.endNs); break;
        case NoteCode::Hang: stall.kind = SpanKind::Hang; break;
        case NoteCode::Congestion: stall.kind = SpanKind::Congestion; break;
        case NoteCode::Paused: stall.kind = SpanKind::Pause; break;
        case NoteCode::Stack: takeStack(event); return;
        default: return;
        }
    }
    m_stalls.replace(thread.last.index, stall);
}

void SpanIndex::takeStack(const TaskEvent &event)
{
    Guilty &guilty = m_guilty[event.task];
    if (event.value < guilty.samples)
        return;
    const QList<StackFrame> frames = StackFrames::fromText(event.text);
    if (const qsizetype frame = StackFrames::guilty(frames); frame >= 0)
        guilty = {event.value, frames[frame].function};
}

void SpanIndex::open(Thread &thread, const TaskEvent &event, SpanKind kind)
{
    const quint16 track = trackOf(event.lane);
    const TaskStatus status = kind == SpanKind::Work ? TaskStatus::Running : TaskStatus::Suspended;
    const quint32 index = m_tracks[track].spans.add({.beginNs = event.timeNs,
                                                     .task = event.task,
                                                     .previous = thread.last,
                                                     .kind = kind,
                                                     .status = status});
    thread.last = {index, track};
    thread.isOpen = true;
}

void SpanIndex::close(Thread &thread, qint64 timeNs, std::optional<TaskStatus> end)
{
    if (!std::exchange(thread.isOpen, false))
        return;
    Span closed = span(thread.last);
    closed.endNs = std::max(timeNs, closed.beginNs);
    closed.status = end.value_or(closed.status);
    m_tracks[thread.last.track].spans.replace(thread.last.index, closed);
}

quint16 SpanIndex::trackOf(Lane lane)
{
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

int SpanIndex::rowOf(SpanRef ref) const
{
    const auto found = std::ranges::find(m_rows, ref.track);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

SpanRef SpanIndex::lastOf(TaskId task) const
{
    const auto found = m_threads.constFind(task);
    return found == m_threads.cend() || found->isStall ? SpanRef() : found->last;
}

SpanRef SpanIndex::firstOf(TaskId task) const
{
    SpanRef ref = lastOf(task);
    while (ref.isValid() && span(ref).previous.isValid())
        ref = span(ref).previous;
    return ref;
}

TaskId SpanIndex::parentOf(TaskId task) const
{
    const auto found = m_threads.constFind(task);
    return found == m_threads.cend() ? TaskId::None : found->parent;
}

QList<TaskId> SpanIndex::childrenOf(TaskId task) const
{
    QList<TaskId> children;
    const auto parent = m_threads.constFind(task);
    TaskId next = parent == m_threads.cend() ? TaskId::None : parent->firstChild;
    while (next != TaskId::None) {
        children.prepend(next); // the chain begins with the youngest
        next = m_threads.constFind(next)->nextSibling;
    }
    return children;
}

qint64 SpanIndex::beginNs() const
{
    return m_recording.originNs();
}

int SpanIndex::tasksWithin(qint64 fromNs, qint64 toNs) const
{
    int tasks = 0;
    std::vector<SpanRun> runs;
    for (const Track &track : m_tracks) {
        runs.clear();
        track.spans.collect(fromNs, toNs, 0, runs);
        for (const SpanRun &run : runs) {
            // A task counts with its first span that touches.
            for (quint32 i = run.first; i < run.first + run.count; ++i) {
                const SpanRef previous = track.spans.at(i).previous;
                tasks += !previous.isValid() || span(previous).endNs < fromNs;
            }
        }
    }
    return tasks;
}
