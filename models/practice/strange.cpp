// SPDX-License-Identifier: MIT
#include "practice/endpoints.h"

namespace practice {

namespace {

/// \p wire in pieces: nothing large waits in memory for a client that does not read.
Reply inPieces(const QByteArray &wire)
{
    constexpr qsizetype size = 64 * 1024;
    Reply reply;
    reply.pieces = {(wire.size() + size - 1) / size,
                    [wire](qint64 index) { return wire.mid(index * size, size); }};
    return reply;
}

} // namespace

Reply headersMany(Call &call)
{
    const qint64 count = call.query.number("n", 150, 0, 100'000);
    QByteArray fields;
    for (qint64 i = 0; i < count; ++i)
        fields.append("X-Field-" + QByteArray::number(i) + ": value\r\n");
    return inPieces(makeHead(200, "text/plain", 2, fields) + "ok");
}

Reply headerBig(Call &call)
{
    const qint64 size = call.query.number("kb", 1024, 0, 16 * 1024) * 1024;
    return inPieces(makeHead(200, "text/plain", 2, "X-Big: " + QByteArray(size, 'b') + "\r\n")
                    + "ok");
}

Reply notHttp(Call &)
{
    return rawReply("\x16\x03\x01 this is not HTTP at all\r\n\r\nnor is this\r\n");
}

Reply noStatus(Call &)
{
    return rawReply("Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nok");
}

Reply earlyHints(Call &)
{
    Reply reply = sentence(200, "After the hints.");
    reply.wire.prepend("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n");
    return reply;
}

Reply continueFlood(Call &call)
{
    const qint64 count = call.query.number("n", 2000, 0, 100'000);
    Reply reply;
    reply.pieces = {count + 1, [count, last = sentence(200, "At last.").wire](qint64 index) {
                        return index == count ? last : QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
                    }};
    return reply;
}

Reply noContentBody(Call &)
{
    constexpr QByteArrayView body = "204 has no body, but here it is";
    return rawReply(makeHead(204, "text/plain", body.size()).append(body),
                    Reply::Ending::KeepAlive);
}

} // namespace practice
