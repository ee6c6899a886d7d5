// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QHash>
#include <QList>

/// Reads events of version 1 of the format, where a stall was a task with notes that were all told
/// when it was over, as those of now. What could not have been there becomes an event that
/// EventCheck refuses. A value.
class TraceVersion1
{
public:
    /// A stack was one note with how many samples saw it: so many samples of it are made at most.
    static constexpr qint64 mostSamples = 64;

    /// What \p event, the next one, says: nothing, one event or several, in order.
    QList<TaskEvent> read(const TaskEvent &event);

private:
    struct Stall
    {
        TaskId parent = TaskId::None;
        StallKind kind = StallKind::Hang;
        qint64 value = 0; ///< the longest turn, or how many
        qint64 stacks = 0; ///< so far
    };

    QList<TaskEvent> readOfStall(Stall &stall, const TaskEvent &event) const;
    static QList<TaskEvent> readStack(Stall &stall, const TaskEvent &note);

    QHash<TaskId, Stall> m_stalls;
};
