// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/stackframes.h"
#include "record/taskevent.h"

#include <map>
#include <vector>

/// Writes a stream of events by hand, at times in milliseconds since its origin.
class StreamWriter
{
public:
    static constexpr qint64 msNs = 1'000'000;
    static constexpr Lane gui {Lane::Kind::Gui};

    /// Each event happens \p stepMs after the one before.
    explicit StreamWriter(qint64 originNs, qint64 stepMs = 0)
        : m_originNs(originNs)
        , m_stepMs(stepMs)
    {
    }

    /// What follows happens at \p ms.
    StreamWriter &at(qint64 ms)
    {
        m_ms = ms;
        return *this;
    }
    TaskId queue(const QString &title, TaskType type = TaskType::Fetch,
                 TaskId parent = TaskId::None)
    {
        const TaskId task = nextId();
        add({.text = title,
             .task = task,
             .parent = parent,
             .kind = EventKind::Queued,
             .code = quint8(type)});
        return task;
    }
    void start(TaskId task, Lane lane, qint64 attempt = 1)
    {
        add({.value = attempt, .task = task, .lane = lane, .kind = EventKind::Started});
    }
    void resume(TaskId task, Lane lane, qint64 attempt = 1)
    {
        add({.value = attempt, .task = task, .lane = lane, .kind = EventKind::Resumed});
    }
    void suspend(TaskId task, const QString &why, Lane lane = {})
    {
        add({.text = why, .task = task, .lane = lane, .kind = EventKind::Suspended});
    }
    void progress(TaskId task, qint64 done)
    {
        add({.value = done, .task = task, .kind = EventKind::Progress});
    }
    void note(TaskId task, NoteCode code, qint64 value, const QString &text = {})
    {
        add({.value = value,
             .text = text,
             .task = task,
             .kind = EventKind::Note,
             .code = quint8(code)});
    }
    void finish(TaskId task, Outcome::Kind kind = Outcome::Kind::Succeeded,
                const QString &message = {}, Lane lane = {})
    {
        add({.text = message,
             .task = task,
             .lane = lane,
             .kind = EventKind::Finished,
             .code = quint8(kind)});
    }
    void turn(qint64 lengthMs)
    {
        add({.value = lengthMs * msNs, .lane = gui, .kind = EventKind::Turn});
    }

    /// A stall that lasts since \p beginMs.
    TaskId beginStall(qint64 beginMs)
    {
        const TaskId stall = nextId();
        ofStall(stall, EventKind::StallBegan, m_originNs + beginMs * msNs);
        return stall;
    }
    void endStall(TaskId stall, StallKind kind, qint64 value, TaskId parent = TaskId::None)
    {
        ofStall(stall, EventKind::StallEnded, value, quint8(kind), {}, parent);
    }
    /// One that nobody knew of before its end: from \p beginMs to now; \p value as of \p kind.
    TaskId stall(qint64 beginMs, StallKind kind, qint64 value, TaskId parent = TaskId::None)
    {
        const TaskId stall = beginStall(beginMs);
        endStall(stall, kind, value, parent);
        return stall;
    }
    /// An event of a stall, StallBegan when its id is new to those who read it.
    void ofStall(TaskId stall, EventKind kind, qint64 value, quint8 code = 0,
                 const QString &text = {}, TaskId parent = TaskId::None)
    {
        add({.value = value,
             .text = text,
             .task = stall,
             .parent = parent,
             .lane = gui,
             .kind = kind,
             .code = code});
    }
    void ofProcess(EventKind kind, qint64 value, quint8 code, const QString &text)
    {
        add({.value = value, .text = text, .kind = kind, .code = code});
    }
    void waited(TaskId stall, InputKind kind, qint64 count, const QString &name = {})
    {
        ofStall(stall, EventKind::StallInput, count, quint8(kind), name);
    }
    void firstWaited(TaskId stall, InputKind kind, qint64 ns, const QString &name = {})
    {
        ofStall(stall, EventKind::StallFirstInput, ns, quint8(kind), name);
    }
    void paused(TaskId stall, PauseKind kind, qint64 ns)
    {
        ofStall(stall, EventKind::StallPaused, ns, quint8(kind));
    }
    /// So many samples of a stack that is new in \p stall; \p frames: StackFrames::toText().
    void samples(TaskId stall, qint64 count, const QString &frames)
    {
        const qint64 number = frames.isEmpty() ? 0 : ++m_stacks[stall];
        for (qint64 i = 0; i < count; ++i)
            ofStall(stall, EventKind::StallSample, number, quint8(ThreadState::Sleeping),
                    i == 0 ? frames : QString());
    }
    /// "nanosleep spin! QEventLoop::exec main!": innermost first, ours with an exclamation mark.
    void stack(TaskId stall, qint64 samples, const QString &functions)
    {
        QList<StackFrame> frames;
        for (QString word : functions.split(u' ', Qt::SkipEmptyParts)) {
            const bool isOurs = word.endsWith(u'!');
            word.remove(u'!');
            const QString object = isOurs ? QStringLiteral("program")
                : word.startsWith(u'Q')   ? QStringLiteral("libQt6Core.so.6")
                                          : QStringLiteral("libc.so.6");
            frames.append(
                {word, isOurs ? word + QStringLiteral(".cpp:7") : QString(), object, isOurs});
        }
        this->samples(stall, samples, StackFrames::toText(frames));
    }
    std::vector<TaskEvent> take() { return std::exchange(m_events, {}); }
    /// When the last event was.
    qint64 lastNs() const { return m_originNs + m_ms * msNs; }

protected:
    TaskId nextId() { return TaskId(++m_lastTask); }

private:
    void add(TaskEvent event)
    {
        m_ms += m_stepMs;
        event.timeNs = lastNs();
        m_events.push_back(std::move(event));
    }

    qint64 m_originNs;
    qint64 m_stepMs;
    qint64 m_ms = 0;
    quint32 m_lastTask = 0;
    std::map<TaskId, qint64> m_stacks;
    std::vector<TaskEvent> m_events;
};
