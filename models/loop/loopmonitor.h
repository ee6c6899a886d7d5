// SPDX-License-Identifier: MIT
#pragma once

#include "loop/exacttimer.h"
#include "loop/lagwindow.h"
#include "loop/stall.h"
#include "record/laghistogram.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <deque>
#include <optional>

class TurnMeter;

/// One beat of the heart. Times are those of Recorder::now().
struct LagSample
{
    qint64 timeNs = 0;
    qint64 lagNs = 0;
    qint64 busyNs = 0; ///< LoopMonitor::busyNs() at that time
};

/// Takes the pulse of the event loop of the thread it lives on. A timer is due every
/// interval(); the lag of a beat is how much later than that it came. The next beat is due one
/// interval after the last one came, so however long the loop stood still that is one beat with
/// one lag, and one stall: beats that could not happen are not made up. Percentiles are therefore
/// over beats, not over time: one freeze of 2 s among 500 beats shows in the worst value and not
/// in p99.
///
/// Stopping it, starting it and changing the interval are no stalls. Neither is a suspended
/// machine: the monotonic clock stands still meanwhile. Needs a QCoreApplication and no window.
/// All but what says otherwise on its own thread.
class LoopMonitor final : public QObject
{
    Q_OBJECT
public:
    /// Not active yet.
    explicit LoopMonitor(QObject *parent = nullptr);
    ~LoopMonitor() override;

    void setActive(bool active);
    bool isActive() const { return m_timer.isActive(); }
    /// Slow it down while nobody looks; 16 ms at first.
    void setInterval(std::chrono::milliseconds interval);
    std::chrono::milliseconds interval() const { return m_interval; }
    /// A lag from which on it counts as a stall; 100 ms at first.
    /// Both are thread-safe.
    void setStallThreshold(std::chrono::milliseconds threshold) { m_threshold = threshold; }
    std::chrono::milliseconds stallThreshold() const { return m_threshold; }

    /// Of the last ten seconds.
    LagSummary recent() const;
    LagSummary sinceStart() const { return m_lags.summary(); }
    qint64 stallCount() const { return m_stallCount; }
    /// Turns of the loop so far, and how long it was busy with them. See TurnMeter.
    qint64 turns() const;
    qint64 busyNs() const;
    /// The share of the last second that the loop was busy, 0 … 1.
    double busyFraction() const;
    /// Beats counted within the last second.
    int beatsPerSecond() const;

    /// Of the last ten seconds up to the last beat, oldest first. Valid until the loop turns.
    const std::deque<LagSample> &samples() const { return m_samples; }
    const std::deque<Stall> &stalls() const { return m_stalls; }

    /// When the heart last beat; 0 before it ever did. Thread-safe.
    qint64 lastBeatNs() const { return m_lastBeatNs.load(std::memory_order_relaxed); }
    /// When it is to beat next; the highest qint64 while it is not active. Thread-safe.
    qint64 nextDueNs() const { return m_dueNs.load(std::memory_order_relaxed); }
    /// Somebody has seen that the beat due at \p dueNs is too late: it will be told as a stall
    /// when it is over, whatever becomes of the threshold, or of the monitor's pace, meanwhile.
    /// False when it came at the same time and may not be told. Thread-safe.
    bool countAsStall(qint64 dueNs);

signals:
    void beat();
    /// A turn of at least a millisecond ended right now.
    void turned(qint64 lengthNs);
    /// Told afterwards: during a stall nobody could hear it.
    void stalled(const Stall &stall);

private:
    void takeBeat();
    void expectNext(qint64 nowNs);
    void takeSample(qint64 nowNs, qint64 lagNs);
    qint64 dueAfter(qint64 nowNs) const;
    std::optional<Stall> overdueStall(qint64 nowNs, qint64 nextDueNs);
    bool isStall(qint64 lagNs) const;
    bool isStall(qint64 dueNs, qint64 nowNs) const;
    Stall takeStall(qint64 dueNs, qint64 nowNs);

    ExactTimer m_timer;
    std::chrono::milliseconds m_interval {16};
    TurnMeter *m_turnMeter; // child
    std::atomic<std::chrono::milliseconds> m_threshold {std::chrono::milliseconds(100)};
    LagHistogram m_lags;
    LagWindow m_window;
    std::deque<LagSample> m_samples;
    std::deque<Stall> m_stalls;
    qint64 m_stallCount = 0;
    std::atomic<qint64> m_lastBeatNs = 0;
    std::atomic<qint64> m_dueNs;
    std::atomic<qint64> m_countedNs = 0; // the beat that countAsStall() was told of last
};
