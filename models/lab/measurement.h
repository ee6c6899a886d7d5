// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What a measured number counts.
enum class Unit : quint8 { Count, Milliseconds, Bytes, Percent, Times, PerSecond };

/// A number that a variant of an experiment measured. A value.
struct Measurement
{
    const char *name = ""; ///< English, as reports have it; context Lab of the translations
    double value = 0;
    Unit unit = Unit::Count;
};

namespace MeasurementText {

/// "", "ms", "B", "%", "x", "/s": for reports, never translated.
QLatin1StringView unitName(Unit unit);
/// As a person reads it, in the unit that suits it: "2.41 s", "0.3 ms", "12", "10.5×", "64 MB".
QString value(double value, Unit unit);
/// The translated name.
QString name(const Measurement &measurement);

} // namespace MeasurementText
