// SPDX-License-Identifier: MIT
#include "record/culprit.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fewestSamples = 3; // that make a culprit certain

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

bool isOursAndNamed(const StackFrame &frame)
{
    return frame.isOurs && isNamed(frame);
}

qint64 samplesOf(const QList<CountedStack> &stacks)
{
    qint64 samples = 0;
    for (const CountedStack &stack : stacks)
        samples += stack.count;
    return samples;
}

/// Whether three quarters of \p all samples were somewhere within the function of \p frame.
bool isInMost(const QList<CountedStack> &stacks, qint64 all, const StackFrame &frame)
{
    qint64 samples = 0;
    for (const CountedStack &stack : stacks) {
        if (std::ranges::find(stack.frames, frame.function, &StackFrame::function)
            != stack.frames.end())
            samples += stack.count;
    }
    return 4 * samples >= 3 * all;
}

StackFrame nearestOfALibrary(const QList<StackFrame> &frames)
{
    const auto counts = [](const StackFrame &frame) { return isNamed(frame) && !isLoop(frame); };
    const auto isQt = [&counts](const StackFrame &frame) {
        return counts(frame) && frame.object.startsWith("libQt"_L1);
    };
    auto found = std::ranges::find_if(frames, isQt);
    if (found == frames.end())
        found = std::ranges::find_if(frames, counts);
    return found == frames.end() ? StackFrame() : *found;
}

StackFrame culpritFrame(const QList<CountedStack> &stacks, qint64 all)
{
    const QList<StackFrame> heaviest = std::ranges::max(stacks, {}, &CountedStack::count).frames;
    const QList<StackFrame> inside = heaviest.first(insideTheLoop(heaviest));
    const auto most = std::ranges::find_if(inside, [&stacks, all](const StackFrame &frame) {
        return isOursAndNamed(frame) && isInMost(stacks, all, frame);
    });
    if (most != inside.end())
        return *most;
    const auto nearest = std::ranges::find_if(inside, isOursAndNamed);
    return nearest != inside.end() ? *nearest : nearestOfALibrary(inside);
}

bool isSameCall(const StackFrame &one, const StackFrame &other)
{
    // What has no name yet is known by its place.
    const bool isSamePlace = one.module == other.module && one.offset == other.offset;
    return one.function == other.function && one.object == other.object
        && (!one.function.isEmpty() || isSamePlace);
}

} // namespace

qsizetype insideTheLoop(const QList<StackFrame> &frames)
{
    for (qsizetype i = frames.size() - 1; i >= 0; --i) {
        if (isLoop(frames[i]))
            return i;
    }
    return frames.size();
}

Culprit culpritOf(const QList<CountedStack> &stacks)
{
    if (stacks.isEmpty())
        return {};
    const qint64 all = samplesOf(stacks);
    const StackFrame frame = culpritFrame(stacks, all);
    if (frame.function.isEmpty())
        return {};
    const bool isCertain = all >= fewestSamples && isInMost(stacks, all, frame);
    return {frame, isCertain ? Culprit::Confidence::Certain : Culprit::Confidence::Probable};
}

QList<CountedStack> heaviest(QList<CountedStack> stacks, qsizetype most)
{
    std::ranges::stable_sort(stacks, std::greater(), &CountedStack::count);
    stacks.resize(std::min(stacks.size(), most));
    return stacks;
}

qsizetype StackCounts::add(const QList<StackFrame> &frames)
{
    ++m_samples;
    const auto known = std::ranges::find_if(m_stacks, [&frames](const CountedStack &stack) {
        return std::ranges::equal(stack.frames, frames, isSameCall);
    });
    if (known != m_stacks.end()) {
        ++known->count;
        return known - m_stacks.begin() + 1;
    }
    m_stacks.append({frames, 1});
    return m_stacks.size();
}
