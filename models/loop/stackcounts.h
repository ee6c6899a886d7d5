// SPDX-License-Identifier: MIT
#pragma once

#include "record/hotpath.h"

/// The stacks that were seen during one stall, and how often. Stacks with the same functions are
/// the same, on whatever lines they were.
class StackCounts
{
public:
    void add(const QList<StackFrame> &frames);
    int samples() const { return m_samples; }
    /// Heaviest first, at most \p most; of equals the one seen first.
    QList<CountedStack> heaviest(qsizetype most) const;
    /// See HotPath::guilty().
    StackFrame guilty() const { return HotPath::guilty(m_stacks); }

private:
    QList<CountedStack> m_stacks;
    int m_samples = 0;
};
