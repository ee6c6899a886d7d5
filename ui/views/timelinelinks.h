// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/timelinescene.h"

class QPainter;
class QPointF;

/// Draws what the selected task of a timeline is connected with: its spans framed and joined from
/// lane to lane, and arrows from its parent and to its children.
class TimelineLinks
{
public:
    TimelineLinks(QPainter &painter, const TimelineScene &scene);

    void paint();

private:
    void frame(TaskId task, double width);
    void frameSpan(SpanRef ref, double width);
    void join(TaskId task);
    void arrow(TaskId parent, TaskId child);
    void curve(const QPointF &from, const QPointF &to);
    double middleOf(SpanRef ref) const;

    QPainter &m_painter;
    const TimelineScene &m_scene;
};
