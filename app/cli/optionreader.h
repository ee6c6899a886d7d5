// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

class QCommandLineParser;

/// Reads the values of options and remembers the first one that is out of its bounds, in a sentence
/// that names the option and what it takes. An option that is not given keeps what it is.
class OptionReader
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
public:
    explicit OptionReader(const QCommandLineParser &parser);

    /// \p value becomes the option's, a whole number from \p least to \p most.
    template <typename Number>
    void read(QLatin1StringView name, Number &value, qint64 least, qint64 most)
    {
        value = Number(number(name, qint64(value), least, most));
    }
    /// A number of bytes: a whole number, perhaps with a unit. k, M and G are powers of 1000, KiB,
    /// MiB and GiB of 1024; their case does not matter.
    qint64 size(QLatin1StringView name, qint64 otherwise, qint64 most);
    /// One of \p choices; empty when the option is not given or is none of them.
    QString choice(QLatin1StringView name, const QStringList &choices);

    /// Empty when all was well so far.
    QString fault() const { return m_fault; }

private:
    qint64 number(QLatin1StringView name, qint64 otherwise, qint64 least, qint64 most);
    void setFault(const QString &fault);

    const QCommandLineParser &m_parser;
    QString m_fault;
};
