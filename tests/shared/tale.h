// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/recording.h"

#include <QString>

/// Writes a recording by hand: tasks that were never done, with the events they would have had.
class Tale
{
public:
    explicit Tale(Recording &recording)
        : m_recording(recording)
    {
    }

    /// Queued; told with the next tell().
    TaskId queue(const QString &title, TaskType type = TaskType::Fetch,
                 TaskId parent = TaskId::None)
    {
        const auto task = TaskId(++m_lastTask);
        add({.text = title,
             .task = task,
             .parent = parent,
             .kind = EventKind::Queued,
             .code = quint8(type)});
        return task;
    }
    void start(TaskId task, qint64 attempt = 1)
    {
        add({.value = attempt,
             .task = task,
             .lane = {Lane::Kind::Network, 1},
             .kind = EventKind::Started});
    }
    void note(TaskId task, NoteCode code, qint64 value, const QString &text = {})
    {
        add({.value = value,
             .text = text,
             .task = task,
             .kind = EventKind::Note,
             .code = quint8(code)});
    }
    void progress(TaskId task, qint64 done)
    {
        add({.value = done, .task = task, .kind = EventKind::Progress});
    }
    void finish(TaskId task, Outcome::Kind kind, const QString &message = {})
    {
        add({.text = message, .task = task, .kind = EventKind::Finished, .code = quint8(kind)});
    }
    /// Gives everything since the last time to the recording, in one batch.
    void tell() { m_recording.append(std::exchange(m_batch, {})); }

    /// When the last event was.
    qint64 lastNs() const { return m_recording.originNs() + m_events * stepNs; }
    static constexpr qint64 stepNs = 10'000'000; ///< between two events

private:
    void add(TaskEvent event)
    {
        event.timeNs = m_recording.originNs() + ++m_events * stepNs;
        m_batch.push_back(std::move(event));
    }

    Recording &m_recording;
    std::vector<TaskEvent> m_batch;
    quint32 m_lastTask = 0;
    qint64 m_events = 0;
};
