// SPDX-License-Identifier: MIT
#include "app/cli/fetchaddresses.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Up to the end of \p file, or to \p most bytes and a little more. One read() of a pipe may return
/// with what is there at the moment, which is not the end.
QByteArray readUpTo(QFile &file, qint64 most)
{
    constexpr qint64 chunkBytes = 1 << 20;
    QByteArray text;
    for (QByteArray chunk; text.size() <= most; text += chunk) {
        chunk = file.read(chunkBytes);
        if (chunk.isEmpty())
            break;
    }
    return text;
}

} // namespace

void FetchAddresses::addArguments(const QStringList &addresses)
{
    const AddressList list = AddressList::parse(addresses);
    m_good += list.addresses();
    m_rejected += list.rejected();
}

QString FetchAddresses::addList(const QString &path)
{
    const bool isInput = path == "-"_L1;
    const QString name = isInput ? tr("the standard input") : path;
    QFile file(path);
    const bool isOpen
        // By number: given a FILE, Qt makes the terminal of all who share it non-blocking
        // meanwhile.
        = isInput ? file.open(fileno(stdin), QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QByteArray text = isOpen ? readUpTo(file, maxListBytes) : QByteArray();
    if (!isOpen || file.error() != QFileDevice::NoError)
        return tr("The list %1 cannot be read: %2.").arg(name, file.errorString());
    if (text.size() > maxListBytes)
        return tr("The list %1 is larger than 256 MiB.").arg(name);
    const AddressList list = AddressList::parse(text);
    m_good += list.addresses();
    for (RejectedAddress rejected : list.rejected()) {
        rejected.reason
            = tr("Line %1 of %2: %3").arg(QString::number(rejected.line), name, rejected.reason);
        m_rejected.append(rejected);
    }
    return {};
}
