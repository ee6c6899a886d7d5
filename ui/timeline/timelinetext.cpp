// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinetext.h"

#include "session/playhead.h"
#include "session/tasktext.h"
#include "ui/timeline/timelinescene.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct TimelineTr
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString titleOf(TaskId task, const Board &board, const QString &base)
{
    const TaskState *state = board.task(task);
    return state ? TaskText::shortTitle(state->title, base) : QString();
}

QString eventWord(const TaskEvent &event)
{
    switch (event.kind) {
    case EventKind::Queued: return TimelineTr::tr("queued");
    case EventKind::Started: return TimelineTr::tr("started");
    case EventKind::Progress: return TimelineTr::tr("progress");
    case EventKind::Suspended: return TimelineTr::tr("suspended");
    case EventKind::Resumed: return TimelineTr::tr("resumed");
    case EventKind::Note: return TimelineTr::tr("note");
    case EventKind::Finished: return TimelineTr::tr("finished");
    case EventKind::Turn: return TimelineTr::tr("turn of the loop");
    case EventKind::Lag: return TimelineTr::tr("late heartbeat");
    case EventKind::StallBegan: return TimelineTr::tr("a stall began");
    case EventKind::StallSample: return TimelineTr::tr("a look at the stack in a stall");
    case EventKind::StallEnded: return TimelineTr::tr("a stall ended");
    case EventKind::StallShare:
    case EventKind::StallWaitedFor:
    case EventKind::StallInput:
    case EventKind::StallFirstInput:
    case EventKind::StallPaused:
    case EventKind::StallGap: return TimelineTr::tr("more about a stall");
    case EventKind::Module: return TimelineTr::tr("a library is named");
    case EventKind::ProcessEnded: return TimelineTr::tr("the program ended");
    }
    Q_UNREACHABLE();
}

} // namespace

namespace TimelineText {

QString tasks(int count)
{
    return count == 0 ? TimelineTr::tr("no task") : TimelineTr::tr("%Ln task(s)", nullptr, count);
}

QString span(const Spans &spans, SpanRef ref, const Board &board, const QString &base, qint64 nowNs)
{
    Span span = spans.span(ref);
    if (span.beginNs <= nowNs && span.endNs > nowNs) { // it went on then, however it ended
        span.endNs = Span::openEnd;
        span.status = span.kind == SpanKind::Waiting ? TaskStatus::Suspended : TaskStatus::Running;
    }
    const int row = spans.rowOf(ref);
    const bool isWaiting = span.kind == SpanKind::Waiting;
    // A span that ended well, or without an end of its task, only says how long it was.
    const bool isSaid = span.isOpen() || isFinished(span.status) || isWaiting;
    return joined({titleOf(span.task, board, base), row < 0 ? QString() : laneName(spans.lane(row)),
                   isSaid ? TaskText::statusWord(span.status) : QString(),
                   TimelineTr::tr("%1 from %2 on")
                       .arg(TaskText::length(span.lengthNs(nowNs)), moment(spans, span.beginNs))});
}

QString stall(const Projection &projection, const Span &stall)
{
    const QString length = TaskText::length(stall.lengthNs(projection.spans().endNs()));
    const QString when
        = TimelineTr::tr("from %1 on").arg(moment(projection.spans(), stall.beginNs));
    const QString what = stall.kind == SpanKind::Pause
        ? TimelineTr::tr("paused for %1, not by the program").arg(length)
        : stall.kind == SpanKind::Hang
        ? TimelineTr::tr("the loop was frozen for %1").arg(length)
        : TimelineTr::tr("the loop was congested for %1").arg(length);
    return joined({what, projection.culpritTextOf(stall.task), when});
}

QString turn(const Spans &spans, const Span &turn)
{
    return joined(
        {TimelineTr::tr("turn of the loop"),
         TimelineTr::tr("%1 from %2 on")
             .arg(TaskText::length(turn.endNs - turn.beginNs), moment(spans, turn.beginNs))});
}

QString event(const Spans &spans, const TaskEvent &event, const Board &board, const QString &base)
{
    return joined({eventWord(event), titleOf(event.task, board, base), laneName(event.lane),
                   TaskText::instant(event.timeNs - spans.beginNs(), 1'000'000)});
}

QString measured(const TimelineScene &scene)
{
    if (!scene.measured)
        return {};
    const auto [from, to] = std::minmax(scene.measured->first, scene.measured->second);
    return joined(
        {TaskText::length(to - from), tasks(scene.projection->spans().tasksWithin(from, to))});
}

QString moment(const Spans &spans, qint64 ns)
{
    return TaskText::instant(ns - spans.beginNs(), 10'000'000);
}

} // namespace TimelineText
