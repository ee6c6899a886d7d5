// SPDX-License-Identifier: MIT
#pragma once

#include "session/span.h"

#include <QString>

class Board;
class Projection;
class Spans;
struct TaskEvent;
struct TimelineScene;

/// What a timeline says in words, translated. Times are told since the recording began.
namespace TimelineText {

/// "3 tasks", "no task"
QString tasks(int count);
/// Of a span of a task: its title without \p base, its lane, how long, when, and how it ended, as
/// far as that was known at \p nowNs.
QString span(const Spans &spans, SpanRef ref, const Board &board, const QString &base,
             qint64 nowNs);
QString stall(const Projection &projection, const Span &stall);
QString turn(const Spans &spans, const Span &turn);
/// Of the event that a step led to: its name, the task, and when.
QString event(const Spans &spans, const TaskEvent &event, const Board &board, const QString &base);
/// "0.41 s · 3 tasks"
QString measured(const TimelineScene &scene);
/// Since the recording began: "12.4 s", as exact as a person wants to read it.
QString moment(const Spans &spans, qint64 ns);

} // namespace TimelineText
