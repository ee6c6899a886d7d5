// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"

#include <QCryptographicHash>
#include <QMetaType>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

/// How a fetch has to end.
struct Expected
{
    Outcome::Kind kind = Outcome::Kind::Succeeded;
    int status = 200;
    Integrity integrity = Integrity::Complete;
    int attempts = 1;
    std::optional<QByteArray> body {}; ///< nothing: whatever the server says about an error
    QString message {}; ///< a regular expression for the sentence

    QString text() const { return text(kind, status, integrity, attempts, body); }
    /// \p result in the same words, so that the two can be compared.
    QString text(const FetchResult &result) const
    {
        return text(result.outcome.kind, result.status, result.integrity, result.attempts,
                    body ? std::optional(result.body) : std::nullopt);
    }

private:
    static QString text(Outcome::Kind kind, int status, Integrity integrity, int attempts,
                        const std::optional<QByteArray> &body)
    {
        const QString head = QStringLiteral("%1 %2, %3, %4×")
                                 .arg(outcomeName(kind))
                                 .arg(status)
                                 .arg(integrityName(integrity))
                                 .arg(attempts);
        if (!body)
            return head;
        const QByteArray digest
            = QCryptographicHash::hash(*body, QCryptographicHash::Sha256).toHex();
        return QStringLiteral("%1, %2 B %3")
            .arg(head)
            .arg(body->size())
            .arg(QLatin1String(digest.left(12)));
    }
};

Q_DECLARE_METATYPE(Expected)
Q_DECLARE_METATYPE(FetchLimits)

/// What a test asked of a server, what it expected and what it got; printed when the test ends.
class EndpointTable
{
public:
    explicit EndpointTable(const QString &server)
        : m_rows {
            {server, QStringLiteral("expected"), QStringLiteral("got"), QStringLiteral("message")}}
    {
    }
    ~EndpointTable()
    {
        std::array<qsizetype, 4> widths {};
        for (const auto &row : m_rows) {
            for (size_t i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths[i], row[i].size());
        }
        for (const auto &row : m_rows) {
            QString line;
            for (size_t i = 0; i < row.size(); ++i)
                line += row[i].leftJustified(widths[i]) + QStringLiteral(" | ");
            std::puts(qPrintable(line));
        }
        std::fflush(stdout);
    }
    Q_DISABLE_COPY_MOVE(EndpointTable)

    /// Demands that \p result is what is expected, and says why where it did not succeed.
    void compare(const QString &endpoint, const Expected &expected, const FetchResult &result)
    {
        const QString wanted = expected.text();
        const QString got = expected.text(result);
        const QString message = result.outcome.message;
        m_rows.push_back(
            {endpoint, wanted, got == wanted ? QStringLiteral("the same") : got, message});
        QVERIFY2(got == wanted,
                 qPrintable(wanted + QStringLiteral(" is not ") + got + u' ' + message));
        QVERIFY2(message.contains(QRegularExpression(expected.message)), qPrintable(message));
        QCOMPARE(message.isEmpty(), expected.kind == Outcome::Kind::Succeeded);
    }

private:
    std::vector<std::array<QString, 4>> m_rows;
};
