// SPDX-License-Identifier: MIT
#include "ui/views/timelinepointer.h"

#include "ui/views/timelineview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace {
constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120; // eighths of a degree
} // namespace

TimelinePointer::TimelinePointer(TimelineView &view)
    : QObject(&view)
    , m_view(view)
{
}

bool TimelinePointer::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: press(*static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseMove: move(*static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseButtonRelease: release(*static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseButtonDblClick: m_view.fit(); return true;
    case QEvent::Wheel: roll(*static_cast<QWheelEvent *>(event)); return true;
    case QEvent::Leave: m_view.hoverNothing(); return false;
    default: return false;
    }
}

void TimelinePointer::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_pressed = m_last = event.position().toPoint();
    const TimelineGeometry &geometry = m_view.scene().geometry;
    m_view.clearMeasure();
    if (m_pressed.y() >= geometry.plotHeight() && m_pressed.x() >= geometry.gutter - 4) {
        m_drag = Drag::Moment;
        m_view.showMoment(m_view.scene().nsAt(m_pressed.x()));
    } else {
        m_drag = event.modifiers() & Qt::ShiftModifier ? Drag::Measure : Drag::Pending;
    }
}

void TimelinePointer::move(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    if (m_drag == Drag::Pending
        && (position - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_drag = Drag::Pan;
    const TimelineScene &scene = m_view.scene();
    switch (m_drag) {
    case Drag::None:
        m_view.hover(position);
        showShape(position);
        return;
    case Drag::Pending: return;
    case Drag::Pan:
        m_view.pan(position.x() - m_last.x());
        m_view.scrollLanes(m_last.y() - position.y());
        break;
    case Drag::Measure: m_view.measure(scene.nsAt(m_pressed.x()), scene.nsAt(position.x())); break;
    case Drag::Moment: m_view.showMoment(scene.nsAt(position.x())); break;
    }
    m_last = position;
}

void TimelinePointer::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    if (m_drag == Drag::Pending)
        m_view.selectAt(m_pressed);
    m_drag = Drag::None;
    showShape(event.position().toPoint());
}

void TimelinePointer::roll(const QWheelEvent &event)
{
    const QPoint delta = event.angleDelta();
    const bool isOverNames = event.position().x() < m_view.scene().geometry.gutter;
    if (delta.x() != 0 || event.modifiers() & Qt::ShiftModifier)
        m_view.pan(delta.x() != 0 ? delta.x() : delta.y());
    else if (isOverNames || event.modifiers() & Qt::ControlModifier)
        m_view.scrollLanes(-delta.y() / 2);
    else
        m_view.zoom(event.position().x(), std::pow(zoomPerNotch, delta.y() / notch));
}

void TimelinePointer::showShape(const QPoint &position)
{
    const bool isRuler = position.y() >= m_view.scene().geometry.plotHeight();
    m_view.viewport()->setCursor(isRuler ? Qt::SizeHorCursor : Qt::ArrowCursor);
}
