// SPDX-License-Identifier: MIT
#pragma once

#include "lab/results.h"

#include <QCoro/QCoroTask>

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
