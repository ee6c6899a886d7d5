// SPDX-License-Identifier: MIT
#pragma once

#include "practice/query.h"
#include "practice/reply.h"

namespace practice {

/// A body of known size, any part of which can be had at any time.
struct Content
{
    qint64 size = 0; ///< bytes
    std::function<QByteArray(qint64 offset, qint64 length)> read;
    qint64 memory = 0; ///< bytes held by read
};
Content contentOf(const QByteArray &body);

/// How a body travels.
struct Packing
{
    enum class Digest : quint8 { None, Right, Wrong };

    Digest digest = Digest::Right; ///< Content-Digest (RFC 9530): of the bytes as they travel
    bool chunked = false;
    bool gzip = false;
    qint64 rate = 0; ///< bytes per second; 0: as fast as it goes
    qint64 pieceSize = 64 * 1024; ///< bytes per write, and per chunk
    std::chrono::milliseconds interval {0};
};

/// digest=0|1|wrong, chunked=1, gzip=1 (only when \p acceptsGzip), rate=BYTES_PER_S.
Packing packingOf(Query &query, bool acceptsGzip, bool digest = true);
/// 200 with \p content. Small ones travel in one write. Digest and gzip cost time: 5 ms per MiB
/// and more, so call it on the pool for large content.
Reply pack(Content content, QByteArrayView type, const Packing &packing);

/// "Content-Digest: sha-256=:…:" and CRLF
QByteArray digestField(const Content &content);
QByteArray digestField(const QByteArray &body);

} // namespace practice
