// SPDX-License-Identifier: MIT
#include "loop/looprecorder.h"

#include "loop/loopmonitor.h"
#include "record/currenttask.h"
#include "record/recorder.h"

#include <algorithm>
#include <utility>

namespace {

constexpr Lane gui {Lane::Kind::Gui};
constexpr qint64 lateNs = 1'000'000;
constexpr size_t mostBegun = 8; // for who is late to ask

} // namespace

LoopRecorder::LoopRecorder(LoopMonitor &monitor, Recorder &recorder, SuspendMeter suspends,
                           QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_suspends(std::move(suspends))
{
    connect(&monitor, &LoopMonitor::stalled, this, &LoopRecorder::takeStall);
    connect(&monitor, &LoopMonitor::turned, this, &LoopRecorder::takeTurn);
    connect(&monitor, &LoopMonitor::beat, this, &LoopRecorder::takeBeat);
}

/// What still lasts is seen to here.
LoopRecorder::~LoopRecorder()
{
    for (const Begun &stall : m_begun) {
        if (!stall.isOver)
            m_recorder.record(
                stallEvent(stall.id, EventKind::StallEnded, 0, quint8(StallKind::Hang)));
    }
}

TaskId LoopRecorder::begin(qint64 dueNs)
{
    return m_monitor.countAsStall(dueNs) ? begun(dueNs, dueNs).id : TaskId::None;
}

/// The stall of the beat that was due at \p dueNs, which begins unless it did.
LoopRecorder::Begun LoopRecorder::begun(qint64 dueNs, qint64 beginNs)
{
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find(m_begun, dueNs, &Begun::dueNs);
    if (known != m_begun.end())
        return *known;
    m_begun.push_back({dueNs, beginNs, m_recorder.nextId(), false});
    if (m_begun.size() > mostBegun)
        m_begun.pop_front();
    // Within the lock: nothing of it comes before.
    m_recorder.record(stallEvent(m_begun.back().id, EventKind::StallBegan, beginNs));
    return m_begun.back();
}

void LoopRecorder::takeStall(const Stall &stall)
{
    const TaskId id = record(stall, m_suspends.take());
    emit recorded(id, stall);
}

void LoopRecorder::takeTurn(qint64 lengthNs)
{
    m_recorder.recordQuietly({.value = lengthNs, .lane = gui, .kind = EventKind::Turn});
}

void LoopRecorder::takeBeat()
{
    const LagSample &sample = m_monitor.samples().back();
    const bool isLate = sample.lagNs >= lateNs;
    if (std::exchange(m_wasLate, isLate) || isLate)
        m_recorder.recordQuietly({.value = sample.lagNs, .lane = gui, .kind = EventKind::Lag});
    // A sleep of the machine that no beat missed: the mark of it is a gap of no length.
    if (const qint64 slept = m_suspends.take(); slept > 0)
        record({.dueNs = sample.timeNs, .beginNs = sample.timeNs, .endNs = sample.timeNs}, slept);
}

TaskId LoopRecorder::record(const Stall &stall, qint64 sleptNs)
{
    const auto [dueNs, beginNs, id, isOver] = begun(stall.dueNs, stall.beginNs);
    if (beginNs != stall.beginNs) // only now the turn is known in which it began
        m_recorder.record(stallEvent(id, EventKind::StallBegan, stall.beginNs));
    if (sleptNs > 0)
        m_recorder.record(
            stallEvent(id, EventKind::StallPaused, sleptNs, quint8(PauseKind::Suspend)));
    const bool isHang = stall.kind == StallKind::Hang;
    TaskEvent ended = stallEvent(id, EventKind::StallEnded,
                                 isHang ? stall.longestTurnNs : stall.turns, quint8(stall.kind));
    ended.parent = CurrentTask::within(stall.beginNs, stall.endNs);
    m_recorder.record(std::move(ended));
    const std::lock_guard lock(m_mutex);
    for (Begun &known : m_begun)
        known.isOver = known.isOver || known.id == id;
    return id;
}
