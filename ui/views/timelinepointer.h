// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPoint>

class QMouseEvent;
class QWheelEvent;
class TimelineView;

/// What the mouse does in a timeline: a drag moves it, with Shift it measures, and in the ruler it
/// goes back in time; a click selects, a double click shows all, the wheel zooms at the pointer,
/// and over the names or with Ctrl it scrolls. Filters the events of the view's viewport.
class TimelinePointer final : public QObject
{
    Q_OBJECT
public:
    explicit TimelinePointer(TimelineView &view);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Drag { None, Pending, Pan, Measure, Moment };

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void roll(const QWheelEvent &event);
    void showShape(const QPoint &position);

    TimelineView &m_view;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_last;
};
