// SPDX-License-Identifier: MIT
#pragma once

#include "session/span.h"
#include "session/timescale.h"

#include <QRect>

#include <algorithm>
#include <optional>

class Projection;

/// Where the parts of a timeline are: names at the left, lanes, the ruler at the bottom. A value;
/// logical pixels.
struct TimelineGeometry
{
    static constexpr int topMargin = 4;
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
    void fitLanes(int count, bool compact)
    {
        lanes = std::max(1, count);
        lane = compact ? std::clamp((plotHeight() - topMargin) / lanes, leastLane, fullLane)
                       : fullLane;
    }
    QRect names() const { return {0, 0, gutter, plotHeight()}; }
    QRect plot() const { return {gutter, 0, plotWidth(), plotHeight()}; }
    QRect rulerRect() const { return {gutter, plotHeight(), plotWidth(), ruler}; }
    int plotWidth() const { return std::max(1, size.width() - gutter - rightMargin); }
    int plotHeight() const { return std::max(0, size.height() - ruler); }
    /// From the left edge of the names to the right edge of the plot.
    QRect laneRect(int row) const
    {
        return {0, topMargin + row * lane - scroll, gutter + plotWidth(), lane};
    }
    /// Where the spans of \p row are drawn.
    QRect barRect(int row) const
    {
        const int margin = lane >= 16 ? 4 : lane >= 10 ? 2 : 1;
        return laneRect(row).adjusted(gutter, margin, 0, -margin);
    }
    /// -1 when there is none
    int rowAt(int y) const
    {
        const int row = (y - topMargin + scroll) / lane;
        return y >= 0 && y < plotHeight() && row >= 0 && row < lanes ? row : -1;
    }
    int contentHeight() const { return lanes * lane; }
};

/// All that a picture of a timeline depends on, but the theme. Times are those of
/// TaskEvent::timeNs.
struct TimelineScene
{
    const Projection *projection = nullptr;
    TimeScale scale {};
    TimelineGeometry geometry {};
    qint64 nowNs = 0; ///< up to here spans go that have no end yet
    TaskId selected = TaskId::None;
    SpanRef current {}; ///< the span of the selected task that the keys are at
    SpanRef hovered {};
    std::optional<qint64> cursorNs {}; ///< the moment shown, when it is not the latest
    std::optional<std::pair<qint64, qint64>> measured {};

    /// Pixels from the left edge of the widget.
    double xOf(qint64 ns) const { return geometry.gutter + scale.xOf(ns); }
    qint64 nsAt(double x) const { return scale.nsAt(x - geometry.gutter); }
};
