// SPDX-License-Identifier: MIT
#include "record/stackframes.h"
#include "require.h"
#include "session/session.h"
#include "session/stalllist.h"
#include "session/taskstory.h"
#include "trace/tracereader.h"
#include "trace/tracewriter.h"

#include <QBuffer>
#include <QCoreApplication>

namespace {

Trace read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    const TraceWatch watch;
    return TraceReader(buffer, watch).read();
}

QByteArray written(const Snapshot &events)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const TraceWatch watch;
    require(TraceWriter(events, buffer, watch).write(), "memory takes all that is written");
    return buffer.data();
}

void requireBounds(const Snapshot &events)
{
    require(events.size() <= TraceFormat::maxEvents, "so many events and no more");
    EventCheck check(events.originNs());
    for (qsizetype i = 0; i < events.size(); ++i) {
        const TaskEvent &event = events.at(i);
        require(check.fault(event).isEmpty(), "each event could be a real one");
        // Said again here, or the check would be its own judge.
        require(i == 0 || events.at(i - 1).timeNs <= event.timeNs, "they are in order of time");
        require(event.kind != EventKind::Progress
                    || (event.value >= 0 && event.value <= TraceFormat::maxProgress),
                "sums of all progress fit");
    }
    require(check.taskCount() <= TraceFormat::maxTasks, "so many tasks and no more");
}

void requireSame(const Snapshot &events, const Snapshot &again)
{
    require(events.originNs() == again.originNs(), "the origin comes back");
    require(events.size() == again.size(), "as many events come back");
    for (qsizetype i = 0; i < events.size(); ++i)
        require(events.at(i) == again.at(i), "each event comes back");
}

/// All that is computed from a trace once it is shown.
void show(const Snapshot &events)
{
    Session session({}, events);
    const Recording &recording = session.recording();
    const Playhead &playhead = session.playhead();
    const StallList stalls(session);
    while (recording.size() < events.size())
        QCoreApplication::processEvents();
    const Board &board = playhead.board();
    const Spans &spans = playhead.projection().spans();
    require(board.progress() >= 0 && board.progress() <= 1, "progress is a share");
    for (qsizetype i = 0; i < board.taskCount(); ++i) {
        const TaskState &task = board.at(i);
        require(task.fraction() == -1 || (task.fraction() >= 0 && task.fraction() <= 1),
                "so is that of a task");
        taskStory(recording, task.id, recording.size());
    }
    for (int row = 0; row < stalls.rowCount(); ++row)
        require(!stalls.text(row).isEmpty(), "a receipt says something");
    require(spans.beginNs() <= spans.endNs(), "time goes on");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication application(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Trace trace = read(rawBytes(data, size));
    if (!trace.fault.isEmpty()) {
        require(trace.events.size() == 0, "a fault leaves nothing behind");
        require(trace.fault.endsWith(u'.'), "a fault is a sentence");
        return 0;
    }
    requireBounds(trace.events);
    show(trace.events);
    const Trace again = read(written(trace.events));
    require(again.fault.isEmpty(), "what was read can be written and read again");
    requireSame(trace.events, again.events);
    return 0;
}
