// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"
#include "lab/runtrace.h"
#include "record/cancellation.h"

#include <QHash>
#include <QObject>

#include <optional>

class Lab;
class Recorder;
class Session;

/// Runs the variants of an experiment, one after another, each in a Lab of its own. What they do is
/// recorded like all work, below a task of type Run for each of them. On the thread of the
/// recording.
class LabRunner final : public QObject
{
    Q_OBJECT
public:
    struct Terms
    {
        quint32 seed = 1;
        QHash<QLatin1StringView, int> knobs {}; ///< what is missing has its first value
    };

    /// Both outlive it. The recording of \p session drains \p recorder.
    LabRunner(Recorder &recorder, Session &session, QObject *parent = nullptr);
    /// Cancels what runs, and lets the loop turn until it has ended.
    ~LabRunner() override;

    /// \p experiment outlives the run. Only while it is not running. Numbers out of the bounds of
    /// their knob are taken as the nearest within.
    void run(const Experiment &experiment, const QList<QLatin1StringView> &variants,
             const Terms &terms);
    void runAll(const Experiment &experiment, const Terms &terms);
    bool isRunning() const { return m_experiment != nullptr; }
    /// Ends the variant that runs as cancelled, and the others do not begin; so does
    /// Recorder::cancellation() with the task of that variant.
    void cancel();

    /// What the variant that runs did so far, or the last one did; read off when it is asked for.
    const RunTrace &trace() const;

signals:
    void variantStarted(QLatin1StringView variant);
    /// trace() has more.
    void traceGrown();
    void variantEnded(const VariantResult &result);
    /// All ended, and another run may begin.
    void ended();

private:
    QCoro::Task<> runVariants(QList<QLatin1StringView> variants, Terms terms);
    QCoro::Task<VariantResult> runVariant(Variant variant, Terms terms);
    QCoro::Task<> runIn(Lab &lab, Variant variant, VariantResult &result);
    void follow();
    void stopCancelled(TaskId run);
    void stop(const Outcome &reason);

    Recorder &m_recorder;
    Session &m_session;
    const Experiment *m_experiment = nullptr; // while it runs
    Lab *m_lab = nullptr; // of the variant that runs
    std::optional<Cancellation::Intent> m_intent; // while it runs
    Outcome m_stopReason; // Abandoned: nobody asked for a stop
    bool m_isCancelled = false;
    mutable RunTrace m_trace;
    mutable bool m_isTraceOld = false;
};
