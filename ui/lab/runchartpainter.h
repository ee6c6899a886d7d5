// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"
#include "ui/lab/runchartgeometry.h"

class QPainter;

/// Draws the tasks of a run as bars, and the pulse of the loop meanwhile.
class RunChartPainter
{
public:
    RunChartPainter(QPainter &painter, const RunChartGeometry &geometry);

    /// What still goes on ends at \p nowNs.
    void paintTasks(const RunTrace &trace, qint64 nowNs);
    void paintPulse(const QList<LagSample> &pulse);
    void paintAxis();

private:
    void paintTask(qsizetype place, const RunRow &row, qint64 nowNs);
    void paintSpan(const QRectF &bar, RunSpan::Kind kind, const QColor &colour);
    QRectF lastBar(qsizetype place, const RunRow &row, qint64 nowNs) const;
    void paintBadEnd(const QRectF &last, TaskStatus status);
    void paintStall(const LagSample &sample);
    int heightOf(qint64 lagNs) const;

    QPainter &m_painter;
    const RunChartGeometry &m_geometry;
};
