// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <limits>

/// What a stretch of time in a lane was.
enum class SpanKind : quint8 {
    Work, ///< a task occupied the lane
    Waiting, ///< a coroutine stood still in its lane
    Turn, ///< of the GUI's loop
    Hang, ///< a stall: one long turn
    Congestion, ///< a stall: many short turns
    Pause, ///< a gap that is not the program's fault
};

/// Names one of the Spans: its track, and its place there.
struct SpanRef
{
    static constexpr quint16 noTrack = 0xffff;
    quint32 index = 0;
    quint16 track = noTrack;

    bool isValid() const { return track != noTrack; }
    bool operator==(const SpanRef &) const = default;
};

/// A stretch of time in a lane. Times are those of TaskEvent::timeNs.
struct Span
{
    static constexpr qint64 openEnd = std::numeric_limits<qint64>::max();

    qint64 beginNs = 0;
    qint64 endNs = openEnd; ///< openEnd while it goes on
    TaskId task = TaskId::None;
    SpanRef previous {}; ///< the one before it of the same task
    SpanKind kind = SpanKind::Work;
    TaskStatus status = TaskStatus::Running; ///< how its task ended, when it ended with this span

    bool isOpen() const { return endNs == openEnd; }
    qint64 lengthNs(qint64 nowNs) const { return (isOpen() ? nowNs : endNs) - beginNs; }
    bool operator==(const Span &) const = default;
};

static_assert(sizeof(Span) <= 40, "a million spans must stay small");

/// A stretch of time that is drawn as one: a single span, or some that lie within a pixel.
struct SpanRun
{
    qint64 beginNs = 0;
    qint64 endNs = 0; ///< Span::openEnd while its last span goes on
    qint64 busyNs = 0; ///< of it covered by spans; of one that goes on nothing
    quint32 first = 0; ///< index of its first span; the others follow it
    quint32 count = 0;
    TaskStatus notable = TaskStatus::Running; ///< the worst end among them
};

/// How much attention an end deserves; what went well deserves none.
constexpr int severity(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Failed: return 4;
    case TaskStatus::TimedOut: return 3;
    case TaskStatus::Abandoned: return 2;
    case TaskStatus::Cancelled: return 1;
    default: return 0;
    }
}
