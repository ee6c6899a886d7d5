// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/timelinescene.h"

#include <QString>

/// What is at a place of a timeline. Positions are those of its viewport.
namespace TimelineHit {
/// The span of a task; none is invalid. What is narrow can still be hit.
SpanRef spanAt(const TimelineScene &scene, const QPoint &position);
/// Where there is no task: the stall or the turn of the loop there, or only the time.
QString textAt(const TimelineScene &scene, const QPoint &position);
} // namespace TimelineHit
