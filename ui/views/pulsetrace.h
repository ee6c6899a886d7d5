// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <vector>

class LoopMonitor;
struct Stall;

/// The heartbeat of the last ten seconds: a bar for each beat as high as its lag, on a logarithmic
/// scale from 0.1 ms to 3 s. A stall is a block as wide as the gap was long. It has no clock of its
/// own: it moves when refresh() is called after a beat, so it stands still when the loop does.
class PulseTrace final : public QWidget
{
    Q_OBJECT
public:
    /// \p monitor must outlive it.
    explicit PulseTrace(const LoopMonitor &monitor, QWidget *parent = nullptr);

    /// Repaints if anything moved since the last time.
    void refresh();
    /// Where the gap of \p stall is drawn. Empty once it left the trace.
    QRect stallRect(const Stall &stall) const;
    /// What a screen reader says: the lags, and each stall with its length.
    QString valueText() const;

    QSize sizeHint() const override { return {600, 44}; }
    QSize minimumSizeHint() const override { return {160, 36}; }

signals:
    /// The gap of a stall was clicked; a time within it, TaskEvent::timeNs.
    void stallClicked(qint64 timeNs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    static QString whatItShows();
    const Stall *stallAt(QPoint place) const;
    qint64 columnNs() const;
    qint64 lastColumn() const;
    int xOf(qint64 timeNs) const;
    int heightOf(qint64 lagNs) const;
    std::vector<QRect> bars() const;
    void paintStall(QPainter &painter, const Stall &stall) const;
    void paintStallTexts(QPainter &painter) const;
    QRect placeOfText(const QFontMetrics &metrics, const Stall &stall,
                      const std::vector<QRect> &taken) const;
    void paintStallText(QPainter &painter, const QRect &place, const Stall &stall) const;

    const LoopMonitor &m_monitor;
    qint64 m_paintedColumn = -1;
};
