// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/taskevent.h"

#include <QRandomGenerator>

#include <vector>

/// Batches of events as tasks would give them, with a few that make no sense among them: of unknown
/// tasks, after the end, queued twice, children; and, when it has \c Stalls, the same of these:
/// some that never began, samples of stacks nobody has seen, numbers that name a task as well.
class RandomStream
{
public:
    enum class Content : quint8 { Tasks, Stalls };

    explicit RandomStream(quint32 seed, Content content = Content::Tasks)
        : m_random(seed)
        , m_hasStalls(content == Content::Stalls)
    {
    }

    std::vector<TaskEvent> batch()
    {
        std::vector<TaskEvent> events(size_t(m_random.bounded(40)));
        for (TaskEvent &event : events)
            event = next();
        return events;
    }
    int below(int limit) { return m_random.bounded(limit); }

private:
    TaskEvent next()
    {
        TaskEvent event {.timeNs = m_timeNs += 1'000'000};
        if (m_hasStalls && m_random.bounded(2) == 0)
            return ofStall(event);
        if (m_lastId == 0 || m_random.bounded(4) == 0) {
            const bool isRepeated = m_lastId > 0 && m_random.bounded(10) == 0;
            event.kind = EventKind::Queued;
            event.text = QStringLiteral("http://h.example/%1").arg(m_lastId);
            event.parent = m_lastId > 0 && m_random.bounded(5) == 0 ? someTask() : TaskId::None;
            event.task = isRepeated ? someTask() : TaskId {++m_lastId};
            return event;
        }
        event.kind = EventKind(1 + m_random.bounded(6));
        event.task = someTask();
        event.value = m_random.bounded(1'000);
        if (event.kind == EventKind::Started || event.kind == EventKind::Resumed)
            event.lane = {Lane::Kind(m_random.bounded(5)), quint16(m_random.bounded(3))};
        if (event.kind == EventKind::Finished)
            event.code = quint8(m_random.bounded(5));
        else if (event.kind == EventKind::Note)
            event.code = quint8(m_random.bounded(int(NoteCode::Cancelling) + 1));
        if (event.kind == EventKind::Note && NoteCode(event.code) == NoteCode::Integrity)
            event.value = m_random.bounded(5);
        return event;
    }
    TaskEvent ofStall(TaskEvent event)
    {
        constexpr int kinds = int(EventKind::ProcessEnded) - int(EventKind::StallBegan) + 1;
        event.kind = EventKind(int(EventKind::StallBegan) + m_random.bounded(kinds));
        event.task = TaskId {1 + m_random.bounded(7U)};
        event.parent = m_random.bounded(4) == 0 ? someTask() : TaskId::None;
        event.value = event.kind == EventKind::StallBegan
            ? event.timeNs - m_random.bounded(20'000'000)
            : m_random.bounded(4);
        if (event.kind == EventKind::StallSample && m_random.bounded(2) == 0)
            event.text = QStringLiteral("work%1()\t\tprogram\tours").arg(m_random.bounded(3));
        else if (event.kind != EventKind::StallBegan && event.kind != EventKind::StallGap)
            event.code = quint8(m_random.bounded(2));
        return event;
    }
    TaskId someTask() { return TaskId {1 + quint32(m_random.bounded(int(m_lastId) + 2))}; }

    QRandomGenerator m_random;
    bool m_hasStalls;
    qint64 m_timeNs = 1;
    quint32 m_lastId = 0;
};
