// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QMetaType>

/// A gap in which the loop did not come round to the heartbeat. Times are those of Recorder::now().
struct Stall
{
    qint64 dueNs = 0; ///< when the beat was due that did not come: no other stall has the same
    qint64 beginNs = 0; ///< when the turn began during which the beat came due
    qint64 endNs = 0; ///< when it beat again
    qint64 longestTurnNs = 0;
    int turns = 0; ///< how many turns the gap was made of
    StallKind kind = StallKind::Hang;

    qint64 lengthNs() const { return endNs - beginNs; }
    bool operator==(const Stall &) const = default;
};

/// An event of the stall \p id of the GUI's loop.
inline TaskEvent stallEvent(TaskId id, EventKind kind, qint64 value, quint8 code = 0,
                            const QString &text = {})
{
    return {.value = value,
            .text = text,
            .task = id,
            .lane = {Lane::Kind::Gui},
            .kind = kind,
            .code = code};
}

Q_DECLARE_METATYPE(Stall)
