// SPDX-License-Identifier: MIT
#include "ui/windowsettings.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

std::optional<int> number(const QSettings &settings, QLatin1StringView key)
{
    bool isNumber = false;
    const int value = settings.value(key).toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace

WindowSettings WindowSettings::read(const QSettings &settings)
{
    WindowSettings read;
    settings.allKeys(); // Qt parses a section when it is asked for, and knows only then of damage in it
    read.geometry = settings.value("window/geometry"_L1).toByteArray();
    // Who has settings that cannot be read does not start it for the first time.
    read.isTourDone
        = settings.value("tour/done"_L1, false).toBool() || settings.status() != QSettings::NoError;
    read.opensWitness = settings.value("witness/withSwitch"_L1, true).toBool();
    if (const auto threshold = number(settings, "stalls/threshold"_L1))
        read.stallThreshold = std::clamp(milliseconds(*threshold), shortestStall, longestStall);
    if (const auto way = number(settings, "block/way"_L1); way && *way >= 0 && *way < blockWayCount)
        read.blockWay = BlockWay(*way);
    if (const auto length = number(settings, "block/milliseconds"_L1))
        read.blockDuration = milliseconds(*length);
    return read;
}

void WindowSettings::place(QWidget &window) const
{
    const QRect before = window.geometry();
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (!window.restoreGeometry(geometry) || !screen)
        return;
    const QRect all = screen->virtualGeometry();
    const QRect now = window.geometry();
    // Larger than the screens is what people do have; twice as large is not.
    if (all.intersects(now) && now.width() <= 2 * all.width() && now.height() <= 2 * all.height())
        return;
    window.setWindowState(Qt::WindowNoState);
    window.setGeometry(before);
}

void WindowSettings::write(QSettings &settings) const
{
    settings.setValue("window/geometry"_L1, geometry);
    settings.setValue("tour/done"_L1, isTourDone);
    settings.setValue("witness/withSwitch"_L1, opensWitness);
    if (stallThreshold)
        settings.setValue("stalls/threshold"_L1, int(stallThreshold->count()));
    if (blockWay)
        settings.setValue("block/way"_L1, int(*blockWay));
    if (blockDuration)
        settings.setValue("block/milliseconds"_L1, int(blockDuration->count()));
}
