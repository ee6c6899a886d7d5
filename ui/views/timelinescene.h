// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/timelinegeometry.h"
#include "views/span.h"
#include "views/timescale.h"

#include <optional>

class SpanIndex;

/// All that a picture of a timeline depends on, but the theme. Times are those of
/// TaskEvent::timeNs.
struct TimelineScene
{
    const SpanIndex &index;
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
