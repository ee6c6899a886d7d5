// SPDX-License-Identifier: MIT
#include "lab/results.h"

#include <algorithm>

using namespace Qt::StringLiterals;

const Measurement *VariantResult::find(QLatin1StringView name) const
{
    const auto found = std::ranges::find(measurements, name, [](const Measurement &measurement) {
        return QLatin1StringView(measurement.name);
    });
    return found == measurements.end() ? nullptr : &*found;
}

double VariantResult::value(QLatin1StringView name) const
{
    const Measurement *measurement = find(name);
    Q_ASSERT_X(measurement, "VariantResult", name.data());
    return measurement ? measurement->value : 0;
}

QString VariantResult::text(QLatin1StringView name) const
{
    const Measurement *measurement = find(name);
    return measurement ? MeasurementText::value(measurement->value, measurement->unit) : QString();
}

const VariantResult &Results::of(QLatin1StringView variant) const
{
    const auto found = std::ranges::find(m_variants, variant, &VariantResult::variant);
    Q_ASSERT(found != m_variants.end());
    return *found;
}

const VariantResult &Results::pitfall() const
{
    return of("pitfall"_L1);
}

const VariantResult &Results::pattern() const
{
    return of("pattern"_L1);
}

const VariantResult *Results::failure() const
{
    const auto found = std::ranges::find_if(
        m_variants, [](const VariantResult &result) { return !result.outcome.hasSucceeded(); });
    return found == m_variants.end() ? nullptr : &*found;
}

double Results::ratio(QLatin1StringView name, double atLeast) const
{
    return std::max(pitfall().value(name), atLeast) / std::max(pattern().value(name), atLeast);
}
