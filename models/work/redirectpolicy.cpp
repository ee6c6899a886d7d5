// SPDX-License-Identifier: MIT
#include "work/redirectpolicy.h"

#include "work/fetchtext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

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
        return FetchText::redirectRefused(to);
    if (from.scheme() == "https"_L1 && to.scheme() == "http"_L1)
        return FetchText::redirectLessSafe(to);
    if (hops.size() > maxHops)
        return FetchText::tooManyRedirects(hops);
    return {};
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
