// SPDX-License-Identifier: MIT
#include "lab/experiment.h"

#include "lab/labtext.h"

#include <QCoreApplication>

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

const Variant &Experiment::variant(QLatin1StringView id) const
{
    const auto found = std::ranges::find(variants, id, &Variant::id);
    Q_ASSERT(found != variants.end());
    return *found;
}

Verdict Experiment::verdict(const Results &results) const
{
    const VariantResult *failure = results.failure();
    if (!failure && results.variants().size() < qsizetype(variants.size()))
        return {.sentence
                = QCoreApplication::translate("Lab", "Nothing was proven: not all of it ran.")};
    if (!failure)
        return judge(results);
    const QString title = labText(variant(failure->variant).title);
    return {.sentence = QCoreApplication::translate("Lab", "Nothing was proven: “%1” %2")
                            .arg(title, failure->outcome.message)};
}

QLatin1StringView groupName(Experiment::Group group)
{
    switch (group) {
    case Experiment::Group::Foundations: return "foundations"_L1;
    case Experiment::Group::Styles: return "styles"_L1;
    case Experiment::Group::Patterns: return "patterns"_L1;
    case Experiment::Group::Pitfalls: return "pitfalls"_L1;
    case Experiment::Group::Seeing: return "seeing"_L1;
    case Experiment::Group::Projects: break;
    }
    return "projects"_L1;
}
