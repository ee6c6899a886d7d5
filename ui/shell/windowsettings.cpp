// SPDX-License-Identifier: MIT
#include "ui/shell/windowsettings.h"

#include "ui/style/theme.h"
#include "ui/widgets/settingsreader.h"

#include <QDataStream>
#include <QGuiApplication>
#include <QRect>
#include <QScreen>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int largest = 100'000; // pixels; no wall of screens is as large

/// Of what is in Qt's form: a magic number, a version, and the place with and without a frame.
/// Asked before Qt sees it, as Qt 6.4 makes such a window, and 6.8 one that fits.
bool isGiant(const QByteArray &geometry)
{
    QDataStream stream(geometry);
    stream.setVersion(QDataStream::Qt_4_0);
    quint64 head = 0;
    std::array<QRect, 2> places;
    stream >> head >> places[0] >> places[1];
    return std::ranges::any_of(places, [](const QRect &place) {
        return qint64(place.right()) - place.left() > largest
            || qint64(place.bottom()) - place.top() > largest;
    });
}

/// Qt takes back only what it knows the head and the length of. It also refuses what was kept on
/// another screen, which is no fault of the file.
bool hasFormOf(const QByteArray &geometry, const QByteArray &ofNow)
{
    constexpr qsizetype head = 6; // magic number and version
    return geometry.size() >= ofNow.size() && geometry.first(head) == ofNow.first(head);
}

} // namespace

WindowSettings WindowSettings::read(SettingsReader &settings)
{
    WindowSettings read;
    read.geometry = settings.bytes(geometryKey).value_or(QByteArray());
    const qsizetype before = settings.refused().size();
    const std::optional<bool> isTourDone = settings.flag("tour/done"_L1);
    // Who has settings that cannot be read does not start it for the first time.
    read.isTourDone
        = isTourDone.value_or(settings.isDamaged() || settings.refused().size() > before);
    read.opensWitness = settings.flag("witness/withSwitch"_L1).value_or(true);
    if (const auto threshold = settings.number("stalls/threshold"_L1, int(shortestStall.count()),
                                               int(longestStall.count())))
        read.stallThreshold = milliseconds(*threshold);
    if (const auto way = settings.number("block/way"_L1, 0, blockWayCount - 1))
        read.blockWay = BlockWay(*way);
    settings.offer("block/milliseconds"_L1, [&read](const QString &text) {
        const auto offered = std::ranges::find(blockDurationsMs, text.toInt());
        if (offered != blockDurationsMs.end())
            read.blockDuration = milliseconds(*offered);
        return offered != blockDurationsMs.end();
    });
    // Its reader is who makes the application, before there is a window to tell it.
    settings.offer("window/theme"_L1, [](const QString &name) {
        return Theme::modeName(Theme::modeFromName(name)) == name;
    });
    return read;
}

bool WindowSettings::place(QWidget &window) const
{
    if (isGiant(geometry))
        return false;
    const QRect before = window.geometry();
    const QByteArray ofNow = window.saveGeometry();
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (!window.restoreGeometry(geometry) || !screen)
        return geometry.isEmpty() || hasFormOf(geometry, ofNow);
    const QRect all = screen->virtualGeometry();
    const QRect now = window.geometry();
    // Larger than the screens is what people do have; twice as large is not.
    if (all.intersects(now) && now.width() <= 2 * all.width() && now.height() <= 2 * all.height())
        return true;
    window.setWindowState(Qt::WindowNoState);
    window.setGeometry(before);
    return true;
}

void WindowSettings::write(QSettings &settings) const
{
    settings.setValue(geometryKey, geometry);
    settings.setValue("tour/done"_L1, isTourDone);
    settings.setValue("witness/withSwitch"_L1, opensWitness);
    if (stallThreshold)
        settings.setValue("stalls/threshold"_L1, int(stallThreshold->count()));
    if (blockWay)
        settings.setValue("block/way"_L1, int(*blockWay));
    if (blockDuration)
        settings.setValue("block/milliseconds"_L1, int(blockDuration->count()));
}
