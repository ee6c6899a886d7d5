// SPDX-License-Identifier: MIT
#pragma once

#include "record/culprit.h"

#include <QString>

/// What a loop was kept by, as far as stacks can tell.
enum class StallCause : quint8 {
    Unknown, ///< no stack
    Sleep, ///< it waited for time to pass
    BusyCpu, ///< it computed
    NetworkWait, ///< it waited for a socket or another process
    ThreadWait, ///< it waited for another thread: a future, a lock, a pool
    NestedLoop, ///< it ran a loop within a slot, and something in that one did not return
    FileAccess, ///< it waited for a disk
};

/// What the heaviest of \p stacks was doing.
StallCause causeOf(const QList<CountedStack> &stacks);
/// What to do instead, translated; of many short turns when \p isCongestion.
QString adviceFor(StallCause cause, bool isCongestion);
/// The id of the experiment that shows it.
QLatin1StringView experimentFor(StallCause cause, bool isCongestion);
