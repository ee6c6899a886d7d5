// SPDX-License-Identifier: MIT
#include "record/laghistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

void LagHistogram::add(qint64 ns)
{
    const qint64 lag = std::max<qint64>(0, ns);
    ++m_buckets[bucketOf(quint64(lag))];
    ++m_count;
    m_max = std::max(m_max, lag);
}

LagHistogram &LagHistogram::operator+=(const LagHistogram &other)
{
    if (other.m_count == 0)
        return *this;
    for (size_t bucket = 0; bucket < m_buckets.size(); ++bucket)
        m_buckets[bucket] += other.m_buckets[bucket];
    m_count += other.m_count;
    m_max = std::max(m_max, other.m_max);
    return *this;
}

qint64 LagHistogram::percentile(double percent) const
{
    const auto rank = std::clamp<qint64>(qint64(std::ceil(percent / 100 * double(m_count))), 1,
                                         std::max<qint64>(1, m_count));
    if (rank >= m_count)
        return m_max;
    qint64 seen = 0;
    for (size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= rank)
            return std::min(middleOf(bucket), m_max);
    }
    return m_max;
}

size_t LagHistogram::bucketOf(quint64 ns)
{
    const quint64 value = std::min(ns, (quint64(1) << valueBits) - 1);
    if (value < steps)
        return size_t(value);
    const int shift = int(std::bit_width(value)) - stepBits - 1;
    return size_t(shift * steps) + size_t(value >> shift);
}

qint64 LagHistogram::middleOf(size_t bucket)
{
    if (bucket < steps)
        return qint64(bucket);
    const int shift = int(bucket) / steps - 1;
    const qint64 lowest = qint64(steps + int(bucket) % steps) << shift;
    return lowest + ((qint64(1) << shift) - 1) / 2;
}
