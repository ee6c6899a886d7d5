// SPDX-License-Identifier: MIT
#include "compute/kernels/wordcountkernel.h"

#include <QString>

#include <algorithm>

namespace {

constexpr qsizetype sliceBytes = 32 * 1024; // about 0.2 ms of decoding and counting

/// Counts text that comes in pieces, cut anywhere between two UTF-16 units.
class TextCounter
{
public:
    void add(QStringView text)
    {
        for (const QChar unit : text)
            add(unit);
    }
    WordCount result() const
    {
        WordCount result = m_count;
        result.lines += m_lineOpen;
        return result;
    }

private:
    void add(QChar unit)
    {
        m_count.characters += !unit.isLowSurrogate(); // Unicode's white space is all in the BMP
        const bool space = unit.isSpace();
        m_count.words += m_afterSpace && !space;
        m_afterSpace = space;
        const bool lineFeed = unit == u'\n';
        const bool carriageReturn = unit == u'\r';
        m_count.lines += carriageReturn || (lineFeed && !m_afterReturn);
        m_lineOpen = !lineFeed && !carriageReturn;
        m_afterReturn = carriageReturn;
    }

    WordCount m_count;
    bool m_afterSpace = true;
    bool m_afterReturn = false;
    bool m_lineOpen = false;
};

bool continues(char byte)
{
    return (uchar(byte) & 0xc0) == 0x80;
}

/// Where a slice that begins at \p done ends: where no sequence is cut in two, whole or damaged. A
/// sequence ends before a byte that begins one, and after three bytes that continue it at the
/// latest.
qsizetype sliceEnd(QByteArrayView body, qsizetype done)
{
    const qsizetype end = std::min(done + sliceBytes, body.size());
    for (qsizetype cut = end; cut < body.size() && cut >= end - 3; --cut) {
        if (!continues(body[cut]))
            return cut;
    }
    return end;
}

/// What QString::fromUtf8() would make of \p part if it had the whole text: it drops a byte order
/// mark in front of the first slice, and has to keep it in front of any other.
QString decoded(QByteArrayView part, bool isFirst)
{
    const QString text = QString::fromUtf8(part);
    return !isFirst && part.startsWith("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + text : text;
}

std::optional<WordCount> count(const QByteArray &body, KernelContext &context)
{
    context.setTotal(body.size());
    TextCounter counter;
    for (qsizetype done = 0; done < body.size();) {
        if (context.stopRequested())
            return std::nullopt;
        const qsizetype end = sliceEnd(body, done);
        counter.add(decoded(QByteArrayView(body).sliced(done, end - done), done == 0));
        done = end;
        context.progress(done);
    }
    return counter.result();
}

} // namespace

KernelFunction<WordCount> wordCountKernel(QByteArray body)
{
    return [body = std::move(body)](KernelContext &context) { return count(body, context); };
}
