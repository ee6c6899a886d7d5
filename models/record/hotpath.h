// SPDX-License-Identifier: MIT
#pragma once

#include "record/stackframes.h"

/// A stack, and how many samples saw it.
struct CountedStack
{
    QList<StackFrame> frames;
    qint64 count = 0;

    bool operator==(const CountedStack &) const = default;
};

/// Which function kept a loop from turning, by the stacks that were seen meanwhile. Pure.
namespace HotPath {
/// The innermost function of ours that at least three quarters of all samples were in, as the
/// heaviest stack has it: not a small one that it only called now and then. What called the event
/// loop is not to blame for what the loop called. Without any of ours the nearest function of a
/// library, of Qt if there is one; empty when nothing has a name.
StackFrame guilty(const QList<CountedStack> &stacks);
/// How many frames of \p frames lie within the outermost event loop; all when there is none.
qsizetype insideTheLoop(const QList<StackFrame> &frames);
} // namespace HotPath
