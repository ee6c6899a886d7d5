// SPDX-License-Identifier: MIT
#include "server/bodies.h"
#include "server/endpoints.h"
#include "server/painter.h"

namespace practice {

namespace {

constexpr qint64 mebi = 1024 * 1024;
constexpr qint64 quickSize = 64 * 1024; // bytes hashed or packed without being felt: 0.3 ms
constexpr qint64 wholeSize = 16 * mebi; // kept in one piece up to here
constexpr qint64 digestSize = 64 * mebi;
constexpr qint64 largestNumber = 1'000'000'000;

Reply onPool(const std::function<Reply()> &work)
{
    Reply reply;
    reply.later = work;
    reply.cacheCost = 0;
    return reply;
}

/// A reply that depends on the client's Accept-Encoding must not be cached by address alone.
Reply packed(Call &call, bool isQuick, QByteArrayView type, const Packing &packing,
             const std::function<Content()> &make)
{
    const auto work = [type, packing, make] { return pack(make(), type, packing); };
    Reply reply = isQuick ? work() : onPool(work);
    if (call.query.has("gzip"))
        reply.cacheCost = Reply::neverCached;
    return reply;
}

Reply picture(Call &call, QSize size, QByteArrayView type)
{
    Query &query = call.query;
    const qint64 number = query.parse("N", call.argument, 1, 0, largestNumber);
    const Picture picture {.seed = call.site.seed,
                           .number = quint32(number),
                           .size = QSize(int(query.number("w", size.width(), 1, 4096)),
                                         int(query.number("h", size.height(), 1, 4096)))};
    const bool isPhoto = type == "image/jpeg";
    const Packing packing = packingOf(query, call.request.acceptsGzip);
    if (!query.problem().isEmpty())
        return {};
    return packed(call, false, type, packing,
                  [=] { return contentOf(isPhoto ? makePhoto(picture) : makeImage(picture)); });
}

} // namespace

Reply bytes(Call &call)
{
    Query &query = call.query;
    const qint64 size = query.parse("N", call.argument, 1024, 0, 1024 * mebi);
    const Packing packing = packingOf(query, call.request.acceptsGzip, size <= digestSize);
    if (packing.digest == Packing::Digest::Right && size > digestSize)
        query.complain("A digest is for at most 64 MiB.");
    if (packing.gzip && size > wholeSize)
        query.complain("gzip is for at most 16 MiB.");
    if (!query.problem().isEmpty())
        return {};
    const QByteArray name = "bytes/" + QByteArray::number(size) + '/' + query.text("key");
    const bool isQuick = size <= quickSize
        || (packing.digest != Packing::Digest::Right && !packing.gzip && size > wholeSize);
    return packed(call, isQuick, octetStream, packing, [seed = call.site.seed, name, size] {
        return size <= wholeSize ? contentOf(randomBytes(seed, name, size))
                                 : randomContent(seed, name, size);
    });
}

Reply image(Call &call)
{
    return picture(call, {960, 640}, "image/png");
}

Reply photo(Call &call)
{
    return picture(call, {1920, 1080}, "image/jpeg");
}

Reply text(Call &call)
{
    const qint64 number = call.query.parse("N", call.argument, 1, 0, largestNumber);
    const qint64 words = call.query.number("words", 20'000, 0, 1'000'000);
    const Packing packing = packingOf(call.query, call.request.acceptsGzip);
    if (!call.query.problem().isEmpty())
        return {};
    return packed(call, words <= 2'000, "text/plain; charset=utf-8", packing,
                  [seed = call.site.seed, number, words] {
                      return contentOf(makeText(seed, number, words));
                  });
}

} // namespace practice
