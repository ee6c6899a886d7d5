// SPDX-License-Identifier: MIT
// What the pointer and the keys do in a timeline.
#include "session/session.h"
#include "ui/timeline/timelinetext.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include <cmath>

namespace {
constexpr int reachPixels = 3; // what is narrow can still be hit
constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120; // eighths of a degree
constexpr double zoomStep = 1.5;
constexpr double panShare = 0.1;
} // namespace

void TimelineView::zoom(double x, double factor)
{
    m_scene.scale.zoomAt(x - m_scene.geometry.gutter, factor);
    look();
}

void TimelineView::pan(double pixels)
{
    m_scene.scale.pan(pixels);
    look();
}

void TimelineView::scrollLanes(int pixels)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
}

void TimelineView::goToBegin()
{
    m_scene.scale.pan(1e15);
    look();
}

void TimelineView::goToEnd()
{
    m_scene.scale.pan(-1e15);
    look();
}

void TimelineView::measure(qint64 fromNs, qint64 toNs)
{
    m_scene.measured = {fromNs, toNs};
    say(TimelineText::measured(m_scene));
    viewport()->update();
}

void TimelineView::clearMeasure()
{
    if (!m_scene.measured)
        return;
    m_scene.measured.reset();
    viewport()->update();
}

/// The span of a task there; none is invalid.
SpanRef TimelineView::spanAt(const QPoint &position) const
{
    const int row = m_scene.geometry.rowAt(position.y());
    if (row < 0 || row >= spans().laneCount() || !m_scene.geometry.plot().contains(position))
        return {};
    const SpanTrack &track = spans().track(row);
    const auto reach = qint64(m_scene.scale.nsPerPixel() * reachPixels);
    const quint32 found = track.nearest(m_scene.nsAt(position.x()), reach);
    return found < track.size() ? spans().refAt(row, found) : SpanRef();
}

/// Where there is no task: the stall or the turn of the loop there, or only the time.
QString TimelineView::textAt(const QPoint &position) const
{
    if (!m_scene.geometry.plot().contains(position))
        return {};
    const qint64 ns = m_scene.nsAt(position.x());
    const auto reach = qint64(m_scene.scale.nsPerPixel() * reachPixels);
    const SpanTrack &stalls = spans().stalls();
    if (const quint32 stall = stalls.nearest(ns, reach); stall < stalls.size())
        return TimelineText::stall(*m_scene.projection, stalls.at(stall));
    const SpanTrack &turns = spans().turns();
    const bool isLoop = m_scene.geometry.rowAt(position.y()) == 0;
    if (const quint32 turn = isLoop ? turns.nearest(ns, reach) : turns.size(); turn < turns.size())
        return TimelineText::turn(spans(), turns.at(turn));
    return TimelineText::moment(spans(), ns);
}

void TimelineView::hover(const QPoint &position)
{
    const SpanRef ref = spanAt(position);
    if (!(ref == m_scene.hovered)) {
        m_scene.hovered = ref;
        viewport()->update();
    }
    say(ref.isValid() ? spanText(ref) : textAt(position));
}

