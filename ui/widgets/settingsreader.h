// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QSettings;
class QSplitter;

/// How a person divided a splitter, as settings keep it. Qt's own state of it is not read from a
/// file: damaged, it asks for gigabytes (Qt 6.4 believes the count of a list before it has seen its
/// end).
namespace SplitterSizes {

constexpr int largest = 100'000; ///< pixels of a part

/// "640,320"; empty while it has no size.
QString toText(const QSplitter &splitter);
/// Does nothing and returns false when \p text is no such list with a number for each part.
bool restore(QSplitter &splitter, const QString &text);

} // namespace SplitterSizes

/// Takes kept settings one by one, and remembers those that make no sense here: a damaged file has
/// such, and one that a newer version wrote. Whoever asks for one of these gets nothing and stays
/// with its default, and the person is told once of all. What is not there at all is no fault.
class SettingsReader
{
public:
    /// \p settings outlive it.
    explicit SettingsReader(const QSettings &settings);

    /// Within \p lowest … \p highest.
    std::optional<int> number(QLatin1StringView key, int lowest, int highest);
    std::optional<bool> flag(QLatin1StringView key);
    std::optional<QString> text(QLatin1StringView key);
    /// Also one of a single text, which the file cannot tell from a text.
    std::optional<QStringList> texts(QLatin1StringView key);
    std::optional<QByteArray> bytes(QLatin1StringView key);
    /// Of the parts of \p splitter, as SplitterSizes writes them; an empty text is no fault.
    void sizes(QLatin1StringView key, QSplitter &splitter);
    /// Gives \p accept the text, which is refused when that returns false.
    void offer(QLatin1StringView key, const std::function<bool(const QString &)> &accept);
    /// Its value had the right form, and yet makes no sense.
    void refuse(QLatin1StringView key);

    /// The file could not be read, or not all of it.
    bool isDamaged() const;
    /// A line for each that was refused: "run/then = translate".
    const QStringList &refused() const { return m_refused; }

private:
    const QSettings &m_settings;
    QStringList m_refused;
};
