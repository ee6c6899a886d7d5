// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace practice {

/// Deterministic noise: the n-th value of a stream without the ones before it, so any part of a
/// body of any size can be made on its own. The mixing is that of SplitMix64 (Steele, Lea, Flood:
/// Fast splittable pseudorandom number generators, 2014).
class Noise
{
public:
    /// A stream of its own for each \p seed and \p name.
    Noise(quint32 seed, QByteArrayView name)
        : m_key(mix(seed))
    {
        for (const char c : name)
            m_key = mix(m_key ^ uchar(c));
    }

    quint64 at(quint64 index) const { return mix(m_key + (index + 1) * 0x9e3779b97f4a7c15ULL); }
    /// 0 … limit - 1
    int below(quint64 index, int limit) const { return int(at(index) % quint64(limit)); }
    /// 0 … 1
    float unit(quint64 index) const { return float(at(index) >> 40) / float(1 << 24); }

private:
    static constexpr quint64 mix(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    quint64 m_key;
};

} // namespace practice
