// SPDX-License-Identifier: MIT
#include "practice/bodies.h"
#include "practice/endpoints.h"

#include <algorithm>

namespace practice {

namespace {

constexpr qint64 largest = 16 * 1024 * 1024; // bytes

/// Declares \p declared bytes, sends \p sent of them.
Reply partOf(Call &call, qint64 sent, qint64 declared, Reply::Ending ending)
{
    if (sent >= declared)
        call.query.complain("of must be larger than what is sent.");
    if (!call.query.problem().isEmpty())
        return {};
    const QByteArray body = randomBytes(call.site.seed, "part", sent);
    return rawReply(makeHead(200, octetStream, declared) + body, ending);
}

} // namespace

Reply resetBefore(Call &)
{
    return rawReply({}, Reply::Ending::Reset);
}

Reply closeBefore(Call &)
{
    return rawReply({}, Reply::Ending::Close);
}

Reply resetWithin(Call &call)
{
    const qint64 sent = call.query.number("bytes", 1000, 0, largest);
    return partOf(call, sent,
                  call.query.number("of", std::max<qint64>(4000, 4 * sent), 1, 4 * largest),
                  Reply::Ending::Reset);
}

Reply truncate(Call &call)
{
    const qint64 sent = call.query.parse("N", call.argument, 155 * 1024, 0, largest);
    return partOf(call, sent,
                  call.query.number("of", std::max<qint64>(500 * 1024, 4 * sent), 1, 4 * largest),
                  Reply::Ending::Close);
}

} // namespace practice
