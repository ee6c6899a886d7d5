// SPDX-License-Identifier: MIT
#include "practice/bodies.h"
#include "practice/endpoints.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qint64 longest = 600'000; // ms
constexpr qsizetype blockSize = 64 * 1024;

} // namespace

Reply delay(Call &call)
{
    const qint64 time = call.query.parse("MS", call.argument, 1000, 0, longest);
    Reply reply = jsonReply({{u"waited"_s, time}});
    reply.delay = std::chrono::milliseconds(time);
    return reply;
}

Reply drip(Call &call)
{
    const qint64 size = call.query.number("bytes", 20, 1, 1'000'000);
    Packing packing = packingOf(call.query, call.request.acceptsGzip);
    packing.rate = 0;
    packing.pieceSize = 1;
    packing.interval = std::chrono::milliseconds(call.query.number("ms", 100, 1, longest));
    if (!call.query.problem().isEmpty())
        return {};
    return pack(contentOf(randomBytes(call.site.seed, "drip", size)), octetStream, packing);
}

Reply dripHeader(Call &call)
{
    Reply reply = rawReply("HTTP/1.1 200 OK\r\n");
    reply.pieces = {Pieces::endless, [](qint64 index) {
                        return "X-Drip-" + QByteArray::number(index) + ": drop\r\n";
                    }};
    reply.interval = std::chrono::milliseconds(call.query.number("ms", 100, 1, longest));
    return reply;
}

Reply hang(Call &)
{
    return rawReply({}, Reply::Ending::Hold);
}

Reply endless(Call &call)
{
    Reply reply = rawReply(makeHead(200, octetStream, -1, "Connection: close\r\n"));
    const QByteArray block = randomBytes(call.site.seed, "endless", blockSize);
    reply.pieces = {Pieces::endless, [block](qint64) { return block; }};
    return reply;
}

} // namespace practice
