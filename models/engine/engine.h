// SPDX-License-Identifier: MIT
#pragma once

#include "compute/computepool.h"
#include "fetch/fetcher.h"
#include "job/blockedjob.h"
#include "job/job.h"
#include "lab/labrunner.h"
#include "loop/blockrelease.h"
#include "loop/loopmonitor.h"
#include "loop/watchdog.h"
#include "practice/practiceserver.h"
#include "record/recorder.h"
#include "session/session.h"

#include <memory>
#include <optional>

class InputMeter;
class LoopRecorder;

/// Everything of the program but its face: who records, who works, who serves. The window and the
/// command line use the same one.
///
/// Needs a QCoreApplication and belongs to its thread. Destroying it cancels what is in flight and
/// joins all threads, which takes as long as a kernel needs to notice.
class Engine final
{
public:
    /// \p seed decides what the practice server sends and which addresses make its practice set.
    explicit Engine(quint32 seed = 1);
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine();

    Recorder &recorder() { return m_recorder; }
    /// Of this very program.
    Session &session() { return m_session; }
    /// Of the thread of this object. Not active until somebody makes it so.
    LoopMonitor &loop() { return m_loop; }
    /// Records from now on what the loop does, and what kept it from turning: by a thread of its
    /// own that samples the calling one, and by the input that had to wait. Without it the loop is
    /// measured only. \p listener hears of a stall while it lasts, on that other thread.
    void watchLoop(Watchdog::Listener listener = {});
    /// Until watchLoop() is called again; the listener hears nothing from then on.
    void unwatchLoop();
    /// Ends a block of the loop, whoever made it.
    BlockRelease &blockRelease() { return m_blockRelease; }
    ComputePool &pool() { return m_pool; }
    Fetcher &fetcher() { return m_fetcher; }
    Job &job() { return m_job; }
    /// The same job, done wrong on the thread of this object.
    BlockedJob &blockedJob() { return m_blockedJob; }
    /// Whoever does them; what has ended is left alone.
    void cancel(const QList<TaskId> &tasks) { m_recorder.cancellation().cancel(tasks); }
    void cancelAll() { m_recorder.cancellation().cancelAll(); }
    /// Something runs, waits to run, or was asked to stop and has not yet.
    bool isBusy() { return m_recorder.cancellation().count() > 0; }
    /// Runs the experiments. It records like the others and shares nothing else with them.
    LabRunner &lab() { return m_lab; }

    /// Started with the first call, which blocks for about a millisecond. When its isListening() is
    /// false its errorString() says why; the next call tries again.
    PracticeServer &server();
    /// All addresses of the practice set, complete; empty when the server cannot listen.
    QStringList practiceAddresses();

private:
    const quint32 m_seed;
    // Destroyed from the bottom up: who asks goes first, who is reported to goes last.
    Recorder m_recorder;
    Session m_session;
    LoopMonitor m_loop;
    BlockRelease m_blockRelease;
    std::unique_ptr<LoopRecorder> m_loopRecorder;
    std::unique_ptr<Watchdog> m_watchdog;
    std::unique_ptr<InputMeter> m_inputs;
    std::optional<PracticeServer> m_server;
    ComputePool m_pool;
    Fetcher m_fetcher;
    Job m_job;
    BlockedJob m_blockedJob;
    LabRunner m_lab;
};
