// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"

#include "loop/turnmeter.h"
#include "record/recorder.h"

#include <algorithm>

namespace {
constexpr qint64 secondNs = 1'000'000'000;
} // namespace

LoopMonitor::LoopMonitor(QObject *parent)
    : QObject(parent)
    , m_timer(this)
    , m_turnMeter(new TurnMeter(this))
    , m_dueNs(Recorder::never)
{
    connect(&m_timer, &ExactTimer::timeout, this, &LoopMonitor::takeBeat);
    connect(m_turnMeter, &TurnMeter::turned, this, &LoopMonitor::turned);
}

LoopMonitor::~LoopMonitor() = default;

void LoopMonitor::setActive(bool active)
{
    if (active == isActive())
        return;
    const qint64 now = Recorder::now();
    if (active) {
        m_turnMeter->setActive(true);
        expectNext(now);
        return;
    }
    m_timer.stop();
    const std::optional<Stall> stall = overdueStall(now, Recorder::never);
    m_turnMeter->setActive(false);
    if (stall)
        emit stalled(*stall);
}

void LoopMonitor::setInterval(std::chrono::milliseconds interval)
{
    if (std::exchange(m_interval, interval) == interval || !isActive())
        return;
    const qint64 now = Recorder::now();
    const std::optional<Stall> stall = overdueStall(now, dueAfter(now));
    expectNext(now);
    if (stall)
        emit stalled(*stall);
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
    // From here on nobody else can count it as a stall, and whether it is one can be decided.
    const qint64 due = m_dueNs.exchange(dueAfter(now));
    takeSample(now, now - due);
    const bool wasStall = isStall(due, now);
    const Stall stall = wasStall ? takeStall(due, now) : Stall();
    m_lastBeatNs = now;
    expectNext(now); // first, so that whatever the receivers do shows in the next beat
    if (wasStall)
        emit stalled(stall);
    emit beat();
}

bool LoopMonitor::countAsStall(qint64 dueNs)
{
    if (m_dueNs != dueNs)
        return false;
    m_countedNs = dueNs;
    return m_dueNs == dueNs; // then who takes the beat, later than this, finds it counted
}

qint64 LoopMonitor::dueAfter(qint64 nowNs) const
{
    return nowNs + std::chrono::nanoseconds(interval()).count();
}

void LoopMonitor::expectNext(qint64 nowNs)
{
    const qint64 due = dueAfter(nowNs);
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

/// The loop may have stood still right up to a change of pace; that gap was real. The next beat is
/// due at \p nextDueNs.
std::optional<Stall> LoopMonitor::overdueStall(qint64 nowNs, qint64 nextDueNs)
{
    const qint64 due = m_dueNs.exchange(nextDueNs);
    if (!isStall(due, nowNs))
        return {};
    takeSample(nowNs, nowNs - due);
    return takeStall(due, nowNs);
}

bool LoopMonitor::isStall(qint64 lagNs) const
{
    return lagNs >= std::chrono::nanoseconds(stallThreshold()).count();
}

bool LoopMonitor::isStall(qint64 dueNs, qint64 nowNs) const
{
    return isStall(nowNs - dueNs) || m_countedNs == dueNs;
}

Stall LoopMonitor::takeStall(qint64 dueNs, qint64 nowNs)
{
    const TurnMeter::Gap gap = m_turnMeter->gap(nowNs);
    Stall stall {dueNs, gap.beginNs, nowNs, gap.longestNs, gap.turns, StallKind::Congestion};
    // A turn that is a stall by itself, or most of the gap, is the culprit.
    if (isStall(gap.longestNs) || 2 * gap.longestNs >= stall.lengthNs())
        stall.kind = StallKind::Hang;
    m_stalls.push_back(stall);
    ++m_stallCount;
    return stall;
}
