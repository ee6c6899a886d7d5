// SPDX-License-Identifier: MIT
#include "work/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
constexpr milliseconds base {200};
constexpr milliseconds longest {10'000};
constexpr qint64 longestRetryAfterSeconds = 24 * 3600;
} // namespace

namespace RetryPolicy {

bool isIdempotent(const QByteArray &method)
{
    constexpr std::array names {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"};
    return std::ranges::any_of(names, [&](const char *name) { return method == name; });
}

bool isRetryableStatus(int status)
{
    constexpr std::array codes {408, 425, 429, 500, 502, 503, 504};
    return std::ranges::find(codes, status) != codes.end();
}

std::optional<milliseconds> retryAfter(const QByteArray &field, const QDateTime &now)
{
    const QByteArray value = field.trimmed();
    if (value.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        return seconds < 0
            ? std::nullopt
            : std::optional(milliseconds(1'000 * std::min(seconds, longestRetryAfterSeconds)));
    }
    if (!value.endsWith(" GMT")) // RFC 9110, 5.6.7
        return std::nullopt;
    // With the offset in the text no local summer time can make an hour invalid.
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(value.chopped(3)) + u"+0000"_s,
                                                 Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    return milliseconds(std::clamp<qint64>(now.msecsTo(date), 0, longestRetryAfterSeconds * 1'000));
}

milliseconds backoff(int attempt, QRandomGenerator &random)
{
    const int doublings = std::clamp(attempt - 1, 0, 20);
    const milliseconds full = std::min(longest, base * (1 << doublings));
    const qint64 half = full.count() / 2;
    return milliseconds(half + random.bounded(half + 1));
}

} // namespace RetryPolicy
