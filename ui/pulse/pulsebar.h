// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pulse/blockswitch.h"

#include <QElapsedTimer>

class Figure;
class HeartRing;
struct LagSummary;
class LoopMonitor;
class PulseTrace;
struct RecordedPulse;
class QLabel;
class Session;

/// The bar on top of the window: the heartbeat of the loop, its lag in numbers, and the switch.
/// Everything in it moves only because the loop turns: it repaints upon beats, a few times a
/// second, and not at all while it is hidden. Of an earlier moment, or of another session, it shows
/// what was recorded.
class PulseBar final : public QWidget
{
    Q_OBJECT
public:
    /// \p monitor must outlive it; it is neither started nor slowed down here.
    explicit PulseBar(const LoopMonitor &monitor, QWidget *parent = nullptr);

    /// Shows \p session, which outlives this or is followed by another one before it goes. \p
    /// isOurs: it is of the loop that the monitor watches. Before the first call it is the
    /// monitor's.
    void setSession(const Session &session, bool isOurs);
    /// On, how and how long: the switch has them.
    BlockSwitch *blockSwitch() const { return m_switch; }
    bool isBlocking() const { return m_switch->isOn(); }
    void setBlocking(bool on) { m_switch->setOn(on); }
    BlockWay blockWay() const { return m_switch->way(); }
    void setBlockWay(BlockWay way) { m_switch->setWay(way); }
    std::chrono::milliseconds blockDuration() const { return m_switch->duration(); }
    void setBlockDuration(std::chrono::milliseconds duration) { m_switch->setDuration(duration); }

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
    void followMoment();
    void showNumbers();
    void showRecorded(const RecordedPulse &pulse);
    QString stateText(const LagSummary &recent) const;
    qint64 stallsLately() const;

    const LoopMonitor &m_monitor;
    const Session *m_session = nullptr;
    bool m_isOurs = true; // the session shown is of this loop
    bool m_isRecorded = false; // what is shown is not what happens now
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
