// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timelinescene.h"

class QPainter;

/// Draws a TimelineScene.
class TimelinePainter
{
public:
    TimelinePainter(QPainter &painter, const TimelineScene &scene);

    void paint();

private:
    void paintGround();
    void paintStalls();
    void paintStallBlock(const Span &stall, double left, double right);
    void paintLanes();
    void paintHovered();
    void paintNames();
    void paintRuler();
    void paintMeasured();
    void paintCursor();
    QColor colourOf(Lane lane) const;
    QString nameOf(int row, int &rows) const;

    QPainter &m_painter;
    const TimelineScene &m_scene;
};
