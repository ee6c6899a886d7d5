// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QByteArray>
#include <QHash>
#include <QList>

/// What the notes of the stalls say, many of which come after the stall is over; for a trace.
class TraceStalls
{
public:
    /// Heeds the notes of stalls and nothing else.
    void keep(const TaskEvent &event);

    /// The guilty function, or what kind of stall it was.
    QString name(TaskId stall) const;
    /// The rest as the "args" of an event, JSON.
    QByteArray args(TaskId stall) const;

private:
    using Numbers = QList<std::pair<QString, qint64>>;
    struct Notes
    {
        QByteArray kind;
        qint64 turns = 0;
        qint64 longestNs = 0;
        Numbers stacks; ///< text and in how many samples it was seen
        Numbers waited;
        Numbers firstWaitedNs;
        Numbers pausedNs;
    };

    QHash<TaskId, Notes> m_stalls;
};
