// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/addresslist.h"

#include <QCoreApplication>

struct FetchOptions;

/// What there is to fetch: the addresses given and those of all lists, in this order, and what of
/// them cannot be fetched with the reason. Reading a list blocks.
class FetchAddresses
{
    Q_DECLARE_TR_FUNCTIONS(FetchAddresses)
public:
    /// A larger list is no list of addresses.
    static constexpr qint64 maxListBytes = 256LL << 20;

    void addArguments(const QStringList &addresses);
    /// \p path is a file; "-" is the standard input. Returns what is wrong, empty when it was read.
    QString addList(const QString &path);

    const QList<QUrl> &good() const { return m_good; }
    const QList<RejectedAddress> &rejected() const { return m_rejected; }

private:
    QList<QUrl> m_good;
    QList<RejectedAddress> m_rejected;
};
