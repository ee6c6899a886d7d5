// SPDX-License-Identifier: MIT
#include "ui/lab/runchartgeometry.h"

#include <algorithm>

namespace {
constexpr int gap = 6;
constexpr double thinnest = 1.5; // of what took no time to speak of
} // namespace

RunChartGeometry RunChartGeometry::of(QSize size, int axisHeight, qsizetype rowCount,
                                      qint64 beginNs, qint64 lengthNs)
{
    RunChartGeometry geometry;
    const int width = std::max(1, size.width());
    geometry.axis = {0, size.height() - axisHeight, width, axisHeight};
    geometry.pulse = {0, geometry.axis.top() - pulseHeight, width, pulseHeight};
    geometry.rows = {0, 0, width, std::max(1, geometry.pulse.top() - gap)};
    geometry.scale.setWidth(width);
    geometry.scale.setRange(beginNs, beginNs + lengthNs);
    geometry.scale.fit();
    geometry.pitch = std::min(
        highestPitch, double(geometry.rows.height()) / double(std::max<qsizetype>(1, rowCount)));
    const double between = geometry.pitch >= 16 ? 4
        : geometry.pitch >= 8                   ? 3
        : geometry.pitch >= 3                   ? 1
                                                : 0;
    geometry.barHeight = geometry.pitch - between;
    return geometry;
}

QRectF RunChartGeometry::bar(qsizetype row, qint64 fromNs, qint64 toNs) const
{
    const double left = std::max(double(rows.left()), xOf(fromNs));
    const double right = std::max(left + thinnest, xOf(toNs));
    return {left, rows.top() + double(row) * pitch, right - left, barHeight};
}

qsizetype RunChartGeometry::rowAt(int y, qsizetype rowCount) const
{
    const auto row = qsizetype((y - rows.top()) / pitch);
    return y < rows.top() || y > rows.bottom() || row >= rowCount ? -1 : row;
}
