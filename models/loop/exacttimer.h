// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

class QSocketNotifier;

/// Rings once, at a moment of Recorder::now(), on the loop of its own thread. Where Linux has a
/// timer that can be waited for like a socket, it is exact to what the kernel takes to wake the
/// thread. A QTimer is not: both dispatchers of Qt 6.4 on Unix round a wait up to a whole
/// millisecond, so wherever another timer has woken the loop in between it comes up to 1 ms late
/// (measured: an empty window with a 16 ms timer has a p99 of 0.3 ms, and of 0.8 ms as soon as it
/// has a second one). Elsewhere, and when the system gives no more handles, this is a precise
/// QTimer.
class ExactTimer final : public QObject
{
    Q_OBJECT
public:
    explicit ExactTimer(QObject *parent = nullptr);
    ~ExactTimer() override;

    /// At \p dueNs, or at once if that is past; in place of what was due before.
    void start(qint64 dueNs);
    void stop();
    bool isActive() const { return m_isActive; }

signals:
    void timeout();

private:
    void ring();
    bool hasRung() const;
    void set(qint64 dueNs);

    QSocketNotifier *m_notifier = nullptr; // child; of the kernel's timer, if there is one
    QTimer m_fallback;
    bool m_isActive = false;
};
