// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"
#include "practice/practiceserver.h"
#include "shared/chaosterms.h"

/// What a chaos fetches: every endpoint of the practice server, and what is no address at all. The
/// bodies are small, and what never ends by itself is ended by limits that are short.
namespace ChaosPaths {

using namespace Qt::StringLiterals;

constexpr auto good = std::to_array<QLatin1StringView>({
    "bytes/500?key=%1"_L1,
    "bytes/3k?chunked=1&key=%1"_L1,
    "bytes/2k?gzip=1&key=%1"_L1,
    "image/%1?w=40&h=30"_L1,
    "photo/%1?w=64&h=48"_L1,
    "text/%1?words=80"_L1,
    "echo?n=%1"_L1,
    "counters"_L1,
    "users/%1"_L1,
    "users?ids=%1,3"_L1,
    "orders?user=%1"_L1,
    "details/%1"_L1,
    "shipping/%1"_L1,
    "status/204"_L1,
    "redirect/2?how=absolute"_L1,
    "redirect/1?how=path"_L1,
    "early-hints"_L1,
});

constexpr auto slow = std::to_array<QLatin1StringView>({
    "hang?n=%1"_L1,
    "drip?bytes=6&ms=4"_L1,
    "drip?bytes=900&ms=9"_L1,
    "drip-header?ms=3"_L1,
    "endless"_L1,
    "delay/%1"_L1,
    "bytes/4k?rate=60k&key=%1"_L1,
    "text/%1?words=50&delay=20"_L1,
    "overload?limit=3&ms=8"_L1,
    "flaky/1?key=%1"_L1,
    "flaky/1?how=reset&key=%1"_L1,
    "status/503?retry-after=0&n=%1"_L1,
});

constexpr auto bad = std::to_array<QLatin1StringView>({
    "status/404?n=%1"_L1,
    "status/500?n=%1"_L1,
    "bytes/1k?fail=418&key=%1"_L1,
    "bytes/1k?digest=wrong"_L1,
    "redirect-loop"_L1,
    "redirect-to"_L1,
    "redirect-to?url=file:///etc/passwd"_L1,
    "reset-before"_L1,
    "close-before"_L1,
    "reset-within?bytes=100&of=400"_L1,
    "truncate/1k?of=5k"_L1,
    "length-long"_L1,
    "length-short"_L1,
    "length-negative"_L1,
    "length-twice"_L1,
    "length-and-chunked"_L1,
    "chunk-bad"_L1,
    "chunk-negative"_L1,
    "chunk-huge"_L1,
    "chunk-unterminated"_L1,
    "gzip-truncated"_L1,
    "gzip-corrupt"_L1,
    "gzip-bomb?mib=2"_L1,
    "headers-many"_L1,
    "header-big?kb=150"_L1,
    "not-http"_L1,
    "no-status"_L1,
    "continue-flood?n=100"_L1,
    "nocontent-body"_L1,
    "no-such-endpoint"_L1,
});

/// Two of a hundred name nobody, or nothing that may be fetched.
inline QUrl address(Dice &dice, const PracticeServer &server)
{
    const auto strange = std::to_array<QLatin1StringView>(
        {"file:///etc/passwd"_L1, "relative/path"_L1, "http://user:secret@127.0.0.1/"_L1,
         "http://127.0.0.1:1/"_L1, "javascript:alert(1)"_L1, ""_L1});
    const int share = dice.below(100);
    const QLatin1StringView path = share < 70 ? dice.pick(good)
        : share < 82                          ? dice.pick(slow)
                                              : dice.pick(bad);
    const int number = 1 + dice.below(40);
    if (share >= 98)
        return QUrl(QString(dice.pick(strange)));
    return server.address(QString(path).replace(u"%1"_s, QString::number(number)));
}

inline FetchLimits limits(Dice &dice)
{
    using std::chrono::milliseconds;
    return {.firstByte = milliseconds(dice.between(20, 120)),
            .silence = milliseconds(dice.between(20, 120)),
            .total = milliseconds(dice.chance(20) ? dice.between(1, 60) : dice.between(60, 700)),
            .maxBytes = dice.between(200, 60'000)};
}

} // namespace ChaosPaths
