// SPDX-License-Identifier: MIT
#include "app/cli/optionreader.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// Digits only: QString::toLongLong() would also take signs and spaces.
std::optional<qint64> wholeNumber(QStringView text)
{
    const bool isDigits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return isDigits && fits ? std::optional(value) : std::nullopt;
}

std::optional<qint64> unitOf(QStringView text)
{
    struct Unit
    {
        QLatin1StringView name;
        qint64 bytes;
    };
    static constexpr std::array units {Unit {""_L1, 1},
                                       Unit {"b"_L1, 1},
                                       Unit {"k"_L1, 1'000},
                                       Unit {"kb"_L1, 1'000},
                                       Unit {"ki"_L1, 1 << 10},
                                       Unit {"kib"_L1, 1 << 10},
                                       Unit {"m"_L1, 1'000'000},
                                       Unit {"mb"_L1, 1'000'000},
                                       Unit {"mi"_L1, 1 << 20},
                                       Unit {"mib"_L1, 1 << 20},
                                       Unit {"g"_L1, 1'000'000'000},
                                       Unit {"gb"_L1, 1'000'000'000},
                                       Unit {"gi"_L1, 1 << 30},
                                       Unit {"gib"_L1, 1 << 30}};
    const auto found = std::ranges::find_if(
        units, [&](const Unit &unit) { return text.compare(unit.name, Qt::CaseInsensitive) == 0; });
    return found == units.end() ? std::nullopt : std::optional(found->bytes);
}

} // namespace

OptionReader::OptionReader(const QCommandLineParser &parser)
    : m_parser(parser)
{
}

qint64 OptionReader::number(QLatin1StringView name, qint64 otherwise, qint64 least, qint64 most)
{
    if (!m_parser.isSet(name))
        return otherwise;
    const QString text = m_parser.value(name);
    const std::optional<qint64> value = wholeNumber(text);
    if (value && *value >= least && *value <= most)
        return *value;
    setFault(tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                 .arg(QString(name), QString::number(least), QString::number(most), text.left(40)));
    return otherwise;
}

qint64 OptionReader::size(QLatin1StringView name, qint64 otherwise, qint64 most)
{
    if (!m_parser.isSet(name))
        return otherwise;
    const QString text = m_parser.value(name);
    const auto firstLetter
        = std::ranges::find_if(text, [](QChar c) { return c < u'0' || c > u'9'; });
    const qsizetype digits = firstLetter - text.begin();
    const std::optional<qint64> count = wholeNumber(QStringView(text).left(digits));
    const std::optional<qint64> unit = unitOf(QStringView(text).mid(digits));
    if (count && unit && *count >= 1 && *count <= most / *unit)
        return *count * *unit;
    setFault(tr("--%1 takes a size from 1 to %2, such as 500k, 64MiB or 1G, not “%3”.")
                 .arg(QString(name), QString::number(most), text.left(40)));
    return otherwise;
}

QString OptionReader::choice(QLatin1StringView name, const QStringList &choices)
{
    if (!m_parser.isSet(name))
        return {};
    const QString text = m_parser.value(name);
    if (choices.contains(text))
        return text;
    setFault(tr("--%1 takes one of %2, not “%3”.")
                 .arg(QString(name), choices.join(u", "_s), text.left(40)));
    return {};
}

void OptionReader::setFault(const QString &fault)
{
    if (m_fault.isEmpty())
        m_fault = fault;
}
