// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"
#include "session/timescale.h"
#include "ui/widgets/lagscale.h"

#include <QRect>

class QPainter;

/// Where the parts of a RunChart are: rows of tasks on top, below them the pulse of the loop, below
/// that the clock. A value; pixels of the chart.
struct RunChartGeometry
{
    static constexpr int pulseHeight = 26;
    static constexpr double highestPitch = 22;

    QRect rows;
    QRect pulse;
    QRect axis;
    TimeScale scale; ///< of the width of rows
    double pitch = highestPitch; ///< from a row to the next; below a pixel when there are many
    double barHeight = 0;

    /// The clock goes from \p beginNs for \p lengthNs.
    static RunChartGeometry of(QSize size, int axisHeight, qsizetype rowCount, qint64 beginNs,
                               qint64 lengthNs);

    double xOf(qint64 ns) const { return rows.left() + scale.xOf(ns); }
    QRectF bar(qsizetype row, qint64 fromNs, qint64 toNs) const;
    /// -1 where there is none.
    qsizetype rowAt(int y, qsizetype rowCount) const;
};

/// Draws the tasks of a run as bars, and the pulse of the loop meanwhile.
class RunChartPainter
{
public:
    RunChartPainter(QPainter &painter, const RunChartGeometry &geometry);

    /// What still goes on ends at \p nowNs.
    void paintTasks(const RunTrace &trace, qint64 nowNs);
    void paintPulse(const QList<LagSample> &pulse, LagScale scale);
    void paintAxis();

private:
    void paintTask(qsizetype place, const RunRow &row, qint64 nowNs);
    void paintSpan(const QRectF &bar, RunSpan::Kind kind, const QColor &colour);
    QRectF lastBar(qsizetype place, const RunRow &row, qint64 nowNs) const;
    void paintBadEnd(const QRectF &last, TaskStatus status);
    void paintStall(const LagSample &sample);

    QPainter &m_painter;
    const RunChartGeometry &m_geometry;
};
