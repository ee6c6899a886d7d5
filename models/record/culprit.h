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

/// The function that kept a loop from turning, by the stacks that were seen meanwhile. The one
/// answer to who is to blame, for every view, file and command.
struct Culprit
{
    enum class Confidence : quint8 {
        None, ///< nothing names it
        Probable, ///< fewer than three samples, or not in three quarters of them
        Certain,
    };

    StackFrame frame {}; ///< as the heaviest stack has it; empty when nothing names it
    Confidence confidence = Confidence::None;

    bool operator==(const Culprit &) const = default;
};

/// The innermost function of ours that at least three quarters of all samples were in, as the
/// heaviest stack has it: not a small one that it only called now and then. What called the event
/// loop is not to blame for what the loop called. Where there is none, the nearest one of ours in
/// the heaviest stack, and without any of ours the nearest function of a library there, of Qt if
/// there is one, but never the loop itself. Pure.
Culprit culpritOf(const QList<CountedStack> &stacks);
/// How many frames of \p frames lie within the outermost event loop; all when there is none.
qsizetype insideTheLoop(const QList<StackFrame> &frames);

/// The heaviest come first, at most \p most; of equals the one seen first.
QList<CountedStack> heaviest(QList<CountedStack> stacks, qsizetype most);

/// The stacks that were seen during one stall, and how often. Stacks with the same functions are
/// the same, on whatever lines they were. A value.
class StackCounts
{
public:
    /// Returns the number of the stack, from 1 in the order they were first seen.
    qsizetype add(const QList<StackFrame> &frames);
    int samples() const { return m_samples; }
    /// By their numbers.
    const QList<CountedStack> &stacks() const { return m_stacks; }

private:
    QList<CountedStack> m_stacks;
    int m_samples = 0;
};
