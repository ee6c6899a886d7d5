// SPDX-License-Identifier: MIT
#include "lab/measurement.h"

#include "lab/labtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Three digits that mean something, and no more than two behind the point.
QString digits(double value)
{
    const double size = std::abs(value);
    const bool isWhole = size >= 99.95 || (value == std::round(value) && size >= 1);
    return QLocale().toString(value, 'f', isWhole || size == 0 ? 0 : size < 9.995 ? 2 : 1);
}

QString time(double ms)
{
    return std::abs(ms) < 999.5 ? QCoreApplication::translate("Lab", "%1 ms").arg(digits(ms))
                                : QCoreApplication::translate("Lab", "%1 s").arg(digits(ms / 1000));
}

} // namespace

QLatin1StringView MeasurementText::unitName(Unit unit)
{
    switch (unit) {
    case Unit::Milliseconds: return "ms"_L1;
    case Unit::Bytes: return "B"_L1;
    case Unit::Percent: return "%"_L1;
    case Unit::Times: return "x"_L1;
    case Unit::PerSecond: return "/s"_L1;
    case Unit::Count: break;
    }
    return {};
}

QString MeasurementText::value(double value, Unit unit)
{
    switch (unit) {
    case Unit::Milliseconds: return time(value);
    case Unit::Bytes:
        return QLocale().formattedDataSize(std::llround(value), 1, QLocale::DataSizeSIFormat);
    case Unit::Percent: return QCoreApplication::translate("Lab", "%1 %").arg(digits(value));
    case Unit::Times: return QCoreApplication::translate("Lab", "%1×").arg(digits(value));
    case Unit::PerSecond: return QCoreApplication::translate("Lab", "%1/s").arg(digits(value));
    case Unit::Count: break;
    }
    return QLocale().toString(value, 'f', value == std::round(value) ? 0 : 1);
}

QString MeasurementText::name(const Measurement &measurement)
{
    return labText(measurement.name);
}
