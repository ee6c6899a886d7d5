// SPDX-License-Identifier: MIT
#include "record/acquisition.h"

#include <QHash>

namespace {

/// What is to be known of all events before the first one can be judged.
class Survey
{
public:
    explicit Survey(const Snapshot &events)
    {
        for (qsizetype i = 0; i < events.size(); ++i)
            take(events.at(i));
    }

    bool staysForNext(const TaskEvent &event)
    {
        switch (familyOf(event.kind)) {
        case EventFamily::Loop: return m_loopEvents-- <= Acquisition::mostLoopEvents;
        case EventFamily::Process: return true;
        case EventFamily::Stall: return staysForNext(m_stalls.value(event.task));
        case EventFamily::Task: break;
        }
        const Task task = m_tasks.value(event.task);
        return task.run == 0 ? !task.isFinished : task.run + Acquisition::mostRuns > m_lastRun;
    }
    /// One that lasts does: the rest of it is to come.
    bool staysWithoutLoop(const TaskEvent &event) const
    {
        switch (familyOf(event.kind)) {
        case EventFamily::Loop: return false;
        case EventFamily::Stall: return m_stalls.value(event.task).isOpen;
        case EventFamily::Process:
        case EventFamily::Task: break;
        }
        return true;
    }

private:
    struct Stall
    {
        bool isOpen = false;
        qsizetype number = 0; // 0: it has gone before
    };
    struct Task
    {
        bool isFinished = false;
        qsizetype run = 0; // number of the one it is below
    };

    bool staysForNext(const Stall &stall) const
    {
        return stall.isOpen
            || (stall.number > 0 && stall.number + Acquisition::mostStalls > m_lastStall);
    }

    void take(const TaskEvent &event)
    {
        m_loopEvents += familyOf(event.kind) == EventFamily::Loop;
        if (event.kind == EventKind::Queued && !m_tasks.contains(event.task))
            m_tasks.insert(event.task, queued(event));
        else if (event.kind == EventKind::Finished)
            m_tasks[event.task].isFinished = true;
        else if (event.kind == EventKind::StallBegan && !m_stalls.contains(event.task))
            m_stalls.insert(event.task, {true, ++m_lastStall});
        else if (event.kind == EventKind::StallEnded)
            m_stalls[event.task].isOpen = false;
    }
    Task queued(const TaskEvent &event)
    {
        if (TaskType(event.code) == TaskType::Run)
            return {.run = ++m_lastRun};
        return {.run = m_tasks.value(event.parent).run};
    }

    QHash<TaskId, Task> m_tasks;
    QHash<TaskId, Stall> m_stalls;
    qsizetype m_loopEvents = 0;
    qsizetype m_lastStall = 0;
    qsizetype m_lastRun = 0;
};

template <typename Stays> Snapshot filtered(const Snapshot &events, Stays stays)
{
    Snapshot kept(events.originNs());
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (stays(events.at(i)))
            kept.append(TaskEvent(events.at(i)));
    }
    return kept;
}

} // namespace

Snapshot Acquisition::next(const Snapshot &events)
{
    Survey survey(events);
    return filtered(events, [&](const TaskEvent &event) { return survey.staysForNext(event); });
}

Snapshot Acquisition::withoutLoop(const Snapshot &events)
{
    const Survey survey(events);
    return filtered(events, [&](const TaskEvent &event) { return survey.staysWithoutLoop(event); });
}