void TimelineView::hoverNothing()
{
    if (m_scene.hovered.isValid())
        viewport()->update();
    m_scene.hovered = {};
    say(m_scene.current.isValid() ? spanText(m_scene.current) : TimelineText::measured(m_scene));
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hoverNothing();
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_last = event->position().toPoint();
    clearMeasure();
    if (m_pressed.y() >= m_scene.geometry.plotHeight()
        && m_pressed.x() >= m_scene.geometry.gutter - 4) {
        m_drag = Drag::Playhead;
        showMoment(m_scene.nsAt(m_pressed.x()));
    } else {
        m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Measure : Drag::Pending;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_drag == Drag::Pending
        && (position - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_drag = Drag::Pan;
    switch (m_drag) {
    case Drag::None:
        hover(position);
        showShape(position);
        return;
    case Drag::Pending: return;
    case Drag::Pan:
        pan(position.x() - m_last.x());
        scrollLanes(m_last.y() - position.y());
        break;
    case Drag::Measure: measure(m_scene.nsAt(m_pressed.x()), m_scene.nsAt(position.x())); break;
    case Drag::Playhead: showMoment(m_scene.nsAt(position.x())); break;
    }
    m_last = position;
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_drag == Drag::Pending)
        select(spanAt(m_pressed)); // none there, none is
    m_drag = Drag::None;
    showShape(event->position().toPoint());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *)
{
    fit();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    const bool isOverNames = event->position().x() < m_scene.geometry.gutter;
    if (delta.x() != 0 || event->modifiers() & Qt::ShiftModifier)
        pan(delta.x() != 0 ? delta.x() : delta.y());
    else if (isOverNames || event->modifiers() & Qt::ControlModifier)
        scrollLanes(-delta.y() / 2);
    else
        zoom(event->position().x(), std::pow(zoomPerNotch, delta.y() / notch));
}

void TimelineView::showShape(const QPoint &position)
{
    const bool isRuler = position.y() >= m_scene.geometry.plotHeight();
    viewport()->setCursor(isRuler ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void TimelineView::selectNeighbour(int direction)
{
    SpanRef ref = m_scene.current.isValid() ? m_scene.current
                                            : m_scene.projection->lastSpanOf(m_scene.selected);
    if (!ref.isValid())
        return selectInLane(1);
    const qint64 next = qint64(ref.index) + direction;
    const int row = spans().rowOf(ref);
    if (next < 0 || next >= qint64(spans().track(row).size()))
        return;
    ref.index = quint32(next);
    m_scene.scale.reveal(spans().span(ref).beginNs);
    look();
    select(ref);
}

void TimelineView::selectInLane(int direction)
{
    const SpanRef from = m_scene.current.isValid()
        ? m_scene.current
        : m_scene.projection->lastSpanOf(m_scene.selected);
    const int fromRow = from.isValid() ? spans().rowOf(from)
        : direction > 0                ? -1
                                       : spans().laneCount();
    const qint64 ns = from.isValid() ? spans().span(from).beginNs
                                     : m_scene.nsAt(m_scene.geometry.plot().center().x());
    for (int row = fromRow + direction; row >= 0 && row < spans().laneCount(); row += direction) {
        if (spans().track(row).size() == 0)
            continue;
        const SpanRef ref = spans().refAt(row, spans().track(row).nearest(ns, Span::openEnd / 4));
        m_scene.scale.reveal(spans().span(ref).beginNs);
        const QRect lane = m_scene.geometry.laneRect(row);
        scrollLanes(std::min(0, lane.top())
                    + std::max(0, lane.bottom() - m_scene.geometry.plotHeight()));
        return select(ref);
    }
}

void TimelineView::inspectSelected()
{
    if (m_scene.selected != TaskId::None)
        emit inspectRequested(m_scene.selected);
}

void TimelineView::showMoment(qint64 ns)
{
    m_session->playhead().showAt(std::clamp(ns, m_scene.scale.beginNs(), m_scene.scale.endNs()));
}

bool TimelineView::lookByKey(int key)
{
    const QRect plot = m_scene.geometry.plot();
    switch (key) {
    case Qt::Key_Left: pan(plot.width() * panShare); return true;
    case Qt::Key_Right: pan(-plot.width() * panShare); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(plot.center().x(), zoomStep); return true;
    case Qt::Key_Minus: zoom(plot.center().x(), 1 / zoomStep); return true;
    case Qt::Key_Home: goToBegin(); return true;
    case Qt::Key_End: goToEnd(); return true;
    case Qt::Key_PageUp: scrollLanes(-plot.height()); return true;
    case Qt::Key_PageDown: scrollLanes(plot.height()); return true;
    case Qt::Key_F: fit(); return true;
    default: return false;
    }
}

bool TimelineView::actByKey(int key)
{
    switch (key) {
    case Qt::Key_Up: selectInLane(-1); return true;
    case Qt::Key_Down: selectInLane(1); return true;
    case Qt::Key_BracketLeft: selectNeighbour(-1); return true;
    case Qt::Key_BracketRight: selectNeighbour(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: inspectSelected(); return true;
    case Qt::Key_Comma: step(-1); return true;
    case Qt::Key_Period: step(1); return true;
    case Qt::Key_L: showLive(); return true;
    default: return false;
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    constexpr Qt::KeyboardModifiers harmless = Qt::ShiftModifier | Qt::KeypadModifier
        | Qt::GroupSwitchModifier; // + and [ need one of them on some keyboards
    // On others they need AltGr, which comes as Ctrl+Alt.
    const bool isText = !event->text().isEmpty() && event->text().front().isPrint();
    const bool isOther = event->modifiers() & ~harmless && !isText;
    if (isOther || !(lookByKey(event->key()) || actByKey(event->key())))
        event->ignore(); // the window has keys, too
}
