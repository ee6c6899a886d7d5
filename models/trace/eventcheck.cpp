// SPDX-License-Identifier: MIT
#include "trace/eventcheck.h"

#include "record/outcome.h"
#include "trace/trace.h"

#include <algorithm>

namespace {

bool isWithin(qint64 value, qint64 lowest, qint64 highest)
{
    return value >= lowest && value <= highest;
}

/// The highest number that \c code may be.
int highestCode(EventKind kind)
{
    switch (kind) {
    case EventKind::Queued: return int(TaskType::Run);
    case EventKind::Note: return int(NoteCode::Cancelling);
    case EventKind::Finished: return int(Outcome::Kind::Abandoned);
    case EventKind::StallSample: return int(ThreadState::Stopped);
    case EventKind::StallShare: return int(TimeShare::Blocked);
    case EventKind::StallWaitedFor: return int(AwaitedKind::Lock);
    case EventKind::StallInput:
    case EventKind::StallFirstInput: return int(InputKind::Other);
    case EventKind::StallPaused: return int(PauseKind::Stopped);
    case EventKind::StallEnded: return int(StallKind::Congestion);
    case EventKind::ProcessEnded: return int(ProcessEnd::Signalled);
    default: return 0;
    }
}

} // namespace

QString EventCheck::fault(const TaskEvent &event)
{
    if (event.kind > EventKind::ProcessEnded)
        return tr("an unknown kind of event");
    if (event.lane.kind > Lane::Kind::Coroutine)
        return tr("an unknown lane");
    if (const QString fault = ofTime(event); !fault.isEmpty())
        return fault;
    if (const QString fault = ofCode(event); !fault.isEmpty())
        return fault;
    if (const QString fault = ofValue(event); !fault.isEmpty())
        return fault;
    return ofNumbers(event);
}

QString EventCheck::ofTime(const TaskEvent &event)
{
    if (!isWithin(event.timeNs - m_originNs, -TraceFormat::maxTimeNs, TraceFormat::maxTimeNs))
        return tr("an impossible time");
    if (event.timeNs < m_lastNs)
        return tr("an event before the one before it");
    m_lastNs = event.timeNs;
    return {};
}

QString EventCheck::ofCode(const TaskEvent &event) const
{
    return event.code > highestCode(event.kind) ? tr("an unknown code") : QString();
}

QString EventCheck::ofValue(const TaskEvent &event) const
{
    constexpr qint64 mostAttempts = 1'000'000;
    constexpr qint64 highestStatus = 999;
    constexpr qint64 highestNumber = 0xffff'ffff;
    qint64 lowest = 0;
    qint64 highest = TraceFormat::maxValue;
    const NoteCode note = event.kind == EventKind::Note ? NoteCode(event.code) : NoteCode::Message;
    if (event.kind == EventKind::Progress || note == NoteCode::Bytes) {
        highest = TraceFormat::maxProgress;
    } else if (event.kind == EventKind::Started || event.kind == EventKind::Resumed) {
        highest = mostAttempts;
    } else if (note == NoteCode::Status) {
        highest = highestStatus;
    } else if (note == NoteCode::Integrity) {
        highest = qint64(Integrity::Corrupt);
    } else if (note == NoteCode::Total) {
        lowest = -1;
        highest = TraceFormat::maxProgress;
    } else if (event.kind == EventKind::StallBegan) {
        lowest = m_originNs - TraceFormat::maxTimeNs;
        highest = event.timeNs;
    } else if (event.kind == EventKind::Module) {
        lowest = 1;
        highest = highestNumber;
    } else if (event.kind == EventKind::ProcessEnded) {
        highest = highestNumber;
    }
    return isWithin(event.value, lowest, highest) ? QString() : tr("an impossible value");
}

/// Of tasks and stalls.
QString EventCheck::ofNumbers(const TaskEvent &event)
{
    const EventFamily family = familyOf(event.kind);
    const bool isOfTask = family == EventFamily::Task;
    const bool isOfStall = family == EventFamily::Stall;
    if ((isOfTask || isOfStall) == (event.task == TaskId::None))
        return tr("an event of the wrong task");
    const bool hasParent = event.kind == EventKind::Queued || event.kind == EventKind::StallBegan
        || event.kind == EventKind::StallEnded;
    if (event.parent != TaskId::None && !hasParent)
        return tr("a parent in the wrong place");
    if (event.kind == EventKind::Queued)
        return ofQueued(event);
    return isOfStall ? ofStall(event) : QString();
}

QString EventCheck::ofQueued(const TaskEvent &event)
{
    if (event.parent == event.task || m_known.contains(event.task))
        return tr("a task that comes twice, or is above itself");
    if (event.parent != TaskId::None && !m_known.contains(event.parent))
        m_known.insert(event.parent, {});
    m_known.insert(event.task, {Named::Kind::Task});
    return {};
}

QString EventCheck::ofStall(const TaskEvent &event)
{
    const auto known = m_known.find(event.task);
    const bool hasBegun = known != m_known.end() && known->kind == Named::Kind::Stall;
    const bool isFirst = event.kind == EventKind::StallBegan && known == m_known.end();
    if ((!hasBegun && !isFirst) || event.parent == event.task)
        return tr("a stall that has not begun, is a task, or is above itself");
    if (hasBegun && event.kind == EventKind::StallSample) {
        if (const QString fault = ofSample(*known, event); !fault.isEmpty())
            return fault;
    }
    if (event.parent != TaskId::None && !m_known.contains(event.parent))
        m_known.insert(event.parent, {});
    if (isFirst)
        m_known.insert(event.task, {Named::Kind::Stall});
    return {};
}

/// Each stack comes with its frames the first time, and by its number from then on.
QString EventCheck::ofSample(Named &stall, const TaskEvent &event)
{
    if (event.text.isEmpty())
        return isWithin(event.value, 0, stall.stacks) ? QString() : tr("a stack nobody has seen");
    return event.value == ++stall.stacks ? QString() : tr("a stack out of order");
}
