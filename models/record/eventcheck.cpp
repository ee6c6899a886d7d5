// SPDX-License-Identifier: MIT
#include "record/eventcheck.h"

#include "record/outcome.h"
#include "record/trace.h"

#include <algorithm>

namespace {

bool isWithin(qint64 value, qint64 lowest, qint64 highest)
{
    return value >= lowest && value <= highest;
}

bool isOfNoTask(EventKind kind)
{
    return kind == EventKind::Turn || kind == EventKind::Lag;
}

} // namespace

QString EventCheck::fault(const TaskEvent &event)
{
    if (event.kind > EventKind::Lag)
        return tr("an unknown kind of event");
    if (event.lane.kind > Lane::Kind::Coroutine)
        return tr("an unknown lane");
    if (const QString fault = ofTime(event); !fault.isEmpty())
        return fault;
    if (const QString fault = ofCode(event); !fault.isEmpty())
        return fault;
    if (const QString fault = ofValue(event); !fault.isEmpty())
        return fault;
    return ofTask(event);
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
    quint8 highest = 0;
    if (event.kind == EventKind::Queued)
        highest = quint8(TaskType::Run);
    else if (event.kind == EventKind::Note)
        highest = quint8(NoteCode::Paused);
    else if (event.kind == EventKind::Finished)
        highest = quint8(Outcome::Kind::Abandoned);
    return event.code > highest ? tr("an unknown code") : QString();
}

QString EventCheck::ofValue(const TaskEvent &event) const
{
    constexpr qint64 mostAttempts = 1'000'000;
    constexpr qint64 highestStatus = 999;
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
    } else if (note == NoteCode::Began) {
        lowest = m_originNs - TraceFormat::maxTimeNs;
        highest = event.timeNs;
    }
    return isWithin(event.value, lowest, highest) ? QString() : tr("an impossible value");
}

QString EventCheck::ofTask(const TaskEvent &event)
{
    if (isOfNoTask(event.kind) != (event.task == TaskId::None))
        return tr("an event of the wrong task");
    if (event.kind != EventKind::Queued)
        return event.parent == TaskId::None ? QString() : tr("a parent in the wrong place");
    if (event.parent == event.task || m_queued.contains(event.task))
        return tr("a task that comes twice, or is above itself");
    if (event.parent != TaskId::None && !m_queued.contains(event.parent))
        m_queued.insert(event.parent, false);
    const quint32 id = toIndex(event.task);
    m_lowestId = m_lowestId == 0 ? id : std::min(m_lowestId, id);
    m_highestId = std::max(m_highestId, id);
    m_queued.insert(event.task, true);
    const qint64 gaps = qint64(m_highestId) - m_lowestId - m_queued.size();
    return gaps > TraceFormat::maxIdGap ? tr("numbers of tasks that are far apart") : QString();
}
