// SPDX-License-Identifier: MIT
#pragma once

#include "work/blockway.h"

#include <QElapsedTimer>
#include <QWidget>

#include <chrono>

class BlockSwitch;
class Figure;
class HeartRing;
class LoopMonitor;
class PulseTrace;
class QLabel;
struct LagSummary;

/// The bar on top of the window: the heartbeat of the loop, its lag in numbers, and the switch.
/// Everything in it moves only because the loop turns: it repaints upon beats, a few times a
/// second, and not at all while it is hidden.
class PulseBar final : public QWidget
{
    Q_OBJECT
public:
    /// \p monitor must outlive it; it is neither started nor slowed down here.
    explicit PulseBar(const LoopMonitor &monitor, QWidget *parent = nullptr);

    /// On, how and how long: the switch has them.
    BlockSwitch *blockSwitch() const { return m_switch; }
    bool isBlocking() const;
    void setBlocking(bool on);
    BlockWay blockWay() const;
    void setBlockWay(BlockWay way);
    std::chrono::milliseconds blockDuration() const;
    void setBlockDuration(std::chrono::milliseconds duration);

    /// Puts \p widget at the right end of the bar, which owns it from now on.
    void addTrailing(QWidget *widget);
    PulseTrace *trace() const { return m_trace; }
    Figure *worst() const { return m_worst; }
    QSize sizeHint() const override;

signals:
    void blockToggled(bool on);
    void blockWayChanged(BlockWay way);
    void blockDurationChanged(std::chrono::milliseconds duration);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void follow();
    void showNumbers();
    QString stateText(const LagSummary &recent) const;
    qint64 stallsLately() const;

    const LoopMonitor &m_monitor;
    HeartRing *m_ring;
    QLabel *m_state;
    QLabel *m_rate;
    PulseTrace *m_trace;
    Figure *m_p50;
    Figure *m_p99;
    Figure *m_worst;
    BlockSwitch *m_switch;
    qint64 m_beats = 0;
    QElapsedTimer m_sinceDrawn;
    QElapsedTimer m_sinceNumbers;
};
