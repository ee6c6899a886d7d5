// SPDX-License-Identifier: MIT
#pragma once

#include "shared/nginxfixture.h"

/// Everything that nginx may be asked for, over HTTP/1.1, TLS and HTTP/2.
namespace nginxtable {

using namespace Qt::StringLiterals;

inline constexpr auto failed = Outcome::Kind::Failed;
inline constexpr auto unknown = Integrity::Unknown;
inline constexpr auto unverified = Integrity::Unverified;
inline constexpr auto corrupt = Integrity::Corrupt;

/// What is asked of nginx, and how that has to end.
struct Row
{
    QString port;
    QString path;
    Expected expected;
    int retries = 0;
    QByteArray field {}; ///< of the request, if any
    QByteArray value {};
};

struct Ask
{
    const char *port;
    QList<Row> &rows;

    void operator()(const char *path, const Expected &expected, int retries = 0,
                    const QByteArray &field = {}, const QByteArray &value = {}) const
    {
        rows.append({QString::fromLatin1(port), QString::fromLatin1(path), expected, retries, field,
                     value});
    }
    bool isHttp2() const { return QByteArrayView(port) == "h2"; }
    bool isPlain() const { return QByteArrayView(port) == "plain"; }
};

inline Expected noHttp()
{
    return {.kind = failed,
            .status = 0,
            .integrity = unknown,
            .message = u"without a reply|no HTTP server"_s};
}

inline void files(const Ask &ask, const NginxFixture &site)
{
    ask("text.txt", {.body = site.text});
    ask("empty.txt", {.body = ""});
    ask("large.bin", {.body = site.large});
    ask("gzip/text.txt", {.body = site.text});
    ask("slowly/medium.bin", {.body = site.large.left(100'000)});
    ask("nothing", {.status = 204, .body = ""});
    ask("text.txt", {.status = 206, .body = site.text.mid(100, 101)}, 0, "Range", "bytes=100-200");
    ask("text.txt", {.status = 206, .body = site.text.right(10)}, 0, "Range", "bytes=-10");
    ask("text.txt", {.kind = failed, .status = 416, .message = u"refused the request \\(416"_s}, 2,
        "Range", "bytes=99999999-");
    ask("text.txt", {.status = 304, .body = ""}, 0, "If-Modified-Since",
        "Fri, 31 Dec 2100 23:59:59 GMT");
}

inline void refusals(const Ask &ask)
{
    ask("missing", {.kind = failed, .status = 404, .message = u"nothing at this address \\(404"_s},
        2);
    ask("forbidden", {.kind = failed, .status = 403, .message = u"refuses access \\(403"_s}, 2);
    ask("gone", {.kind = failed, .status = 410, .message = u"nothing at this address \\(410"_s}, 2);
    ask("broken",
        {.kind = failed, .status = 500, .attempts = 2, .message = u"server failed \\(500"_s}, 1);
    const Expected wanders {.kind = failed,
                            .status = 302,
                            .integrity = unverified,
                            .message = u"Redirected 11 times"_s};
    ask("circle", wanders, 2);
    const Expected unsafe {.kind = failed,
                           .status = 302,
                           .integrity = unverified,
                           .message = u"from https to http://.*refused"_s};
    if (!ask.isPlain())
        ask("insecure/text.txt", unsafe, 2);
    const Expected closed {.kind = failed,
                           .status = 0,
                           .integrity = unknown,
                           .attempts = 2,
                           .message = u"without a reply"_s};
    ask("drop", ask.isHttp2() ? noHttp() : closed, 1);
}

/// What is behind nginx is slow or broken.
inline void upstreams(const Ask &ask)
{
    ask("up/delay/200", {});
    ask("up/bytes/50k", {.integrity = Integrity::Verified}); // a digest comes through
    ask("up/drip?bytes=10&ms=60&chunked=1&digest=0", {.integrity = unverified});
    const auto gateway = [](int status, int attempts) {
        return Expected {.kind = failed,
                         .status = status,
                         .attempts = attempts,
                         .message = u"server failed \\(%1"_s.arg(status)};
    };
    ask("up/hang", gateway(504, 2), 1);
    ask("up/close-before", gateway(502, 2), 1);
    ask("up/reset-before", gateway(502, 1));
    ask("up/not-http", noHttp()); // nginx takes it for HTTP/0.9 and sends status 009
    ask("nobody/", gateway(502, 1));
    ask("up/truncate/1000?of=9000&digest=0",
        {.kind = failed, .integrity = corrupt, .attempts = 2, .message = u"the rest is missing"_s},
        1);
    ask("up/gzip-truncated", {.kind = failed, .integrity = corrupt, .message = u"cut short"_s});
    ask("up/gzip-corrupt", {.kind = failed, .integrity = corrupt, .message = u"damaged"_s});
}

inline QList<Row> rows(const NginxFixture &site)
{
    QList<Row> rows;
    for (const char *port : {"plain", "good", "h2"}) {
        const Ask ask {port, rows};
        files(ask, site);
        refusals(ask);
        upstreams(ask);
    }
    Ask {"plain", rows}("secure/text.txt", {.body = site.text});
    return rows;
}

/// The fetch of a row.
inline FetchRequest request(const NginxFixture &site, const Row &row)
{
    FetchRequest request = site.request(row.port, row.path);
    request.retries = row.retries;
    if (!row.field.isEmpty())
        request.headers = {{row.field, row.value}};
    return request;
}

} // namespace nginxtable

Q_DECLARE_METATYPE(nginxtable::Row)
