// SPDX-License-Identifier: MIT
#include "loop/stackcounts.h"

#include <algorithm>

namespace {

bool isSameCall(const StackFrame &one, const StackFrame &other)
{
    return one.function == other.function && one.object == other.object;
}

} // namespace

void StackCounts::add(const QList<StackFrame> &frames)
{
    ++m_samples;
    const auto known = std::ranges::find_if(m_stacks, [&frames](const CountedStack &stack) {
        return std::ranges::equal(stack.frames, frames, isSameCall);
    });
    if (known != m_stacks.end())
        ++known->count;
    else
        m_stacks.append({frames, 1});
}

QList<CountedStack> StackCounts::heaviest(qsizetype most) const
{
    QList<CountedStack> stacks = m_stacks;
    std::ranges::stable_sort(stacks, std::greater(), &CountedStack::count);
    stacks.resize(std::min(stacks.size(), most));
    return stacks;
}
