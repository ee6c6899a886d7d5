// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernels/mandelbrotrun.h"
#include "record/cancellation.h"
#include "record/outcome.h"

#include <QFutureWatcher>
#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>

class ComputePool;

/// The Mandelbrot set, rendered tile by tile on the pool while one watches. Wheel and + − zoom,
/// drag and the arrow keys move, Home goes back to the whole. Every change stops the picture in
/// the making and begins the next.
class MandelbrotCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit MandelbrotCanvas(ComputePool &pool, QWidget *parent = nullptr);
    ~MandelbrotCanvas() override { cancel(); }

    void render();
    void cancel();
    bool isRendering() const { return m_outcome.isRunning(); }
    const MandelbrotView &view() const { return m_view; }
    /// How much of the current picture is there, 0 … 1.
    double progress() const;

signals:
    /// A picture began or ended.
    void renderingChanged(bool isRendering);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addTile(const MandelbrotTile &tile);
    void zoom(double factor, QPointF at);
    void move(QPointF pixels);
    void goHome();
    void showMoved(const QTransform &oldToNew);
    void renderSoon();
    double wholeScale() const;

    ComputePool &m_pool;
    MandelbrotView m_view;
    QImage m_image; // device pixels
    QFutureWatcher<MandelbrotTile> m_tiles;
    QFutureWatcher<Outcome> m_outcome;
    TaskId m_picture = TaskId::None; // the last that was begun
    QTimer m_pause; // renders when the hand rests
    std::optional<Cancellation::Intent> m_intent; // to render, until it does
    qint64 m_pixelsDone = 0;
    std::optional<QPointF> m_dragFrom;
};
