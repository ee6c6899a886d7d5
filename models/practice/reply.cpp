// SPDX-License-Identifier: MIT
#include "practice/reply.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr std::array<std::pair<int, QByteArrayView>, 40> reasons {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {418, "I'm a teapot"},
    {422, "Unprocessable Content"},
    {425, "Too Early"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

} // namespace

QByteArrayView reasonOf(int status)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(),
                                    [status](const auto &item) { return item.first == status; });
    return found == reasons.end() ? QByteArrayView("Unnamed") : found->second;
}

QByteArray makeHead(int status, QByteArrayView type, qint64 length, QByteArrayView more)
{
    QByteArray head;
    head.reserve(128 + more.size());
    head.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ');
    head.append(reasonOf(status)).append("\r\n");
    if (!type.isEmpty())
        head.append("Content-Type: ").append(type).append("\r\n");
    if (length >= 0)
        head.append("Content-Length: ").append(QByteArray::number(length)).append("\r\n");
    return head.append(more).append("\r\n");
}

Reply makeReply(int status, QByteArrayView type, QByteArrayView body, QByteArrayView more)
{
    Reply reply;
    reply.wire = makeHead(status, type, body.size(), more).append(body);
    return reply;
}

Reply jsonReply(const QJsonObject &object, int status)
{
    return makeReply(status, "application/json",
                     QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Reply sentence(int status, const QByteArray &message, QByteArrayView more)
{
    if (status == 204 || status == 304)
        return rawReply(makeHead(status, {}, -1, more), Reply::Ending::KeepAlive);
    const QJsonObject object {{u"status"_s, status}, {u"message"_s, QString::fromUtf8(message)}};
    return makeReply(status, "application/json",
                     QJsonDocument(object).toJson(QJsonDocument::Compact), more);
}

Reply rawReply(const QByteArray &wire, Reply::Ending ending)
{
    Reply reply;
    reply.wire = wire;
    reply.ending = ending;
    return reply;
}

} // namespace practice
