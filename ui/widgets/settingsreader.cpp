// SPDX-License-Identifier: MIT
#include "ui/widgets/settingsreader.h"

#include <QSettings>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

QString SplitterSizes::toText(const QSplitter &splitter)
{
    QStringList texts;
    const QList<int> sizes = splitter.sizes();
    for (const int size : sizes)
        texts.append(QString::number(size));
    const bool isLaidOut = std::ranges::any_of(sizes, [](int size) { return size > 0; });
    return isLaidOut ? texts.join(u',') : QString();
}

bool SplitterSizes::restore(QSplitter &splitter, const QString &text)
{
    const QList<QStringView> texts = QStringView(text).split(u',');
    if (texts.size() != splitter.count())
        return false;
    QList<int> sizes;
    for (const QStringView part : texts) {
        bool isNumber = false;
        sizes.append(part.toInt(&isNumber));
        if (!isNumber || sizes.last() < 0 || sizes.last() > largest)
            return false;
    }
    const bool hasSize = std::ranges::any_of(sizes, [](int size) { return size > 0; });
    if (hasSize)
        splitter.setSizes(sizes);
    return hasSize;
}

namespace {

constexpr int shownCharacters = 80;

/// As one line that a person can read, whatever it is.
QString shown(const QVariant &value)
{
    const QString text
        = value.canConvert<QString>() ? value.toString() : value.toStringList().join(", "_L1);
    return text.left(shownCharacters).simplified();
}

/// What QSettings makes of a word or a number, before and after it was in a file.
bool isText(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: return true;
    default: return false;
    }
}

std::optional<bool> flagFromText(const QString &text)
{
    if (text == "true"_L1 || text == "1"_L1)
        return true;
    return text == "false"_L1 || text == "0"_L1 ? std::optional(false) : std::nullopt;
}

} // namespace

SettingsReader::SettingsReader(const QSettings &settings)
    : m_settings(settings)
{
    settings
        .allKeys(); // Qt parses a section when it is asked for, and knows only then of damage in it
}

bool SettingsReader::isDamaged() const
{
    return m_settings.status() != QSettings::NoError;
}

void SettingsReader::refuse(QLatin1StringView key)
{
    m_refused.append(u"%1 = %2"_s.arg(key, shown(m_settings.value(key))));
}

std::optional<QString> SettingsReader::text(QLatin1StringView key)
{
    const QVariant value = m_settings.value(key);
    if (!value.isValid()) // this is also how Qt writes an empty list
        return {};
    if (isText(value))
        return value.toString();
    refuse(key);
    return {};
}

void SettingsReader::offer(QLatin1StringView key,
                           const std::function<bool(const QString &)> &accept)
{
    const std::optional<QString> text = this->text(key);
    if (text && !accept(*text))
        refuse(key);
}

std::optional<int> SettingsReader::number(QLatin1StringView key, int lowest, int highest)
{
    std::optional<int> number;
    offer(key, [&](const QString &text) {
        bool isNumber = false;
        const int value = text.toInt(&isNumber);
        if (isNumber && value >= lowest && value <= highest)
            number = value;
        return number.has_value();
    });
    return number;
}

std::optional<bool> SettingsReader::flag(QLatin1StringView key)
{
    std::optional<bool> flag;
    offer(key, [&flag](const QString &text) { return (flag = flagFromText(text)).has_value(); });
    return flag;
}

std::optional<QStringList> SettingsReader::texts(QLatin1StringView key)
{
    const QVariant value = m_settings.value(key);
    if (!value.isValid())
        return {};
    if (value.typeId() == QMetaType::QStringList || isText(value))
        return value.toStringList();
    refuse(key);
    return {};
}

std::optional<QByteArray> SettingsReader::bytes(QLatin1StringView key)
{
    const QVariant value = m_settings.value(key);
    if (!value.isValid())
        return {};
    if (value.typeId() == QMetaType::QByteArray)
        return value.toByteArray();
    refuse(key);
    return {};
}

void SettingsReader::sizes(QLatin1StringView key, QSplitter &splitter)
{
    offer(key, [&splitter](const QString &text) {
        return text.isEmpty() || SplitterSizes::restore(splitter, text);
    });
}
