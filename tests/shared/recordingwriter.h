// SPDX-License-Identifier: MIT
#pragma once

#include "record/recording.h"
#include "shared/streamwriter.h"

/// Writes a recording by hand: tasks that were never done, with the events they would have had, one
/// every stepNs.
class RecordingWriter : public StreamWriter
{
public:
    static constexpr qint64 stepNs = 10 * msNs; ///< between two events

    explicit RecordingWriter(Recording &recording)
        : StreamWriter(recording.originNs(), stepNs / msNs)
        , m_recording(recording)
    {
    }

    void start(TaskId task, qint64 attempt = 1)
    {
        StreamWriter::start(task, {Lane::Kind::Network, 1}, attempt);
    }
    /// A stall that lasts, since \p lengthNs before its first event.
    TaskId beginStall(qint64 lengthNs = 0)
    {
        const TaskId stall = nextId();
        ofStall(stall, EventKind::StallBegan, lastNs() + stepNs - lengthNs);
        return stall;
    }
    /// One that took \p lengthNs up to its last event.
    TaskId stall(qint64 lengthNs, TaskId parent = TaskId::None)
    {
        const TaskId stall = beginStall(lengthNs - stepNs);
        ofStall(stall, EventKind::StallEnded, lengthNs - 5, quint8(StallKind::Hang), {}, parent);
        return stall;
    }
    /// \p count samples of a stack that is new in \p stall, its \p number-th.
    void samples(TaskId stall, qint64 number, qint64 count, const QString &frames)
    {
        for (qint64 i = 0; i < count; ++i)
            ofStall(stall, EventKind::StallSample, number, quint8(ThreadState::Running),
                    i == 0 ? frames : QString());
    }
    /// Gives everything since the last time to the recording, in one batch.
    void tell() { m_recording.append(take()); }

private:
    Recording &m_recording;
};
