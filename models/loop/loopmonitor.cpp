// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"

#include "loop/turnmeter.h"
#include "record/recorder.h"

#include <algorithm>
#include <limits>

namespace {
constexpr qint64 never = std::numeric_limits<qint64>::max();
constexpr qint64 secondNs = 1'000'000'000;
} // namespace

LoopMonitor::LoopMonitor(QObject *parent)
    : QObject(parent)
    , m_timer(this)
    , m_turnMeter(new TurnMeter(this))
    , m_dueNs(never)
{
    connect(&m_timer, &ExactTimer::timeout, this, &LoopMonitor::takeBeat);
    connect(m_turnMeter, &TurnMeter::turned, this, &LoopMonitor::turned);
}

LoopMonitor::~LoopMonitor() = default;

void LoopMonitor::setActive(bool active)
{
    if (active == isActive())
        return;
    settle(Recorder::now());
    m_turnMeter->setActive(active);
    if (active) {
        expectNext(Recorder::now());
    } else {
        m_timer.stop();
        m_dueNs = never;
    }
}

void LoopMonitor::setInterval(std::chrono::milliseconds interval)
{
    if (interval == this->interval())
        return;
    const bool active = isActive();
    settle(Recorder::now());
    m_interval = interval;
    if (active)
        expectNext(Recorder::now());
}

LagSummary LoopMonitor::recent() const
{
    return m_window.summary(Recorder::now());
}

qint64 LoopMonitor::turns() const
{
    return m_turnMeter->turns();
}

qint64 LoopMonitor::busyNs() const
{
    return m_turnMeter->busyNs();
}

double LoopMonitor::busyFraction() const
{
    if (m_samples.size() < 2)
        return 0;
    const LagSample &last = m_samples.back();
    const auto first
        = std::ranges::lower_bound(m_samples, last.timeNs - secondNs, {}, &LagSample::timeNs);
    if (last.timeNs == first->timeNs)
        return 0;
    return std::clamp(double(last.busyNs - first->busyNs) / double(last.timeNs - first->timeNs),
                      0.0, 1.0);
}

int LoopMonitor::beatsPerSecond() const
{
    const auto first
        = std::ranges::upper_bound(m_samples, Recorder::now() - secondNs, {}, &LagSample::timeNs);
    return int(m_samples.end() - first);
}

void LoopMonitor::takeBeat()
{
    const qint64 now = Recorder::now();
    const qint64 lag = now - nextDueNs();
    takeSample(now, lag);
    const bool wasStall = isStall(lag);
    const Stall stall = wasStall ? takeStall(now) : Stall();
    m_lastBeatNs = now;
    expectNext(now); // first, so that whatever the receivers do shows in the next beat
    if (wasStall)
        emit stalled(stall);
    emit beat();
}

void LoopMonitor::expectNext(qint64 nowNs)
{
    const qint64 due = nowNs + std::chrono::nanoseconds(interval()).count();
    m_dueNs = due;
    m_turnMeter->expect(due);
    m_timer.start(due);
}

void LoopMonitor::takeSample(qint64 nowNs, qint64 lagNs)
{
    const qint64 lag = std::max<qint64>(0, lagNs);
    m_lags.add(lag);
    m_window.add(nowNs, lag);
    m_samples.push_back({nowNs, lag, busyNs()});
    const qint64 oldest = nowNs - LagWindow::lengthNs;
    while (m_samples.front().timeNs < oldest)
        m_samples.pop_front();
    while (!m_stalls.empty() && m_stalls.front().endNs < oldest)
        m_stalls.pop_front();
}

/// The loop may have stood still right up to a change of pace; that gap was real.
void LoopMonitor::settle(qint64 nowNs)
{
    if (!isActive() || !isStall(nowNs - nextDueNs()))
        return;
    takeSample(nowNs, nowNs - nextDueNs());
    const Stall stall = takeStall(nowNs);
    expectNext(nowNs);
    emit stalled(stall);
}

bool LoopMonitor::isStall(qint64 lagNs) const
{
    return lagNs >= std::chrono::nanoseconds(stallThreshold()).count();
}

Stall LoopMonitor::takeStall(qint64 nowNs)
{
    const TurnMeter::Gap gap = m_turnMeter->gap(nowNs);
    Stall stall {gap.beginNs, nowNs, gap.longestNs, gap.turns, Stall::Kind::Congestion};
    // A turn that is a stall by itself, or most of the gap, is the culprit.
    if (isStall(gap.longestNs) || 2 * gap.longestNs >= stall.lengthNs())
        stall.kind = Stall::Kind::Hang;
    m_stalls.push_back(stall);
    ++m_stallCount;
    return stall;
}
