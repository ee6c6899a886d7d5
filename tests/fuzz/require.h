// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What has to hold for any input; where it does not, libFuzzer keeps the input. \p what is the
/// rule.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN RULE: %s\n", what);
    std::abort();
}

/// Not a copy: it ends with the call that \p data came with, and beyond its end is nothing to read.
inline QByteArray rawBytes(const uint8_t *data, size_t size)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// Takes \p input apart for a harness that needs more than one thing: numbers from its beginning.
class Fuzzed
{
public:
    Fuzzed(const uint8_t *data, size_t size)
        : m_rest(rawBytes(data, size))
    {
    }

    /// 0 … \p most; 0 when nothing is left.
    int number(int most)
    {
        if (m_rest.isEmpty())
            return 0;
        const int byte = uchar(m_rest.front());
        m_rest = m_rest.sliced(1);
        return byte % (most + 1);
    }
    const QByteArray &rest() const { return m_rest; }

private:
    QByteArray m_rest;
};
