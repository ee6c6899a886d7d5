// SPDX-License-Identifier: MIT
#include "practice/bodies.h"
#include "practice/endpoints.h"
#include "practice/gzip.h"

namespace practice {

namespace {

constexpr qint64 bodySize = 2000; // bytes
constexpr Reply::Ending close = Reply::Ending::Close;

QByteArray bodyOf(Call &call)
{
    return randomBytes(call.site.seed, "lie", bodySize);
}

/// The digest of what the body should have been, when asked for.
QByteArray truth(Call &call, const QByteArray &body, bool fallback = false)
{
    return call.query.flag("digest", fallback) ? digestField(body) : QByteArray();
}

QByteArray length(const QByteArray &value)
{
    return "Content-Length: " + value + "\r\n";
}

/// 200 with the framing fields \p framing, and \p body as it is.
QByteArray lie(Call &call, const QByteArray &framing, const QByteArray &body)
{
    return makeHead(200, octetStream, -1, framing + truth(call, bodyOf(call))) + body;
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

/// A good chunk with half of the body, then the other half announced as \p size.
Reply badChunk(Call &call, const QByteArray &size)
{
    const QByteArray body = bodyOf(call);
    const qsizetype half = bodySize / 2;
    const QByteArray chunks
        = chunk(body.first(half)) + size + "\r\n" + body.sliced(half) + "\r\n0\r\n\r\n";
    return rawReply(lie(call, "Transfer-Encoding: chunked\r\n", chunks), close);
}

Reply gzipLie(Call &call, const QByteArray &packed, const QByteArray &sent)
{
    const QByteArray fields = "Content-Encoding: gzip\r\n" + truth(call, packed);
    return makeReply(200, "text/plain; charset=utf-8", sent, fields);
}

} // namespace

Reply lengthLong(Call &call)
{
    return rawReply(lie(call, length(QByteArray::number(bodySize + 500)), bodyOf(call)), close);
}

Reply lengthShort(Call &call)
{
    const QByteArray body = bodyOf(call);
    const QByteArray head = makeHead(200, octetStream, bodySize - 500, truth(call, body, true));
    return rawReply(head + body, Reply::Ending::KeepAlive);
}

Reply lengthNegative(Call &call)
{
    return rawReply(lie(call, length("-5"), bodyOf(call)), close);
}

Reply lengthTwice(Call &call)
{
    const QByteArray both
        = length(QByteArray::number(bodySize)) + length(QByteArray::number(bodySize / 2));
    return rawReply(lie(call, both, bodyOf(call)), close);
}

Reply lengthAndChunked(Call &call)
{
    const QByteArray both = length("100") + "Transfer-Encoding: chunked\r\n";
    return rawReply(lie(call, both, chunk(bodyOf(call)) + "0\r\n\r\n"), close);
}

Reply chunkBad(Call &call)
{
    return badChunk(call, "zz");
}

Reply chunkNegative(Call &call)
{
    return badChunk(call, "-5");
}

Reply chunkHuge(Call &call)
{
    return badChunk(call, "FFFFFFFFFFFFFFFFF");
}

Reply chunkUnterminated(Call &call)
{
    return rawReply(lie(call, "Transfer-Encoding: chunked\r\n", chunk(bodyOf(call))), close);
}

Reply gzipTruncated(Call &call)
{
    const QByteArray packed = gzip(makeText(call.site.seed, 1, 2000));
    return gzipLie(call, packed, packed.first(packed.size() / 2));
}

Reply gzipCorrupt(Call &call)
{
    const QByteArray packed = gzip(makeText(call.site.seed, 1, 2000));
    QByteArray damaged = packed;
    for (qsizetype i = damaged.size() / 2; i < damaged.size() / 2 + 16; ++i)
        damaged[i] = char(~damaged[i]);
    return gzipLie(call, packed, damaged);
}

Reply gzipBomb(Call &call)
{
    const qint64 size = call.query.number("mib", 64, 1, 1024);
    if (!call.query.problem().isEmpty())
        return {};
    const QByteArray bomb = gzipBomb(int(size));
    Reply reply
        = makeReply(200, octetStream, bomb, "Content-Encoding: gzip\r\n" + truth(call, bomb));
    reply.cacheCost = reply.wire.size();
    return reply;
}

} // namespace practice
