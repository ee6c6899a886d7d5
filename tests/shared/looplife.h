// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

/// Whether the loop of this thread lives: it ticks, and a thread with nothing else to do beats at
/// the same pace. Wall time proves nothing on a machine that is busy with others; their ratio does.
class LoopLife final : public QObject
{
public:
    static constexpr int tickMs = 10;

    LoopLife()
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] {
            ++m_ticks;
            m_loop.beat();
        });
        m_tick.start(tickMs);
    }

    int beats() const { return m_beats; }
    /// The loop ticked at least a fifth as often as the thread with nothing to do.
    bool lived() const { return m_beats < 20 || m_ticks * 5 >= m_beats; }
    /// With the longest pause between two ticks of the loop, and of the idle thread.
    QByteArray figures() const
    {
        return QStringLiteral("%1 ticks, longest pause %2 ms; idle %3, %4 ms")
            .arg(m_ticks)
            .arg(m_loop.worstMs(), 0, 'f', 0)
            .arg(m_beats.load())
            .arg(m_idle.worstMs(), 0, 'f', 0)
            .toUtf8();
    }

private:
    class Pace
    {
    public:
        void beat()
        {
            const auto now = std::chrono::steady_clock::now();
            m_worst = std::max<Length>(m_worst.load(), now - m_last);
            m_last = now;
        }
        double worstMs() const { return m_worst.load().count(); }

    private:
        using Length = std::chrono::duration<double, std::milli>;
        std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
        std::atomic<Length> m_worst = Length(0);
    };

    QTimer m_tick;
    Pace m_loop;
    Pace m_idle;
    int m_ticks = 0;
    std::atomic<int> m_beats = 0;
    std::jthread m_thread {[this](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(tickMs));
            ++m_beats;
            m_idle.beat();
        }
    }};
};
