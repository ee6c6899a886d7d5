// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>

/// What a set of lags comes down to. Nanoseconds.
struct LagSummary
{
    qint64 p50Ns = 0;
    qint64 p99Ns = 0;
    qint64 maxNs = 0;
    qint64 count = 0;

    bool operator==(const LagSummary &) const = default;
};

/// Counts lags in log-linear buckets: 32 for each power of two, so that a value read back is wrong
/// by at most 1/64 (1.6 %) anywhere between 32 ns and 137 s. Below, values are exact; above, they
/// count as 137 s, but max() is always exact. A value of fixed size that never allocates.
class LagHistogram
{
public:
    /// A negative lag counts as 0.
    void add(qint64 ns);
    /// Adds all that \p other counted.
    LagHistogram &operator+=(const LagHistogram &other);
    void clear() { *this = LagHistogram(); }

    qint64 count() const { return m_count; }
    /// The largest value added, exactly; 0 when empty.
    qint64 max() const { return m_max; }
    /// By nearest rank: the smallest value such that at least \p percent of all values are not
    /// above it. The middle of its bucket, never above max(); max() itself when it is the last
    /// one. 0 when empty. \p percent is 0 … 100.
    qint64 percentile(double percent) const;
    LagSummary summary() const { return {percentile(50), percentile(99), m_max, m_count}; }

private:
    static constexpr int stepBits = 5;
    static constexpr int steps = 1 << stepBits;
    static constexpr int valueBits = 37;
    static constexpr int bucketCount = (valueBits - stepBits + 1) * steps;

    static size_t bucketOf(quint64 ns);
    static qint64 middleOf(size_t bucket);

    std::array<quint32, bucketCount> m_buckets {};
    qint64 m_count = 0;
    qint64 m_max = 0;
};
