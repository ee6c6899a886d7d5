// SPDX-License-Identifier: MIT
#include "practice/packing.h"

#include "practice/gzip.h"

#include <QCryptographicHash>

#include <algorithm>

namespace practice {

namespace {

using namespace std::chrono_literals;

constexpr qint64 wholeLimit = 64 * 1024; // up to here head and body are one write
constexpr auto paceInterval = 50ms;

Pieces cut(const Content &content, qint64 pieceSize)
{
    const qint64 count = (content.size + pieceSize - 1) / pieceSize;
    return {count, [content, pieceSize](qint64 index) {
                const qint64 offset = index * pieceSize;
                return content.read(offset, std::min(pieceSize, content.size - offset));
            }};
}

Pieces chunked(const Pieces &pieces)
{
    return {pieces.count + 1, [pieces](qint64 index) -> QByteArray {
                if (index == pieces.count)
                    return "0\r\n\r\n";
                const QByteArray piece = pieces.at(index);
                return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
            }};
}

QByteArray readAll(const Content &content)
{
    return content.read(0, content.size);
}

QByteArray fieldsOf(const Content &content, const Packing &packing)
{
    QByteArray fields;
    if (packing.gzip)
        fields.append("Content-Encoding: gzip\r\n");
    if (packing.digest == Packing::Digest::Right)
        fields.append(digestField(content));
    else if (packing.digest == Packing::Digest::Wrong)
        fields.append(digestField(QByteArray("not this body")));
    if (packing.chunked)
        fields.append("Transfer-Encoding: chunked\r\n");
    return fields;
}

void pace(Packing *packing)
{
    if (packing->rate <= 0)
        return;
    const qint64 perSecond = 1s / paceInterval;
    packing->pieceSize = std::clamp<qint64>(packing->rate / perSecond, 1, packing->pieceSize);
    packing->interval = std::chrono::milliseconds(packing->pieceSize * 1000 / packing->rate);
}

} // namespace

Content contentOf(const QByteArray &body)
{
    return {body.size(),
            [body](qint64 offset, qint64 length) {
                return length == body.size() ? body : body.sliced(offset, length);
            },
            body.size()};
}

Packing packingOf(Query &query, bool acceptsGzip, bool digest)
{
    Packing packing;
    if (query.text("digest") == "wrong")
        packing.digest = Packing::Digest::Wrong;
    else
        packing.digest
            = query.flag("digest", digest) ? Packing::Digest::Right : Packing::Digest::None;
    packing.chunked = query.flag("chunked");
    packing.gzip = query.flag("gzip") && acceptsGzip;
    packing.rate = query.number("rate", 0, 1, 1024 * 1024 * 1024);
    return packing;
}

Reply pack(Content content, QByteArrayView type, const Packing &wanted)
{
    Packing packing = wanted;
    pace(&packing);
    if (packing.gzip)
        content = contentOf(gzip(readAll(content)));
    Reply reply;
    reply.wire
        = makeHead(200, type, packing.chunked ? -1 : content.size, fieldsOf(content, packing));
    reply.pieces = cut(content, packing.pieceSize);
    if (packing.chunked)
        reply.pieces = chunked(reply.pieces);
    reply.interval = packing.interval;
    reply.cacheCost = content.memory;
    if (reply.interval == 0ms && content.size <= wholeLimit) {
        for (qint64 i = 0; i < reply.pieces.count; ++i)
            reply.wire.append(reply.pieces.at(i));
        reply.pieces = {};
    }
    reply.cacheCost += reply.wire.size();
    return reply;
}

QByteArray digestField(const Content &content)
{
    constexpr qint64 step = 256 * 1024;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 offset = 0; offset < content.size; offset += step)
        hash.addData(content.read(offset, std::min(step, content.size - offset)));
    return "Content-Digest: sha-256=:" + hash.result().toBase64() + ":\r\n";
}

QByteArray digestField(const QByteArray &body)
{
    return digestField(contentOf(body));
}

} // namespace practice
