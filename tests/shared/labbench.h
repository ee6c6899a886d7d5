// SPDX-License-Identifier: MIT
#pragma once

#include "lab/catalogue.h"
#include "lab/labrunner.h"
#include "record/recorder.h"
#include "session/session.h"
#include "shared/livecounts.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

/// Runs experiments of the catalogue for real, as the lab does.
class LabBench
{
public:
    LabBench() { m_session.recording().setRecorder(&m_recorder); }

    /// Everything that \p experiment has to tell, once it has ended or was cancelled.
    QList<VariantResult> run(const Experiment &experiment, const LabRunner::Terms &terms,
                             std::optional<std::chrono::milliseconds> cancelAfter = {})
    {
        QList<VariantResult> results;
        const QObject context;
        QObject::connect(&runner, &LabRunner::variantEnded, &context,
                         [&results](const VariantResult &result) { results.append(result); });
        QSignalSpy ended(&runner, &LabRunner::ended);
        runner.runAll(experiment, terms);
        if (cancelAfter)
            QTimer::singleShot(*cancelAfter, Qt::PreciseTimer, &runner, &LabRunner::cancel);
        const std::chrono::milliseconds bound
            = experiment.bound * experiment.variants.size() + std::chrono::seconds(10);
        if (!ended.wait(int(bound.count())))
            qCritical("It did not end.");
        return results;
    }
    /// Those whose connections count beside the application's.
    QList<const QObject *> lasting() const
    {
        return {&m_session, &m_session.recording(), &m_session.playhead(), &runner};
    }
    Recording &recording() { return m_session.recording(); }

    /// LOOPSCOPE_SEED, or any; printed.
    static quint32 seed()
    {
        quint32 seed = qEnvironmentVariableIntValue("LOOPSCOPE_SEED");
        if (seed == 0)
            seed = QRandomGenerator::global()->generate();
        qInfo() << "LOOPSCOPE_SEED=" << seed;
        return seed;
    }
    /// A row for each experiment.
    static void experiments()
    {
        QTest::addColumn<const Experiment *>("experiment");
        for (const Experiment &experiment : catalogue())
            QTest::newRow(experiment.id.data()) << &experiment;
    }

private:
    Recorder m_recorder;
    Session m_session;

public:
    LabRunner runner {m_recorder, m_session};
};
