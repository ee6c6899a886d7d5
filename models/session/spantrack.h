// SPDX-License-Identifier: MIT
#pragma once

#include "session/span.h"

#include <vector>

/// Spans in the order they were added, with sums over groups of 4, 16, 64 … of them, so that a
/// million of them is looked at as fast as a thousand. Adding or closing one brings the sums above
/// it up to date: some dozen steps. Any order and any overlap gives right answers; fast ones come
/// when spans are added about in order of time. A value.
class SpanTrack
{
public:
    quint32 size() const { return quint32(m_spans.size()); }
    const Span &at(quint32 index) const { return m_spans[index]; }
    /// Returns its index.
    quint32 add(const Span &span);
    void replace(quint32 index, const Span &span);

    /// Appends to \p runs what lies within [fromNs, toNs], in order: each span longer than
    /// \p resolutionNs by itself, and shorter ones together where they lie within that much. So a
    /// resolution of a pixel gives a few runs for each pixel, however many spans there are.
    void collect(qint64 fromNs, qint64 toNs, qint64 resolutionNs, std::vector<SpanRun> &runs) const;
    /// The span at \p ns, or the nearest within \p reachNs of it; size() when there is none. Among
    /// several the one added last, which lies on top.
    quint32 nearest(qint64 ns, qint64 reachNs) const;

private:
    struct Sum
    {
        qint64 beginNs;
        qint64 endNs;
        qint64 busyNs;
        TaskStatus notable;
    };
    static Sum sumOf(const Span &span);
    static void add(Sum &sum, const Sum &other);
    Sum sumAt(size_t level, size_t index) const;
    size_t sizeAt(size_t level) const;
    void refresh(quint32 index);
    template <typename Visit>
    void descend(size_t level, size_t index, qint64 fromNs, qint64 toNs, Visit &visit) const;
    template <typename Visit> void walk(qint64 fromNs, qint64 toNs, Visit visit) const;

    std::vector<Span> m_spans;
    std::vector<std::vector<Sum>> m_levels; // of groups of 4, of 16, …
};
