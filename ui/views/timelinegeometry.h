// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>

/// Where the parts of a timeline are: names at the left, lanes, the ruler at the bottom. A value;
/// logical pixels.
struct TimelineGeometry
{
    static constexpr int ruler = 24;
    static constexpr int fullLane = 23;
    static constexpr int leastLane = 6;
    static constexpr int rightMargin = 12;

    QSize size; ///< of all
    int gutter = 90; ///< for the names
    int lane = fullLane; ///< height of one
    int lanes = 1;
    int scroll = 0; ///< how far the lanes are moved up

    /// Lanes as high as they want to be, or \p compact: lower ones so that more of them fit.
    void fitLanes(int count, bool compact);
    QRect names() const { return {0, 0, gutter, plotHeight()}; }
    QRect plot() const { return {gutter, 0, plotWidth(), plotHeight()}; }
    QRect rulerRect() const { return {gutter, plotHeight(), plotWidth(), ruler}; }
    int plotWidth() const { return std::max(1, size.width() - gutter - rightMargin); }
    int plotHeight() const { return std::max(0, size.height() - ruler); }
    /// From the left edge of the names to the right edge of the plot.
    QRect laneRect(int row) const;
    /// Where the spans of \p row are drawn.
    QRect barRect(int row) const;
    int rowAt(int y) const; ///< -1 when there is none
    int contentHeight() const { return lanes * lane; }
};
