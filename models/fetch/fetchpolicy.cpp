// SPDX-License-Identifier: MIT
#include "fetch/fetchpolicy.h"

#include "fetch/fetchtext.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds base {200};
constexpr milliseconds longest {10'000};
constexpr qint64 longestRetryAfterSeconds = 24 * 3600;

using Field = std::pair<QByteArray, QByteArray>;

bool isPrivate(const Field &field)
{
    constexpr std::array names {"authorization", "cookie", "proxy-authorization"};
    const QByteArray name = field.first.toLower();
    return std::ranges::any_of(names, [&](const char *known) { return name == known; });
}

bool isAboutBody(const Field &field)
{
    return field.first.toLower().startsWith("content-");
}

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

namespace RedirectPolicy {

QString origin(const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return url.scheme() + u"://"_s + url.host() + u':' + QString::number(port);
}

std::optional<QUrl> target(const QUrl &from, const QByteArray &location)
{
    const QUrl relative = QUrl::fromEncoded(location, QUrl::StrictMode);
    if (location.isEmpty() || !relative.isValid())
        return std::nullopt;
    QUrl to = from.resolved(relative);
    to.setUserInfo({});
    return to;
}

QString refusal(const QUrl &from, const QList<QUrl> &hops)
{
    const QUrl &to = hops.last();
    const bool isWeb = to.scheme() == "http"_L1 || to.scheme() == "https"_L1;
    if (!isWeb || to.host().isEmpty())
        return FetchText::tr("The server redirects to %1, which is no web address; refused.")
            .arg(to.toDisplayString().left(200));
    if (from.scheme() == "https"_L1 && to.scheme() == "http"_L1)
        return FetchText::tr(
                   "The server redirects from https to %1, which is not encrypted; refused.")
            .arg(to.toDisplayString().left(200));
    if (hops.size() <= maxHops)
        return {};
    QStringList names;
    for (const QUrl &hop : hops.mid(0, 3))
        names.append(hop.fileName().isEmpty() ? hop.host() : hop.fileName());
    return FetchText::tr("Redirected %1 times (%2 …); given up.")
        .arg(hops.size())
        .arg(names.join(u" → "_s));
}

void follow(FetchRequest &request, const QUrl &from, const QUrl &to, int status)
{
    if (origin(from) != origin(to))
        request.headers.removeIf(isPrivate);
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    const bool isPost = request.method == "POST";
    if (isRead || (status != 303 && !(isPost && (status == 301 || status == 302))))
        return;
    request.method = "GET";
    request.body.clear();
    request.headers.removeIf(isAboutBody);
}

} // namespace RedirectPolicy
