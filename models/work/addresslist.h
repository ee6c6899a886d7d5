// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QUrl>

/// A line of an address list that is not fetched, and why.
struct RejectedAddress
{
    int line = 0; ///< from 1
    QString text; ///< as given, cut to 200 characters
    QString reason;
};

/// The addresses of a text, one on each line. Blank lines and lines that begin with # are passed
/// over; every other bad line is named with its reason, and the rest is kept. Pure; any thread.
class AddressList
{
    Q_DECLARE_TR_FUNCTIONS(AddressList)
public:
    static constexpr qsizetype maxAddressLength = 8'192; ///< characters; RFC 9110 advises ≥ 8,000
    static constexpr qsizetype maxLines = 1'000'000;

    static AddressList parse(const QByteArray &text);
    static AddressList parse(const QStringList &lines);

    const QList<QUrl> &addresses() const { return m_addresses; }
    const QList<RejectedAddress> &rejected() const { return m_rejected; }

    /// Empty when \p address can be fetched, otherwise the reason.
    static QString fault(const QString &address);

private:
    void addLine(int line, QByteArrayView bytes);
    void add(int line, const QString &text);
    void reject(int line, const QString &text, const QString &reason);

    QList<QUrl> m_addresses;
    QList<RejectedAddress> m_rejected;
};
