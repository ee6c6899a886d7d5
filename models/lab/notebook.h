// SPDX-License-Identifier: MIT
#pragma once

#include "lab/labrunner.h"

#include <QObject>

#include <map>
#include <optional>

/// A variant of an experiment that was run, or is. A value.
struct VariantRun
{
    QLatin1StringView variant {};
    qint64 startedNs = 0; ///< when it was asked for; TaskEvent::timeNs
    RunTrace trace {}; ///< empty while it runs
    std::optional<VariantResult> result {}; ///< none while it runs

    /// From its beginning to its end, or to \p nowNs while it runs.
    qint64 beginNs() const { return result ? result->beginNs : startedNs; }
    qint64 endNs(qint64 nowNs) const { return result ? result->endNs : nowNs; }
};

/// What is known of an experiment: all of it came with the same seed and the same knobs.
struct NotebookPage
{
    LabRunner::Terms terms {};
    std::vector<VariantRun>
        runs {}; ///< the last one of each variant, in the order of the experiment
    std::optional<int> guess {}; ///< made before the first run

    const VariantRun *run(QLatin1StringView variant) const;
};

/// Runs experiments, one at a time, and keeps what they came to for as long as it lives. On the
/// thread of the runner.
class Notebook final : public QObject
{
    Q_OBJECT
public:
    /// \p runner outlives it.
    explicit Notebook(LabRunner &runner, QObject *parent = nullptr);

    /// Only while nothing runs. Results that came with other terms are forgotten: they cannot be
    /// compared any more.
    void run(const Experiment &experiment, const QList<QLatin1StringView> &variants,
             const LabRunner::Terms &terms);
    void cancel() { m_runner.cancel(); }
    /// nullptr while nothing runs.
    const Experiment *running() const { return m_running; }
    /// Of running(); empty between two of them.
    QLatin1StringView runningVariant() const { return m_variant; }

    /// Empty for one that never ran. Valid until the loop turns.
    const NotebookPage &page(const Experiment &experiment) const;
    /// Of the variant that runs, so far.
    const RunTrace &liveTrace() const { return m_runner.trace(); }
    /// Not after it ran once: who knows does not guess.
    void setGuess(const Experiment &experiment, std::optional<int> guess);
    /// Nothing before all its variants ended, unless one did not succeed.
    std::optional<Verdict> verdict(const Experiment &experiment) const;

signals:
    /// A variant began or ended, or all did.
    void changed(const Experiment &experiment);
    /// The variant that runs did something.
    void grown();
    /// All variants succeeded, so there is a verdict.
    void explored(const Experiment &experiment);

private:
    void begin(QLatin1StringView variant);
    void end(const VariantResult &result);
    void finish();
    VariantRun &runOf(QLatin1StringView variant);

    LabRunner &m_runner;
    std::map<QLatin1StringView, NotebookPage> m_pages; // by the id of the experiment
    const Experiment *m_running = nullptr;
    QLatin1StringView m_variant;
};
