// SPDX-License-Identifier: MIT
#include "record/hotpath.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

bool isLoop(const StackFrame &frame)
{
    static constexpr std::array loops {"QEventLoop::exec"_L1, "QEventLoop::processEvents"_L1,
                                       "QCoreApplication::exec"_L1,
                                       "QCoreApplication::processEvents"_L1};
    if (std::ranges::find(loops, frame.function) != loops.end())
        return true;
    // A caller that had nothing else to do is not on the stack: the compiler made its call a jump.
    return frame.function.endsWith("::processEvents"_L1)
        && frame.function.contains("EventDispatcher"_L1);
}

bool isNamed(const StackFrame &frame)
{
    return !frame.function.isEmpty() && !frame.function.contains("+0x"_L1);
}

/// How many samples were somewhere within \p function.
qint64 within(const QList<CountedStack> &stacks, const QString &function)
{
    qint64 samples = 0;
    for (const CountedStack &stack : stacks) {
        if (std::ranges::find(stack.frames, function, &StackFrame::function) != stack.frames.end())
            samples += stack.count;
    }
    return samples;
}

StackFrame nearestOfALibrary(const QList<StackFrame> &frames)
{
    const auto isQt = [](const StackFrame &frame) {
        return isNamed(frame) && frame.object.startsWith("libQt"_L1);
    };
    auto found = std::ranges::find_if(frames, isQt);
    if (found == frames.end())
        found = std::ranges::find_if(frames, isNamed);
    return found == frames.end() ? StackFrame() : *found;
}

} // namespace

qsizetype HotPath::insideTheLoop(const QList<StackFrame> &frames)
{
    for (qsizetype i = frames.size() - 1; i >= 0; --i) {
        if (isLoop(frames[i]))
            return i;
    }
    return frames.size();
}

StackFrame HotPath::guilty(const QList<CountedStack> &stacks)
{
    if (stacks.isEmpty())
        return {};
    qint64 all = 0;
    for (const CountedStack &stack : stacks)
        all += stack.count;
    const QList<StackFrame> heaviest = std::ranges::max(stacks, {}, &CountedStack::count).frames;
    const QList<StackFrame> inside = heaviest.first(insideTheLoop(heaviest));
    for (const StackFrame &frame : inside) {
        if (frame.isOurs && isNamed(frame) && 4 * within(stacks, frame.function) >= 3 * all)
            return frame;
    }
    const qsizetype nearest = StackFrames::guilty(inside);
    return nearest >= 0 ? inside[nearest] : nearestOfALibrary(heaviest);
}
