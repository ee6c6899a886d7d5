// SPDX-License-Identifier: MIT
#include "trace/traceversion1.h"

#include <algorithm>

namespace {

// The numbers of that version. Other enumerators have the same ones now.
constexpr quint8 stallType = 5; // of a task
constexpr quint8 runType = 6;
enum StallNote : quint8 {
    Began = 13,
    Hang,
    Congestion,
    Stack,
    Waited,
    FirstWaited,
    Paused,
    StallNoteEnd
};

/// One that cannot be.
TaskEvent refused(TaskEvent event)
{
    event.kind = EventKind(0xff);
    return event;
}

TaskEvent changed(TaskEvent event, EventKind kind, quint8 code, const QString &text = {})
{
    event.kind = kind;
    event.code = code;
    event.text = text;
    return event;
}

TaskEvent ofInput(const TaskEvent &note, EventKind kind)
{
    for (int input = 0; input < int(InputKind::Other); ++input) {
        if (note.text == inputName(InputKind(input)))
            return changed(note, kind, quint8(input));
    }
    return changed(note, kind, quint8(InputKind::Other), note.text);
}

TaskEvent ofPause(const TaskEvent &note)
{
    constexpr std::array kinds {PauseKind::Suspend, PauseKind::Debugger};
    const auto named = std::ranges::find(kinds, note.text, pauseName);
    return changed(note, EventKind::StallPaused,
                   quint8(named != kinds.end() ? *named : PauseKind::Stopped));
}

} // namespace

QList<TaskEvent> TraceVersion1::read(const TaskEvent &event)
{
    if (event.kind > EventKind::Lag)
        return {refused(event)};
    const auto stall = m_stalls.find(event.task);
    if (stall != m_stalls.end())
        return readOfStall(*stall, event);
    if (event.kind == EventKind::Note && event.code >= Began && event.code < StallNoteEnd)
        return {}; // of another task, where it said nothing
    if (event.kind == EventKind::Queued && event.code == stallType) {
        m_stalls.insert(event.task, {.parent = event.parent});
        TaskEvent began = changed(event, EventKind::StallBegan, 0);
        began.value = event.timeNs; // until its note tells when
        return {began};
    }
    if (event.kind == EventKind::Queued && event.code == runType)
        return {changed(event, EventKind::Queued, quint8(TaskType::Run), event.text)};
    return {event};
}

QList<TaskEvent> TraceVersion1::readOfStall(Stall &stall, const TaskEvent &event) const
{
    if (event.kind == EventKind::Queued)
        return {refused(event)}; // a second time
    if (event.kind == EventKind::Finished) {
        TaskEvent ended = changed(event, EventKind::StallEnded, quint8(stall.kind));
        ended.value = stall.value;
        ended.parent = stall.parent;
        return {ended};
    }
    if (event.kind != EventKind::Note || event.code < Began)
        return {};
    switch (StallNote(event.code)) {
    case Began: return {changed(event, EventKind::StallBegan, 0)};
    case Hang:
    case Congestion:
        stall.kind = event.code == Hang ? StallKind::Hang : StallKind::Congestion;
        stall.value = event.value;
        return {};
    case Stack: return readStack(stall, event);
    case Waited: return {ofInput(event, EventKind::StallInput)};
    case FirstWaited: return {ofInput(event, EventKind::StallFirstInput)};
    case Paused: return {ofPause(event)};
    case StallNoteEnd: break;
    }
    return {refused(event)};
}

QList<TaskEvent> TraceVersion1::readStack(Stall &stall, const TaskEvent &note)
{
    if (note.value < 0)
        return {refused(note)};
    if (note.value == 0 || note.text.isEmpty())
        return {};
    TaskEvent sample = changed(note, EventKind::StallSample, quint8(ThreadState::Unknown));
    sample.value = ++stall.stacks;
    QList<TaskEvent> samples(std::min(note.value, mostSamples), sample);
    samples.first().text = note.text;
    return samples;
}
