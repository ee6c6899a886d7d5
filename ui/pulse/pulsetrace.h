// SPDX-License-Identifier: MIT
#pragma once

#include "loop/loopmonitor.h"

#include <QWidget>

#include <optional>
#include <vector>

class Playhead;

/// What a recording knows of the heartbeat up to some moment. A value.
struct RecordedPulse
{
    std::deque<LagSample> samples {}; ///< those that were recorded: a millisecond late or more
    std::deque<Stall> stalls {};
    qint64 endNs = 0; ///< TaskEvent::timeNs

    /// Of the ten seconds up to the moment that \p moment shows.
    static RecordedPulse upTo(const Playhead &playhead);
    qint64 worstNs() const; ///< 0: none was a millisecond late
};

/// The heartbeat of the last ten seconds: a bar for each beat as high as its lag, on a logarithmic
/// scale from 0.1 ms to 3 s. A stall is a block as wide as the gap was long. It has no clock of its
/// own: it moves when refresh() is called after a beat, so it stands still when the loop does. Or
/// it shows what was recorded of some moment, and stands still until it is given another one.
class PulseTrace final : public QWidget
{
    Q_OBJECT
public:
    /// \p monitor must outlive it.
    explicit PulseTrace(const LoopMonitor &monitor, QWidget *parent = nullptr);

    /// Shows \p pulse in place of what the monitor sees now; none: the monitor again.
    void setRecorded(std::optional<RecordedPulse> pulse);
    /// Repaints if anything moved since the last time.
    void refresh();
    /// Where the gap of \p stall is drawn. Empty once it left the trace.
    QRect stallRect(const Stall &stall) const;
    /// What a screen reader says: the lags, and each stall with its length.
    QString valueText() const;

    QSize sizeHint() const override { return {600, 44}; }
    QSize minimumSizeHint() const override { return {110, 36}; }

signals:
    /// The gap of a stall was clicked; a time within it, TaskEvent::timeNs.
    void stallClicked(qint64 timeNs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QString whatItShows() const;
    const std::deque<LagSample> &samples() const;
    const std::deque<Stall> &stalls() const;
    qint64 lastNs() const;
    const Stall *stallAt(QPoint place) const;
    qint64 columnNs() const;
    qint64 lastColumn() const;
    int xOf(qint64 timeNs) const;
    std::vector<QRect> bars() const;
    void paintStall(QPainter &painter, const Stall &stall) const;
    void paintStallTexts(QPainter &painter) const;
    QRect placeOfText(const QFontMetrics &metrics, const Stall &stall,
                      const std::vector<QRect> &taken) const;
    void paintStallText(QPainter &painter, const QRect &place, const Stall &stall) const;

    const LoopMonitor &m_monitor;
    std::optional<RecordedPulse> m_recorded;
    qint64 m_paintedColumn = -1;
};
