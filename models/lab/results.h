// SPDX-License-Identifier: MIT
#pragma once

#include "lab/measurement.h"
#include "loop/loopmonitor.h"
#include "record/outcome.h"
#include "record/taskevent.h"

#include <QList>
#include <QStringList>

/// What one run of one variant came to. A value. Times are those of TaskEvent::timeNs.
struct VariantResult
{
    QLatin1StringView variant {};
    quint32 seed = 0;
    Outcome outcome {};
    TaskId task = TaskId::None; ///< what it did are the children of this one
    qint64 beginNs = 0;
    qint64 endNs = 0;
    QList<Measurement> measurements {};
    QStringList notes {}; ///< of Lab::note(), in order
    QList<LagSample> pulse {}; ///< of the loop meanwhile

    /// 0 when it was not measured, which a debug build does not let pass.
    double value(QLatin1StringView name) const;
    /// The same as a person reads it.
    QString text(QLatin1StringView name) const;
    /// nullptr when it was not measured.
    const Measurement *find(QLatin1StringView name) const;
};

/// What all variants of an experiment came to, each with the same seed and knobs. A value.
class Results
{
public:
    Results() = default;
    explicit Results(QList<VariantResult> variants)
        : m_variants(std::move(variants))
    {
    }

    const QList<VariantResult> &variants() const { return m_variants; }
    /// Must be there.
    const VariantResult &of(QLatin1StringView variant) const;
    const VariantResult &pitfall() const;
    const VariantResult &pattern() const;
    /// The first that did not succeed; nullptr when all did.
    const VariantResult *failure() const;
    /// Of the pitfall to the pattern. Both are taken as at least \p atLeast, the finest thing worth
    /// telling apart in that unit, so that a division by next to nothing proves nothing.
    double ratio(QLatin1StringView name, double atLeast) const;

private:
    QList<VariantResult> m_variants;
};
