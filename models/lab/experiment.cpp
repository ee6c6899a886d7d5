// SPDX-License-Identifier: MIT
#include "lab/experiment.h"

#include "lab/labtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

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
