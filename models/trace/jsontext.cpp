// SPDX-License-Identifier: MIT
#include "trace/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

void appendEscape(QByteArray &json, char16_t unit)
{
    json += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        json += hexDigits[(unit >> shift) & 0xf];
}

bool isPlain(QChar c)
{
    return c >= u' ' && c != u'"' && c != u'\\' && c != u'\x7f' && !c.isSurrogate();
}

} // namespace

void JsonText::append(QByteArray &json, QStringView text, LoneSurrogates lone)
{
    json += '"';
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && isPlain(text[end]))
            ++end;
        json += text.mid(i, end - i).toUtf8();
        if (end == text.size())
            break;
        const QChar c = text[end];
        const bool isPair
            = c.isHighSurrogate() && end + 1 < text.size() && text[end + 1].isLowSurrogate();
        i = end + (isPair ? 2 : 1);
        if (isPair)
            json += text.mid(end, 2).toUtf8();
        else if (c == u'"' || c == u'\\')
            json += '\\' + QByteArray(1, c.toLatin1());
        else if (c.isSurrogate() && lone == LoneSurrogates::Replace)
            json += "\xef\xbf\xbd"; // U+FFFD
        else
            appendEscape(json, c.unicode());
    }
    json += '"';
}

QByteArray JsonText::string(QStringView text)
{
    QByteArray json;
    append(json, text);
    return json;
}

QByteArray JsonText::member(const char *name, qint64 value)
{
    return member(name, QByteArray::number(value));
}

QByteArray JsonText::member(const char *name, const QString &text)
{
    return member(name, string(text));
}

QByteArray JsonText::member(const char *name, const QByteArray &json)
{
    return '"' + QByteArray(name) + "\":" + json;
}

QList<QByteArray> JsonText::members(const QList<std::pair<const char *, QJsonValue>> &fields)
{
    QList<QByteArray> members;
    for (const auto &[name, value] : fields) {
        const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
        members.append(member(name, array.sliced(1, array.size() - 2)));
    }
    return members;
}

QByteArray JsonText::object(const QList<QByteArray> &members)
{
    return '{' + members.join(',') + '}';
}

QByteArray JsonText::array(const QList<QByteArray> &values)
{
    return '[' + values.join(',') + ']';
}
