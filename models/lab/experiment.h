// SPDX-License-Identifier: MIT
#pragma once

#include "lab/measurement.h"
#include "loop/loopmonitor.h"
#include "record/outcome.h"
#include "record/taskevent.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QStringList>

#include <chrono>
#include <vector>

class Lab;

/// A number a person may turn before a run.
struct Knob
{
    QLatin1StringView id {};
    const char *label = ""; ///< English, context Lab
    int value = 0; ///< at first
    int least = 0;
    int most = 0;
    const char *unit = ""; ///< behind the number, context Lab; empty for a count
};

/// One way to do it, right or wrong.
struct Variant
{
    enum class Role : quint8 { Pitfall, Pattern };

    QLatin1StringView id {}; ///< "pitfall", "pattern"; also the mark of its code in the source
    Role role = Role::Pitfall;
    const char *title = ""; ///< a few words, English, context Lab
    /// Does it, from start to end, on the thread of the lab. Once its stop token is asked to stop
    /// it ends as soon as it can. What it started has ended when it does.
    QCoro::Task<> (*run)(Lab &lab) = nullptr;
};

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
    const VariantResult &pitfall() const { return of(QLatin1StringView("pitfall")); }
    const VariantResult &pattern() const { return of(QLatin1StringView("pattern")); }
    /// The first that did not succeed; nullptr when all did.
    const VariantResult *failure() const;
    /// Of the pitfall to the pattern. Both are taken as at least \p atLeast, the finest thing worth
    /// telling apart in that unit, so that a division by next to nothing proves nothing.
    double ratio(QLatin1StringView name, double atLeast) const;

private:
    QList<VariantResult> m_variants;
};

/// What the measurements say.
struct Verdict
{
    bool holds = false; ///< the lesson showed
    double number = 0; ///< the one number of it, which can be guessed beforehand
    QString sentence {}; ///< with the measured values, translated
};

/// The one number of an experiment, to be guessed before it runs.
struct Prediction
{
    const char *question = ""; ///< English, context Lab
    Unit unit = Unit::Times;
    int least = 0;
    int most = 0;
};

/// A lesson that can be run. A value; it has no state, and may be run as often as one likes.
struct Experiment
{
    enum class Group : quint8 { Foundations, Styles, Patterns, Pitfalls, Seeing, Projects };

    QLatin1StringView id {}; ///< stable; names the source file and the lesson text
    Group group = Group::Foundations;
    const char *title = ""; ///< English, context Lab; so is what follows
    const char *lesson = ""; ///< one sentence
    std::vector<Variant> variants {}; ///< in the order they run and are shown
    std::vector<Knob> knobs {};
    Prediction prediction {};
    /// Only asked when all variants succeeded. Ratios, counts and orders, no wall times.
    Verdict (*judge)(const Results &results) = nullptr;
    /// A variant that takes longer than this is stopped.
    std::chrono::seconds bound {15};
    std::vector<QLatin1StringView> related {}; ///< ids

    const Variant &variant(QLatin1StringView id) const;
    /// As judge(), or that it does not hold because a variant did not succeed.
    Verdict verdict(const Results &results) const;
};

/// "foundations", "styles", …: for reports, never translated.
QLatin1StringView groupName(Experiment::Group group);
