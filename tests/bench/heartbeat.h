// SPDX-License-Identifier: MIT
#pragma once

#include "loop/laghistogram.h"
#include "record/recorder.h"

#include <QTimer>

/// The heartbeat of LoopMonitor by the same rule (due 16 ms after the last beat, lag is how much
/// later it came) without its event filter: so that the other way does not pay for our instrument.
class Heartbeat final
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_lags.add(Recorder::now() - m_dueNs);
            start();
        });
    }
    void start()
    {
        m_dueNs = Recorder::now() + intervalMs * 1'000'000;
        m_timer.start(intervalMs);
    }
    LagSummary summary() const { return m_lags.summary(); }

private:
    static constexpr int intervalMs = 16;
    QTimer m_timer;
    LagHistogram m_lags;
    qint64 m_dueNs = 0;
};
