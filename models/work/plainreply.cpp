// SPDX-License-Identifier: MIT
#include "work/plainreply.h"

#include "work/bodyverdict.h"
#include "work/fetchtext.h"

namespace {

QByteArray field(const QByteArray &head, QByteArrayView name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

FetchResult PlainReply::parse(const QByteArray &bytes)
{
    FetchResult result {.attempts = 1};
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/")) {
        result.outcome = Outcome::failed(FetchText::noStatus());
        return result;
    }
    const QByteArray head = bytes.left(end);
    const QByteArray statusLine = head.left(head.indexOf('\r'));
    result.status = statusLine.mid(statusLine.indexOf(' ') + 1).left(3).toInt();
    result.body = bytes.mid(end + 4);
    result.wireBytes = result.body.size();
    result.contentType = field(head, "content-type");
    const Framing framing = Framing::read("GET", result.status, field(head, "content-length"),
                                          field(head, "transfer-encoding"));
    const BodyVerdict verdict
        = BodyVerdict::judge(framing, result.wireBytes, BodyDecoder({}, 0), {});
    result.integrity = verdict.integrity;
    if (result.status < 200 || result.status > 299)
        result.outcome = Outcome::failed(FetchText::httpStatus(result.status, {}));
    else if (verdict.integrity == Integrity::Corrupt)
        result.outcome = Outcome::failed(verdict.fault);
    else
        result.outcome = Outcome::succeeded();
    return result;
}
