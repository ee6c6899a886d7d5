// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QUrl>

#include <memory>
#include <stop_token>

/// A line of an address list that is not fetched, and why.
struct RejectedAddress
{
    int line = 0; ///< from 1
    QString text; ///< as given, cut to 200 characters
    QString reason;
};

/// The addresses of a text, one on each line. Blank lines and lines that begin with # are passed
/// over; every other bad line is named with its reason, and the rest is kept. A value, quick to
/// copy; what many lines hold is freed on a pool thread, whichever thread lets go of it last. Any
/// thread.
class AddressList
{
    Q_DECLARE_TR_FUNCTIONS(AddressList)
public:
    static constexpr qsizetype maxAddressLength = 8'192; ///< characters; RFC 9110 advises ≥ 8,000
    static constexpr qsizetype maxLines = 1'000'000;

    AddressList();

    /// A million lines take seconds. Once \p stop is asked to, it ends at the next line; what it
    /// has by then is no use.
    static AddressList parse(const QByteArray &text, const std::stop_token &stop = {});
    static AddressList parse(const QStringList &lines);

    const QList<QUrl> &addresses() const { return m_lines->addresses; }
    const QList<RejectedAddress> &rejected() const { return m_lines->rejected; }

    /// Empty when \p address can be fetched, otherwise the reason.
    static QString fault(const QString &address);

private:
    struct Lines
    {
        QList<QUrl> addresses;
        QList<RejectedAddress> rejected;
    };

    static void letGo(Lines *lines);
    static QString fault(const QString &address, QUrl &url);
    void addLine(int line, QByteArrayView bytes);
    void add(int line, const QString &text);
    void reject(int line, const QString &text, const QString &reason);

    std::shared_ptr<Lines> m_lines;
};
