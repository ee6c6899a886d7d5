// SPDX-License-Identifier: MIT
#include "ui/style/contrast.h"

#include <algorithm>
#include <cmath>

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel
        = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor legible(const QColor &colour, const QList<QColor> &backgrounds, double ratio)
{
    const auto standsOut = [&](const QColor &candidate) {
        return std::ranges::all_of(backgrounds, [&](const QColor &background) {
            return contrast(candidate, background) >= ratio;
        });
    };
    const bool lighten = luminance(backgrounds.value(0)) < 0.18;
    QColor candidate = colour.toRgb();
    for (int step = 1; step <= 100 && !standsOut(candidate); ++step) {
        const int lightness = std::clamp(colour.lightness() + (lighten ? 3 : -3) * step, 0, 255);
        candidate = QColor::fromHsl(colour.hslHue(), colour.hslSaturation(), lightness);
    }
    return candidate;
}
