// SPDX-License-Identifier: MIT
#pragma once

#include "session/spantrack.h"
#include "ui/timeline/timelinescene.h"

#include <QColor>

#include <vector>

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

/// Draws the spans of one track into a rectangle: a block for each that is wider than a pixel or
/// two, and for what is closer together columns that are the darker the more of them is covered. A
/// bad end has its colour and stands out above, so that it is seen at any zoom: a wide one with its
/// glyph, one among many as a cap on their column.
class SpanPainter
{
public:
    SpanPainter(QPainter &painter, const TimelineScene &scene);

    void paint(const SpanTrack &track, const QRect &bar, const QColor &colour);

private:
    struct Column
    {
        double covered = 0; ///< share of a pixel
        quint32 count = 0;
        TaskStatus notable = TaskStatus::Running;
    };
    void paintBlock(const Span &span, const QRect &bar, double left, double right);
    void takeIntoColumn(const SpanRun &run);
    void paintColumns(const QRect &bar);
    void paintBadEnds(const QRect &bar);
    void fillRounded(const QRect &rect, const QColor &colour);

    QPainter &m_painter;
    const TimelineScene &m_scene;
    QColor m_colour;
    std::vector<SpanRun> m_runs;
    std::vector<Column> m_columns;
};
