// SPDX-License-Identifier: MIT
#pragma once

#include "practice/packing.h"

namespace practice {

/// The media type of what only looks random.
inline constexpr QByteArrayView octetStream = "application/octet-stream";

/// \p size bytes that look random, from \p seed and \p name; any part at once.
Content randomContent(quint32 seed, const QByteArray &name, qint64 size);
/// The same in one piece.
QByteArray randomBytes(quint32 seed, const QByteArray &name, qint64 size);
/// Text of \p words words in sentences and paragraphs, ASCII, from \p seed and \p number.
QByteArray makeText(quint32 seed, qint64 number, qint64 words);

} // namespace practice
