// SPDX-License-Identifier: MIT
#pragma once

#include "loop/exacttimer.h"
#include "record/laghistogram.h"
#include "record/recorder.h"

/// The heartbeat of LoopMonitor by the same rule (due 16 ms after the last beat, lag is how much
/// later it came) and the same clock, without its event filter: so that the other way does not pay
/// for our instrument.
class Heartbeat final
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &ExactTimer::timeout, &m_timer, [this] {
            m_lags.add(Recorder::now() - m_dueNs);
            start();
        });
    }
    void start()
    {
        m_dueNs = Recorder::now() + intervalMs * 1'000'000;
        m_timer.start(m_dueNs);
    }
    LagSummary summary() const { return m_lags.summary(); }

private:
    static constexpr int intervalMs = 16;
    ExactTimer m_timer;
    LagHistogram m_lags;
    qint64 m_dueNs = 0;
};
