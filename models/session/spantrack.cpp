// SPDX-License-Identifier: MIT
#include "session/spantrack.h"

#include <algorithm>

namespace {

constexpr size_t fanOutBits = 2;
constexpr size_t fanOut = 1 << fanOutBits;

/// Without overflow, as the end of an open span is the largest number there is.
qint64 extent(qint64 beginNs, qint64 endNs)
{
    return endNs == Span::openEnd ? Span::openEnd : endNs - beginNs;
}

} // namespace

SpanTrack::Sum SpanTrack::sumOf(const Span &span)
{
    return {span.beginNs, span.endNs, span.isOpen() ? 0 : span.endNs - span.beginNs, span.status};
}

void SpanTrack::add(Sum &sum, const Sum &other)
{
    sum.beginNs = std::min(sum.beginNs, other.beginNs);
    sum.endNs = std::max(sum.endNs, other.endNs);
    sum.busyNs += other.busyNs;
    if (severity(other.notable) > severity(sum.notable))
        sum.notable = other.notable;
}

SpanTrack::Sum SpanTrack::sumAt(size_t level, size_t index) const
{
    return level == 0 ? sumOf(m_spans[index]) : m_levels[level - 1][index];
}

size_t SpanTrack::sizeAt(size_t level) const
{
    return level == 0 ? m_spans.size() : m_levels[level - 1].size();
}

quint32 SpanTrack::add(const Span &span)
{
    m_spans.push_back(span);
    refresh(size() - 1);
    return size() - 1;
}

void SpanTrack::replace(quint32 index, const Span &span)
{
    m_spans[index] = span;
    refresh(index);
}

void SpanTrack::refresh(quint32 index)
{
    size_t group = index;
    for (size_t level = 1; sizeAt(level - 1) > 1; ++level) {
        group >>= fanOutBits;
        if (m_levels.size() < level)
            m_levels.emplace_back();
        const size_t first = group << fanOutBits;
        const size_t end = std::min(first + fanOut, sizeAt(level - 1));
        Sum sum = sumAt(level - 1, first);
        for (size_t child = first + 1; child < end; ++child)
            add(sum, sumAt(level - 1, child));
        std::vector<Sum> &sums = m_levels[level - 1];
        if (group == sums.size())
            sums.push_back(sum);
        else
            sums[group] = sum;
    }
}

/// Shows \p visit each group that touches [fromNs, toNs]; it returns whether it wants to see the
/// parts of it, and of spans nothing.
template <typename Visit>
void SpanTrack::descend(size_t level, size_t index, qint64 fromNs, qint64 toNs, Visit &visit) const
{
    const Sum sum = sumAt(level, index);
    if (sum.beginNs > toNs || sum.endNs < fromNs)
        return;
    const size_t first = index << (level * fanOutBits);
    const size_t count = std::min(size_t(1) << (level * fanOutBits), m_spans.size() - first);
    const SpanRun run {sum.beginNs,    sum.endNs,      sum.busyNs,
                       quint32(first), quint32(count), sum.notable};
    if (!visit(run) || level == 0)
        return;
    const size_t child = index << fanOutBits;
    const size_t end = std::min(child + fanOut, sizeAt(level - 1));
    for (size_t i = child; i < end; ++i)
        descend(level - 1, i, fromNs, toNs, visit);
}

template <typename Visit> void SpanTrack::walk(qint64 fromNs, qint64 toNs, Visit visit) const
{
    const size_t top = m_levels.size();
    for (size_t i = 0; i < sizeAt(top); ++i)
        descend(top, i, fromNs, toNs, visit);
}

void SpanTrack::collect(qint64 fromNs, qint64 toNs, qint64 resolutionNs,
                        std::vector<SpanRun> &runs) const
{
    const size_t begin = runs.size();
    walk(fromNs, toNs, [&](const SpanRun &run) {
        if (run.count > 1 && extent(run.beginNs, run.endNs) > resolutionNs)
            return true;
        SpanRun *last = runs.size() > begin ? &runs.back() : nullptr;
        const bool isNext = last && last->first + last->count == run.first;
        if (isNext
            && extent(std::min(last->beginNs, run.beginNs), std::max(last->endNs, run.endNs))
                <= resolutionNs) {
            last->beginNs = std::min(last->beginNs, run.beginNs);
            last->endNs = std::max(last->endNs, run.endNs);
            last->busyNs += run.busyNs;
            last->count += run.count;
            if (severity(run.notable) > severity(last->notable))
                last->notable = run.notable;
        } else {
            runs.push_back(run);
        }
        return false;
    });
}

quint32 SpanTrack::nearest(qint64 ns, qint64 reachNs) const
{
    quint32 found = size();
    qint64 best = reachNs;
    walk(ns - reachNs, ns + reachNs, [&](const SpanRun &run) {
        const qint64 distance = std::max({run.beginNs - ns, ns - run.endNs, qint64(0)});
        if (run.count == 1 && distance <= best) {
            best = distance;
            found = run.first;
        }
        return distance <= best;
    });
    return found;
}
