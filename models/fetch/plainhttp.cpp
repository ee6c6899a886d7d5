// SPDX-License-Identifier: MIT
#include "fetch/plainhttp.h"

#include "fetch/bodyverdict.h"
#include "fetch/fetchtext.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

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

void PlainHttp::get(QTcpSocket &socket, const QUrl &url)
{
    const QString path = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority
                                      | QUrl::RemoveFragment | QUrl::FullyEncoded);
    socket.connectToHost(url.host(), quint16(url.port(80)));
    socket.write(
        u"GET %1 HTTP/1.1\r\nHost: %2\r\nConnection: close\r\n\r\n"_s
            .arg(path.startsWith(u'/') ? path : u'/' + path, url.authority(QUrl::FullyEncoded))
            .toLatin1());
}

FetchResult PlainHttp::parse(const QByteArray &bytes)
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
