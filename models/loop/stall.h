// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>

/// A gap in which the loop did not come round to the heartbeat. Times are those of Recorder::now().
struct Stall
{
    enum class Kind : quint8 {
        Hang, ///< one turn took too long
        Congestion, ///< many short turns together did
    };

    qint64 beginNs = 0; ///< when the turn began during which the beat came due
    qint64 endNs = 0; ///< when it beat again
    qint64 longestTurnNs = 0;
    int turns = 0; ///< how many turns the gap was made of
    Kind kind = Kind::Hang;

    qint64 lengthNs() const { return endNs - beginNs; }
    bool operator==(const Stall &) const = default;
};

Q_DECLARE_METATYPE(Stall)
