// SPDX-License-Identifier: MIT
#pragma once

#include "work/blockway.h"

#include <QByteArray>

#include <chrono>
#include <optional>

class QSettings;
class QWidget;

/// What the settings say of the window itself. Whatever stands in the file: what is missing or
/// damaged is nothing here, and what is out of bounds is brought back or is nothing. A value.
struct WindowSettings
{
    static constexpr std::chrono::milliseconds shortestStall {20};
    static constexpr std::chrono::milliseconds longestStall {5'000};

    QByteArray geometry {}; ///< QWidget::saveGeometry()
    bool isTourDone = false;
    bool opensWitness = true;
    std::optional<std::chrono::milliseconds> stallThreshold {};
    std::optional<BlockWay> blockWay {};
    std::optional<std::chrono::milliseconds>
        blockDuration {}; ///< the switch takes the nearest it has

    static WindowSettings read(const QSettings &settings);
    void write(QSettings &settings) const;
    /// Puts \p window where it was. It stays as it is when that is damaged: Qt believes sizes that
    /// no memory has room for, and places that nobody finds.
    void place(QWidget &window) const;
    bool operator==(const WindowSettings &) const = default;
};
