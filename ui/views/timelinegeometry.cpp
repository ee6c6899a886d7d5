// SPDX-License-Identifier: MIT
#include "ui/views/timelinegeometry.h"

#include <algorithm>

namespace {
constexpr int topMargin = 4;
}

void TimelineGeometry::fitLanes(int count, bool compact)
{
    lanes = std::max(1, count);
    lane = compact ? std::clamp((plotHeight() - topMargin) / lanes, leastLane, fullLane) : fullLane;
}

QRect TimelineGeometry::laneRect(int row) const
{
    return {0, topMargin + row * lane - scroll, gutter + plotWidth(), lane};
}

QRect TimelineGeometry::barRect(int row) const
{
    const int margin = lane >= 16 ? 4 : lane >= 10 ? 2 : 1;
    return laneRect(row).adjusted(gutter, margin, 0, -margin);
}

int TimelineGeometry::rowAt(int y) const
{
    if (y < 0 || y >= plotHeight())
        return -1;
    const int row = (y - topMargin + scroll) / lane;
    return row >= 0 && row < lanes ? row : -1;
}
