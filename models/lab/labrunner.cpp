// SPDX-License-Identifier: MIT
#include "lab/labrunner.h"

#include "lab/lab.h"
#include "record/recorder.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

/// Completes with the next beat, when the loop has settled after what came before.
QFuture<void> nextBeat(LoopMonitor &monitor)
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QObject::connect(
        &monitor, &LoopMonitor::beat, &monitor, [promise] { promise->finish(); },
        Qt::SingleShotConnection);
    return promise->future();
}

double toMs(qint64 ns)
{
    return double(ns) / 1e6;
}

/// What every variant is measured by. The peak is of fetches only where there are some.
void addFigures(VariantResult &result, const LagSummary &lag, const RunTrace &trace)
{
    const auto add = [&result](const char *name, double value, Unit unit) {
        result.measurements.append({.name = name, .value = value, .unit = unit});
    };
    add(QT_TRANSLATE_NOOP("Lab", "time"), toMs(result.endNs - result.beginNs), Unit::Milliseconds);
    if (trace.count(TaskType::Fetch) > 0)
        add(QT_TRANSLATE_NOOP("Lab", "peak in flight"), trace.peakRunning(TaskType::Fetch),
            Unit::Count);
    add(QT_TRANSLATE_NOOP("Lab", "loop lag p99"), toMs(lag.p99Ns), Unit::Milliseconds);
    add(QT_TRANSLATE_NOOP("Lab", "loop lag worst"), toMs(lag.maxNs), Unit::Milliseconds);
}

} // namespace

LabRunner::LabRunner(Recorder &recorder, Session &session, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_session(session)
{
    connect(&session.playhead(), &Playhead::spansChanged, this, &LabRunner::follow);
}

LabRunner::~LabRunner()
{
    blockSignals(true);
    cancel();
    while (isRunning()) // each variant ends by itself once it is told to
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents
                                        | QEventLoop::ExcludeUserInputEvents);
}

void LabRunner::run(const Experiment &experiment, const QList<QLatin1StringView> &variants,
                    const Terms &terms)
{
    Q_ASSERT(!isRunning());
    m_experiment = &experiment;
    m_intent.emplace(m_recorder.cancellation());
    m_isCancelled = false;
    Terms all = terms;
    for (const Knob &knob : experiment.knobs)
        all.knobs[knob.id]
            = std::clamp(terms.knobs.value(knob.id, knob.value), knob.least, knob.most);
    runVariants(variants, all);
}

void LabRunner::runAll(const Experiment &experiment, const Terms &terms)
{
    QList<QLatin1StringView> variants;
    for (const Variant &variant : experiment.variants)
        variants.append(variant.id);
    run(experiment, variants, terms);
}

void LabRunner::cancel()
{
    m_isCancelled = true;
    m_recorder.cancellation().cancel(m_trace.root());
}

void LabRunner::stopCancelled(TaskId run)
{
    if (run != m_trace.root())
        return; // it has ended meanwhile
    m_isCancelled = true;
    stop(Outcome::cancelled(tr("was cancelled.")));
}

void LabRunner::stop(const Outcome &reason)
{
    if (!m_lab || m_lab->isStopped())
        return;
    m_stopReason = reason;
    m_lab->requestStop();
}

QCoro::Task<> LabRunner::runVariants(QList<QLatin1StringView> variants, Terms terms)
{
    for (const QLatin1StringView id : variants) {
        if (m_isCancelled || m_intent->isCancelled())
            break;
        const VariantResult result = co_await runVariant(m_experiment->variant(id), terms);
        emit variantEnded(result);
    }
    m_experiment = nullptr;
    m_intent.reset();
    emit ended();
}

/// The destructor waits for the end of this, so it may use the object after each co_await.
QCoro::Task<VariantResult> LabRunner::runVariant(Variant variant, Terms terms)
{
    TaskHandle task(m_recorder, TaskType::Run, m_experiment->id + u" · "_s + variant.id);
    VariantResult result {.variant = variant.id, .seed = terms.seed, .task = task.id()};
    m_trace = RunTrace(task.id());
    m_isTraceOld = false;
    m_stopReason = {};
    const std::stop_token cancelled = task.stopToken();
    task.run({Lane::Kind::Coroutine});
    emit variantStarted(variant.id);
    try {
        Lab lab(m_recorder, {.seed = terms.seed, .knobs = terms.knobs, .task = task.id()});
        m_lab = &lab;
        const std::stop_callback<std::function<void()>> onCancel(
            cancelled, [this, run = task.id()] {
                // At once on this thread, which may have asked before there was anything to stop.
                QMetaObject::invokeMethod(this, [this, run] { stopCancelled(run); });
            });
        co_await runIn(lab, variant, result);
        m_lab = nullptr;
    } catch (const std::exception &fault) { // no server
        result.outcome = Outcome::failed(QString::fromUtf8(fault.what()));
    }
    m_session.recording().drain();
    task.finish(result.outcome);
    co_return result;
}

QCoro::Task<> LabRunner::runIn(Lab &lab, Variant variant, VariantResult &result)
{
    QTimer bound;
    bound.setSingleShot(true);
    connect(&bound, &QTimer::timeout, this,
            [this] { stop(Outcome::timedOut(tr("took longer than it may."))); });
    bound.start(m_experiment->bound);
    co_await nextBeat(lab.monitor()); // what making the lab took is none of the variant's lag
    lab.begin();
    result.outcome = Outcome::succeeded();
    try {
        co_await variant.run(lab);
    } catch (const std::exception &fault) {
        result.outcome = Outcome::failed(QString::fromUtf8(fault.what()));
    }
    if (lab.isStopped())
        result.outcome = m_stopReason;
    result.beginNs = lab.beginNs();
    result.endNs = Recorder::now();
    co_await nextBeat(lab.monitor()); // that one is late because of the variant as well
    m_session.recording().drain();
    if (result.outcome.hasSucceeded() && trace().unfinished() > 0)
        result.outcome
            = Outcome::failed(tr("left %n tasks behind.", nullptr, trace().unfinished()));
    result.measurements = lab.measurements();
    result.notes = lab.notes();
    const LoopMonitor &monitor = lab.monitor();
    addFigures(result, monitor.sinceStart(), trace());
    result.pulse = {monitor.samples().begin(), monitor.samples().end()};
}

void LabRunner::follow()
{
    if (!isRunning())
        return;
    m_isTraceOld = true;
    emit traceGrown();
}

const RunTrace &LabRunner::trace() const
{
    if (std::exchange(m_isTraceOld, false))
        m_trace = RunTrace(m_session.playhead().projection(), m_trace.root());
    return m_trace;
}
