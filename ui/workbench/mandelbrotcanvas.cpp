// SPDX-License-Identifier: MIT
#include "ui/workbench/mandelbrotcanvas.h"

#include "compute/computepool.h"
#include "record/recorder.h"
#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 120;
constexpr double wholeWidth = 3.4; // of the plane: the set and a little around it
constexpr double wholeHeight = 2.6;
constexpr double deepestScale = 1e-15; // beyond it double has no digits left
constexpr double zoomStep = 1.5;
constexpr int moveStep = 60;

} // namespace

MandelbrotCanvas::MandelbrotCanvas(ComputePool &pool, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
{
    setObjectName(u"MandelbrotCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Mandelbrot picture"));
    setAccessibleDescription(
        tr("Plus and minus zoom, the arrow keys move, Home shows the whole set."));
    setToolTip(tr("Wheel zooms, drag moves, Home shows the whole set"));
    setMinimumSize(120, 80);
    setCursor(Qt::OpenHandCursor);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_intent->isCancelled())
            cancel();
        else
            render();
    });
    connect(&m_tiles, &QFutureWatcherBase::resultReadyAt, this,
            [this](int index) { addTile(m_tiles.resultAt(index)); });
    connect(&m_outcome, &QFutureWatcherBase::finished, this,
            [this] { emit renderingChanged(false); });
}

void MandelbrotCanvas::render()
{
    cancel();
    if (m_image.isNull())
        return;
    m_view.size = m_image.size();
    m_pixelsDone = 0;
    const MandelbrotRun run = runMandelbrot(m_pool, m_view);
    m_tiles.setFuture(run.tiles);
    m_outcome.setFuture(run.outcome);
    m_picture = run.picture;
    emit renderingChanged(true);
}

void MandelbrotCanvas::cancel()
{
    m_pause.stop();
    m_intent.reset();
    m_pool.recorder().cancellation().cancel(m_picture);
    m_tiles.setFuture({}); // what is still on its way belongs to the old picture
}

double MandelbrotCanvas::progress() const
{
    const qint64 all = qint64(m_image.width()) * m_image.height();
    return all > 0 ? double(m_pixelsDone) / double(all) : 0;
}

void MandelbrotCanvas::addTile(const MandelbrotTile &tile)
{
    QPainter painter(&m_image);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(tile.rect.topLeft(), tile.image);
    m_pixelsDone += qint64(tile.rect.width()) * tile.rect.height();
    const double ratio = devicePixelRatioF();
    update(QRectF(tile.rect.topLeft() / ratio, QSizeF(tile.rect.size()) / ratio).toAlignedRect());
}

void MandelbrotCanvas::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(rect(), Theme::controlRadius, Theme::controlRadius);
    painter.setClipPath(frame);
    painter.fillRect(rect(), theme.track);
    painter.drawImage(QRectF(rect()), m_image);
    painter.setClipping(false);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::controlRadius,
                                Theme::controlRadius);
    }
}

double MandelbrotCanvas::wholeScale() const
{
    return std::max(wholeWidth / std::max(1, m_image.width()),
                    wholeHeight / std::max(1, m_image.height()));
}

void MandelbrotCanvas::resizeEvent(QResizeEvent *)
{
    const bool wasEmpty = m_image.isNull();
    const double oldWhole = wholeScale();
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (pixels == m_image.size() || pixels.isEmpty())
        return;
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(Theme::current().track);
    if (!wasEmpty) // a blurred picture is there until the sharp one is
        QPainter(&image).drawImage(image.rect(), m_image);
    m_image = image;
    m_view.scale = wasEmpty ? wholeScale() : m_view.scale * wholeScale() / oldWhole;
    if (!wasEmpty && (isRendering() || m_pixelsDone > 0))
        renderSoon();
}

void MandelbrotCanvas::renderSoon()
{
    cancel();
    m_intent.emplace(m_pool.recorder().cancellation());
    m_pause.start();
}

void MandelbrotCanvas::showMoved(const QTransform &oldToNew)
{
    QImage moved(m_image.size(), m_image.format());
    moved.fill(Theme::current().track);
    QPainter painter(&moved);
    painter.setTransform(oldToNew);
    painter.drawImage(0, 0, m_image);
    painter.end();
    m_image = moved;
    update();
    renderSoon();
}

void MandelbrotCanvas::zoom(double factor, QPointF at)
{
    const double scale = std::clamp(m_view.scale / factor, deepestScale, wholeScale() * 2);
    const double real = m_view.scale / scale;
    const QPointF pixel = at * devicePixelRatioF();
    const QPointF offset = pixel - QRectF(m_image.rect()).center();
    m_view.centre += QPointF(offset.x(), -offset.y()) * (m_view.scale - scale);
    m_view.scale = scale;
    showMoved(QTransform::fromTranslate(-pixel.x(), -pixel.y()) * QTransform::fromScale(real, real)
              * QTransform::fromTranslate(pixel.x(), pixel.y()));
}

void MandelbrotCanvas::move(QPointF pixels)
{
    const QPointF device = pixels * devicePixelRatioF();
    m_view.centre += QPointF(-device.x(), device.y()) * m_view.scale;
    showMoved(QTransform::fromTranslate(device.x(), device.y()));
}

void MandelbrotCanvas::goHome()
{
    m_view.centre = MandelbrotView().centre;
    m_view.scale = wholeScale();
    renderSoon();
}

void MandelbrotCanvas::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0)
        zoom(std::pow(zoomStep, steps), event->position());
    event->accept();
}

void MandelbrotCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void MandelbrotCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom || event->position() == *m_dragFrom)
        return;
    move(event->position() - *m_dragFrom);
    m_dragFrom = event->position();
}

void MandelbrotCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    setCursor(Qt::OpenHandCursor);
}

void MandelbrotCanvas::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(rect()).center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(zoomStep, middle);
    case Qt::Key_Minus: return zoom(1 / zoomStep, middle);
    case Qt::Key_Left: return move({moveStep, 0});
    case Qt::Key_Right: return move({-moveStep, 0});
    case Qt::Key_Up: return move({0, moveStep});
    case Qt::Key_Down: return move({0, -moveStep});
    case Qt::Key_Home: return goHome();
    default: QWidget::keyPressEvent(event);
    }
}
