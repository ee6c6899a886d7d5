// SPDX-License-Identifier: MIT
#pragma once

class QKeyEvent;
class TimelineView;

/// What the keys do in a timeline.
namespace TimelineKeys {
/// Returns whether it was one of them: the arrows left and right move the time, up and down go from
/// lane to lane, + and - zoom, Home, End and F show the begin, the end and all, [ and ] select the
/// span before and after, Enter opens its story, comma and full stop step event by event, L returns
/// to live.
bool press(TimelineView &view, const QKeyEvent &event);
} // namespace TimelineKeys
