// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/linewriter.h"
#include "lab/labrunner.h"
#include "record/recorder.h"
#include "session/session.h"

#include <QObject>

/// `loopscope lab`: runs experiments without a window and tells on the standard output what they
/// measured. On the thread of the application.
class LabCommand final : public QObject
{
    Q_OBJECT
public:
    explicit LabCommand(const LabOptions &options);

    /// Runs the application's loop until all have run. Returns the exit code: 0 when all hold.
    int run();

private:
    void runNext();
    void takeVariant(const VariantResult &result);
    void judge();
    void cancel();
    bool write(const QByteArray &lines);
    void leave(int exitCode);

    const LabOptions m_options;
    LineWriter m_output;
    Recorder m_recorder;
    Session m_session;
    LabRunner m_runner;
    qsizetype m_next = 0; // of the ids
    const Experiment *m_experiment = nullptr; // that runs
    QList<VariantResult> m_results; // of it
    bool m_allHold = true;
    bool m_isCancelled = false;
};
