// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/fetchaddresses.h"
#include "app/cli/fetchprinter.h"
#include "app/cli/linewriter.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Engine;
class ProgressLine;

/// `loopscope fetch`: does the main job with \p engine and tells every outcome on the standard
/// output as the recording learns of it. On the thread of the application.
class FetchCommand final : public QObject
{
    Q_OBJECT
public:
    FetchCommand(Engine &engine, const FetchOptions &options, const FetchAddresses &addresses);
    ~FetchCommand() override;

    /// Runs the application's loop until everything has its outcome. Returns the exit code.
    int run();

private:
    void start();
    void cancel();
    void follow(qsizetype first, qsizetype end);
    void showProgress();
    void flush();
    void finish();
    int saveTrace(int exitCode);
    bool isFinished() const;
    FetchSummary summary() const;

    Engine &m_engine;
    const FetchOptions m_options;
    const FetchAddresses m_addresses;
    LineWriter m_output;
    std::unique_ptr<FetchPrinter> m_printer;
    std::unique_ptr<ProgressLine> m_progress; // on a terminal only
    QTimer m_progressTimer;
    qint64 m_startNs = 0;
    bool m_isCancelled = false;
};
