// SPDX-License-Identifier: MIT
#pragma once

#include "job/blockway.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <chrono>
#include <optional>

class QSettings;
class SettingsReader;
class QWidget;

/// What the settings say of the window itself. Whatever stands in the file: what is missing,
/// damaged or out of bounds is nothing here, or the default. A value.
struct WindowSettings
{
    static constexpr std::chrono::milliseconds shortestStall {20};
    static constexpr std::chrono::milliseconds longestStall {5'000};

    static constexpr QLatin1StringView geometryKey {"window/geometry"};

    QByteArray geometry {}; ///< QWidget::saveGeometry()
    bool isTourDone = false;
    bool opensWitness = true;
    std::optional<std::chrono::milliseconds> stallThreshold {};
    std::optional<BlockWay> blockWay {};
    std::optional<std::chrono::milliseconds> blockDuration {}; ///< one of those on offer

    static WindowSettings read(SettingsReader &settings);
    void write(QSettings &settings) const;
    /// Puts \p window where it was. It stays as it is when no screen has that place any more, and
    /// when that is damaged: Qt believes sizes that no memory has room for, and places that nobody
    /// finds. Returns false for the latter.
    bool place(QWidget &window) const;
    bool operator==(const WindowSettings &) const = default;
};
