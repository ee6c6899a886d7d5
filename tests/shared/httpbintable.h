// SPDX-License-Identifier: MIT
#pragma once

#include "shared/endpointtable.h"

/// Everything that httpbin may be asked for.
namespace httpbintable {

using namespace Qt::StringLiterals;

inline constexpr auto failed = Outcome::Kind::Failed;
inline constexpr auto unverified = Integrity::Unverified;

/// What is asked of httpbin, and how that has to end; the body is to be that of a second opinion.
struct Row
{
    QString path;
    Expected expected;
    int hops = 0;
    QByteArray field {}; ///< of the request, if any
    QByteArray value {};
};

inline Expected refused(int status, const QString &message, int attempts = 1)
{
    return {.kind = failed,
            .status = status,
            .attempts = attempts,
            .message = message + u" \\(%1"_s.arg(status)};
}

struct Ask
{
    QList<Row> &rows;

    void operator()(const char *path, const Expected &expected, int hops = 0,
                    const QByteArray &field = {}, const QByteArray &value = {}) const
    {
        rows.append({QString::fromLatin1(path), expected, hops, field, value});
    }
};

inline void bodies(const Ask &ask)
{
    // Bodies with a length
    for (const char *path : {"get?a=1&b=2",
                             "anything/x/y?q=1",
                             "headers",
                             "ip",
                             "user-agent",
                             "html",
                             "xml",
                             "robots.txt",
                             "deny",
                             "encoding/utf8",
                             "base64/bG9vcHNjb3Bl",
                             "cache",
                             "cache/60",
                             "bytes/0",
                             "bytes/1?seed=1",
                             "bytes/102400?seed=1",
                             "links/10/0",
                             "cookies",
                             "response-headers?X-Many=1&X-Many=2",
                             "gzip",
                             "deflate",
                             "delay/1",
                             "drip?duration=1&numbytes=8&delay=0",
                             "image/png",
                             "image/jpeg",
                             "image/svg",
                             "image/webp",
                             "status/200"})
        ask(path, {});
    // Chunks, whose end nothing proves
    ask("stream-bytes/50000?seed=2&chunk_size=777", {.integrity = unverified});
    ask("brotli",
        {.kind = failed, .integrity = unverified, .message = u"not asked for \\(br\\)"_s});
}

inline void redirectsAndConditions(const Ask &ask)
{
    // Redirects
    ask("redirect/3", {}, 3);
    ask("redirect/10", {}, 10);
    ask("relative-redirect/3", {}, 3);
    ask("absolute-redirect/3", {}, 3);
    ask("redirect-to?url=/bytes/100%3Fseed%3D1&status_code=307", {}, 1);
    ask("cookies/set?a=b", {}, 1); // and none is kept
    ask("status/301", {}, 2);
    ask("redirect/11",
        {.kind = failed,
         .status = 302,
         .integrity = Integrity::Unknown,
         .message = u"Redirected 11"_s},
        11);
    ask("redirect-to?url=file:///etc/passwd",
        {.kind = failed,
         .status = 302,
         .integrity = Integrity::Unknown,
         .message = u"no web address; refused"_s},
        1);
    // Conditions and parts
    ask("etag/abc", {}, 0, "If-None-Match", "other");
    ask("etag/abc", {.status = 304}, 0, "If-None-Match", "abc");
    ask("etag/abc", refused(412, u"refused the request"_s), 0, "If-Match", "other");
    ask("cache", {.status = 304}, 0, "If-None-Match", "anything");
    ask("range/1000", {.status = 206}, 0, "Range", "bytes=10-19");
}

inline void refusals(const Ask &ask)
{
    // Refusals; what may be better in a moment is tried again, once
    ask("status/204", {.status = 204});
    ask("status/300", refused(300, u"sent nothing that was asked for"_s));
    ask("status/304",
        refused(304, u"sent nothing that was asked for"_s)); // nobody asked whether it changed
    ask("status/305",
        refused(305,
                u"sent nothing that was asked for"_s)); // a proxy named by a server is not used
    ask("status/400", refused(400, u"refused the request"_s));
    ask("status/401", refused(401, u"refuses access"_s));
    ask("basic-auth/user/password", refused(401, u"refuses access"_s));
    ask("status/404", refused(404, u"nothing at this address"_s));
    ask("status/418", refused(418, u"refused the request"_s));
    ask("status/429", refused(429, u"asks for fewer requests"_s, 2));
    ask("status/500", refused(500, u"server failed"_s, 2));
    ask("status/502", refused(502, u"server failed"_s, 2));
    ask("status/503", refused(503, u"server is busy"_s, 2));
    ask("status/504", refused(504, u"server failed"_s, 2));
    ask("status/505", refused(505, u"server failed"_s));
}

inline QList<Row> rows()
{
    QList<Row> rows;
    const Ask ask {rows};
    bodies(ask);
    redirectsAndConditions(ask);
    refusals(ask);
    return rows;
}

} // namespace httpbintable

Q_DECLARE_METATYPE(httpbintable::Row)
