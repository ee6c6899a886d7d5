// SPDX-License-Identifier: MIT
#include "practice/endpoints.h"

#include <algorithm>
#include <array>
#include <utility>

namespace practice {

namespace {

constexpr auto table = std::to_array<std::pair<QByteArrayView, Endpoint>>({
    {"bytes", bytes},
    {"image", image},
    {"photo", photo},
    {"text", text},
    {"users", users},
    {"orders", orders},
    {"details", details},
    {"shipping", shipping},
    {"echo", echo},
    {"counters", counters},
    {"status", status},
    {"redirect", redirect},
    {"redirect-loop", redirectLoop},
    {"redirect-to", redirectTo},
    {"flaky", flaky},
    {"overload", overload},
    {"delay", delay},
    {"drip", drip},
    {"drip-header", dripHeader},
    {"hang", hang},
    {"endless", endless},
    {"reset-before", resetBefore},
    {"close-before", closeBefore},
    {"reset-within", resetWithin},
    {"truncate", truncate},
    {"length-long", lengthLong},
    {"length-short", lengthShort},
    {"length-negative", lengthNegative},
    {"length-twice", lengthTwice},
    {"length-and-chunked", lengthAndChunked},
    {"chunk-bad", chunkBad},
    {"chunk-negative", chunkNegative},
    {"chunk-huge", chunkHuge},
    {"chunk-unterminated", chunkUnterminated},
    {"gzip-truncated", gzipTruncated},
    {"gzip-corrupt", gzipCorrupt},
    {"gzip-bomb", gzipBomb},
    {"headers-many", headersMany},
    {"header-big", headerBig},
    {"not-http", notHttp},
    {"no-status", noStatus},
    {"early-hints", earlyHints},
    {"continue-flood", continueFlood},
    {"nocontent-body", noContentBody},
});

} // namespace

Endpoint endpointOf(QByteArrayView name)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const auto &item) { return item.first == name; });
    return found == table.end() ? nullptr : found->second;
}

} // namespace practice
