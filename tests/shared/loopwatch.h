// SPDX-License-Identifier: MIT
#pragma once

#include "loop/loopmonitor.h"

#include <QThread>

#include <algorithm>
#include <memory>

/// Whether the loop of the test's thread lived: its worst lag against that of a loop with nothing
/// to do, in a thread beside it and at the same time. What the machine does to everybody shows in
/// both, so the ratio of the two says what the test did. Belongs to the test's thread.
class LoopWatch
{
public:
    /// The worst lag may be this many times that of the idle loop.
    static constexpr int factor = 10;

    LoopWatch()
        : m_ours(std::make_unique<LoopMonitor>())
        , m_idle(new LoopMonitor)
    {
        // Any beat that is missed counts, also one that was due when the watch ended.
        for (LoopMonitor *monitor : {m_ours.get(), m_idle})
            monitor->setStallThreshold(m_ours->interval());
        m_thread.setObjectName(QStringLiteral("idle loop"));
        m_idle->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_idle, &QObject::deleteLater);
        m_thread.start();
    }
    Q_DISABLE_COPY_MOVE(LoopWatch)
    ~LoopWatch()
    {
        setActive(false);
        m_thread.quit();
        m_thread.wait();
    }

    /// Only what happens while it is active counts: the loop has to run then.
    void setActive(bool active)
    {
        QMetaObject::invokeMethod(
            m_idle, [this, active] { m_idle->setActive(active); }, Qt::BlockingQueuedConnection);
        m_ours->setActive(active);
    }

    LagSummary ours() const { return m_ours->sinceStart(); }
    LagSummary idle() const
    {
        LagSummary lags;
        QMetaObject::invokeMethod(
            m_idle, [this, &lags] { lags = m_idle->sinceStart(); }, Qt::BlockingQueuedConnection);
        return lags;
    }

    /// Its worst lag is at most \c factor times that of the idle loop, and it beat at least a fifth
    /// as often. A lag below one beat is none: between two such values a ratio says nothing.
    bool lived() const { return lived(ours(), idle(), m_ours->interval()); }
    static bool lived(const LagSummary &ours, const LagSummary &idle, std::chrono::nanoseconds beat)
    {
        constexpr qint64 begun = 5; // beats, so that a wait of a moment is not judged
        return ours.maxNs <= factor * std::max<qint64>(idle.maxNs, beat.count())
            && ours.count * 5 >= idle.count - begun;
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
    std::unique_ptr<LoopMonitor> m_ours;
    LoopMonitor *m_idle; // lives on m_thread
    QThread m_thread;
};
