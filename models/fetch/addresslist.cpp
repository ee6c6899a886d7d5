// SPDX-License-Identifier: MIT
#include "fetch/addresslist.h"

#include <QStringDecoder>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype freedAtOnce = 1'000; // lines; well below a millisecond

bool isWebScheme(const QString &scheme)
{
    return scheme == "http"_L1 || scheme == "https"_L1;
}

} // namespace

AddressList::AddressList()
    : m_lines(new Lines, &AddressList::letGo)
{
}

/// Each address is some pieces of memory: a million take a thread a third of a second to free.
void AddressList::letGo(Lines *lines)
{
    if (lines->addresses.size() + lines->rejected.size() <= freedAtOnce)
        delete lines;
    else
        QThreadPool::globalInstance()->start([lines] { delete lines; });
}

AddressList AddressList::parse(const QByteArray &text, const std::stop_token &stop)
{
    AddressList list;
    if (text.contains('\0')) {
        list.reject(1, {}, tr("This is no list of addresses but a binary file."));
        return list;
    }
    constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
    qsizetype at = text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    for (qsizetype number = 1; at < text.size() && !stop.stop_requested(); ++number) {
        if (number > maxLines) {
            list.reject(
                int(number), {},
                tr("The list is longer than %L1 lines; the rest is left out.").arg(maxLines));
            break;
        }
        const qsizetype newline = text.indexOf('\n', at);
        const qsizetype end = newline < 0 ? text.size() : newline;
        list.addLine(int(number), QByteArrayView(text).sliced(at, end - at).trimmed());
        at = end + 1;
    }
    return list;
}

AddressList AddressList::parse(const QStringList &lines)
{
    AddressList list;
    for (qsizetype i = 0; i < lines.size(); ++i)
        list.add(int(i) + 1, lines[i].trimmed());
    return list;
}

QString AddressList::fault(const QString &address)
{
    QUrl url;
    return fault(address, url);
}

/// \p url becomes the address, unless that is empty or too long.
QString AddressList::fault(const QString &address, QUrl &url)
{
    if (address.isEmpty())
        return tr("The address is empty.");
    if (address.size() > maxAddressLength)
        return tr("The address is longer than %L1 characters.").arg(maxAddressLength);
    url.setUrl(address, QUrl::StrictMode);
    if (!url.isValid())
        return tr("This is no valid address: %1").arg(url.errorString().section(u';', 0, 0));
    if (url.isRelative())
        return tr("The address must begin with http:// or https://.");
    if (!isWebScheme(url.scheme()))
        return tr("Only http and https are fetched, not %1.").arg(url.scheme().left(40));
    if (url.host().isEmpty())
        return tr("The address names no host.");
    if (!url.userInfo().isEmpty())
        return tr("The address carries a user name or password; take it out.");
    return {};
}

void AddressList::addLine(int line, QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.startsWith('#'))
        return;
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError())
        reject(line, text, tr("This line is no text in UTF-8."));
    else
        add(line, text.trimmed());
}

void AddressList::add(int line, const QString &text)
{
    QUrl url;
    const QString reason = fault(text, url);
    if (reason.isEmpty())
        m_lines->addresses.append(url);
    else
        reject(line, text, reason);
}

void AddressList::reject(int line, const QString &text, const QString &reason)
{
    m_lines->rejected.append({line, text.left(200), reason});
}
