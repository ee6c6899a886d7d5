// SPDX-License-Identifier: MIT
#include "practice/bodies.h"

#include "practice/noise.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace practice {

namespace {

constexpr auto words = std::to_array<QByteArrayView>(
    {"the",    "loop",    "window", "a",      "request", "waits", "and",    "answers", "slow",
     "of",     "river",   "packet", "to",     "thread",  "never", "quiet",  "in",      "signal",
     "clock",  "turns",   "is",     "light",  "between", "byte",  "then",   "frame",   "after",
     "moment", "while",   "server", "begins", "its",     "last",  "event",  "with",    "queue",
     "small",  "future",  "on",     "stream", "as",      "every", "socket", "ready",   "before",
     "under",  "morning", "it",     "keeps",  "going",   "far",   "steady", "harbour", "from"});

void fill(const Noise &noise, qint64 offset, char *out, qint64 length)
{
    constexpr qint64 step = sizeof(quint64);
    while (length > 0) {
        const quint64 word = qToLittleEndian(noise.at(quint64(offset / step)));
        const qint64 skip = offset % step;
        const qint64 count = std::min(step - skip, length);
        std::memcpy(out, reinterpret_cast<const char *>(&word) + skip, size_t(count));
        offset += count;
        out += count;
        length -= count;
    }
}

} // namespace

Content randomContent(quint32 seed, const QByteArray &name, qint64 size)
{
    return {size, [noise = Noise(seed, name)](qint64 offset, qint64 length) {
                QByteArray part(length, Qt::Uninitialized);
                fill(noise, offset, part.data(), length);
                return part;
            }};
}

QByteArray randomBytes(quint32 seed, const QByteArray &name, qint64 size)
{
    return randomContent(seed, name, size).read(0, size);
}

QByteArray makeText(quint32 seed, qint64 number, qint64 count)
{
    const Noise noise(seed, "text/" + QByteArray::number(number));
    QByteArray text;
    text.reserve(count * 7);
    quint64 step = 0;
    int leftInSentence = 0;
    for (qint64 i = 0; i < count; ++i) {
        const QByteArrayView word = words[size_t(noise.below(step++, int(words.size())))];
        const bool isFirst = leftInSentence == 0;
        if (isFirst)
            leftInSentence = 4 + noise.below(step++, 12);
        text.append(word);
        if (isFirst)
            text[text.size() - word.size()] = char(word.front() - 'a' + 'A');
        const bool isLast = --leftInSentence == 0 || i + 1 == count;
        if (isLast)
            text.append(noise.below(step++, 6) == 0 ? ".\n\n" : ". ");
        else
            text.append(' ');
    }
    return text;
}

} // namespace practice
