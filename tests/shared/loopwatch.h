// SPDX-License-Identifier: MIT
#pragma once

#include "loop/loopmonitor.h"

#include <algorithm>
#include <mutex>
#include <thread>

/// Whether the loop of the test's thread lived: its worst lag against that of a thread with nothing
/// else to do than to wake up at the same pace, beside it and at the same time. What the machine
/// does to everybody shows in both, so the ratio of the two says what the test did. Belongs to the
/// test's thread.
class LoopWatch
{
public:
    /// The worst lag may be this many times that of the idle thread. With seven others waiting for
    /// each core, one moment in some hundred tests was 15 times as late in the one as in the other.
    static constexpr int factor = 20;

    LoopWatch()
    {
        // Any beat that is missed counts, also one that was due when the watch ended.
        m_ours.setStallThreshold(m_ours.interval());
    }
    Q_DISABLE_COPY_MOVE(LoopWatch)

    /// Only what happens while it is active counts: the loop has to run then.
    void setActive(bool active)
    {
        m_ours.setActive(active);
        const std::lock_guard lock(m_mutex);
        m_isActive = active;
    }

    /// Active for as long as this lives, also around waits that make it active themselves.
    class Active
    {
    public:
        explicit Active(LoopWatch &watch)
            : m_watch(watch)
            , m_wasActive(watch.m_ours.isActive())
        {
            m_watch.setActive(true);
        }
        Q_DISABLE_COPY_MOVE(Active)
        ~Active() { m_watch.setActive(m_wasActive); }

    private:
        LoopWatch &m_watch;
        const bool m_wasActive;
    };

    LagSummary ours() const { return m_ours.sinceStart(); }
    LagSummary idle() const
    {
        const std::lock_guard lock(m_mutex);
        return m_idle.summary();
    }

    /// Its worst lag is at most \c factor times that of the idle thread. A lag below one beat is
    /// none: between two such values a ratio says nothing. Beats are not counted, for watches
    /// shorter than one have none; a beat that was due when a watch ended is a lag all the same.
    bool lived() const { return lived(ours(), idle(), m_ours.interval()); }
    static bool lived(const LagSummary &ours, const LagSummary &idle, std::chrono::nanoseconds beat)
    {
        return ours.maxNs <= factor * std::max<qint64>(idle.maxNs, beat.count());
    }
    /// "worst 1.2 ms of 40 beats, idle 0.8 ms of 41".
    QByteArray figures() const
    {
        const LagSummary mine = ours();
        const LagSummary other = idle();
        return QStringLiteral("worst %1 ms of %2 beats, idle %3 ms of %4")
            .arg(double(mine.maxNs) / 1e6, 0, 'f', 1)
            .arg(mine.count)
            .arg(double(other.maxNs) / 1e6, 0, 'f', 1)
            .arg(other.count)
            .toUtf8();
    }

private:
    void beIdle(const std::stop_token &stop, std::chrono::milliseconds interval)
    {
        using Clock = std::chrono::steady_clock;
        while (!stop.stop_requested()) {
            const auto due = Clock::now() + interval;
            std::this_thread::sleep_until(due);
            const std::chrono::nanoseconds lag = Clock::now() - due;
            const std::lock_guard lock(m_mutex);
            if (m_isActive)
                m_idle.add(lag.count());
        }
    }

    LoopMonitor m_ours;
    mutable std::mutex m_mutex; // guards the next two
    LagHistogram m_idle;
    bool m_isActive = false;
    std::jthread m_thread {[this, interval = m_ours.interval()](const std::stop_token &stop) {
        beIdle(stop, interval);
    }};
};
