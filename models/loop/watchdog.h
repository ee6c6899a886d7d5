// SPDX-License-Identifier: MIT
#pragma once

#include "loop/pausemeter.h"
#include "loop/stacksampler.h"
#include "loop/stall.h"
#include "loop/symbolizer.h"
#include "record/culprit.h"
#include "record/taskevent.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

class LoopMonitor;
class LoopRecorder;
class Recorder;

/// What is known of a stall while it lasts.
struct StallNews
{
    enum class Phase : quint8 { Began, Lasts, Ended };

    Phase phase = Phase::Began;
    qint64 beginNs = 0; ///< when the beat was due that did not come; Recorder::now()
    qint64 elapsedNs = 0; ///< since then
    QString function; ///< the culprit as far as it is known; empty at first and where none is
};

/// A thread that watches the heartbeat of another thread's loop and never waits for that thread.
/// When a beat is later than LoopMonitor::stallThreshold() it lets a stall begin, looks at the
/// stack again and again, every 20 ms at first and less and less often, and records each sample as
/// it is taken, and whether the program was stopped meanwhile. It tells a listener, too. While all
/// is well it wakes about nine times a second.
///
/// Created on the watched thread. All that it is given outlives it.
class Watchdog
{
public:
    using Listener = std::function<void(const StallNews &)>;

    static constexpr int mostSamples = 64; ///< of one stall

    Watchdog(const LoopMonitor &monitor, LoopRecorder &stalls, Recorder &recorder);
    Q_DISABLE_COPY_MOVE(Watchdog)
    /// Ends the thread, within about a tenth of a second.
    ~Watchdog();

    /// \p listener is called on the thread of the watchdog. Set it before start().
    void setListener(Listener listener) { m_listener = std::move(listener); }
    void start();
    /// Thread-safe: \p stall is over and was recorded as \p id.
    void attach(TaskId id, const Stall &stall);

private:
    /// A stall that lasts.
    struct Watch
    {
        qint64 dueNs = 0;
        TaskId id = TaskId::None;
        StackCounts stacks;
    };
    struct Recorded
    {
        TaskId id;
        Stall stall;
    };

    void run(const std::stop_token &stop);
    qint64 look(qint64 nowNs);
    qint64 watch();
    void end(qint64 nowNs);
    void sample();
    void tell(StallNews::Phase phase, qint64 nowNs) const;
    void sleep(const std::stop_token &stop, qint64 untilNs);
    void recordEnded();
    void recordPauses(TaskId id, qint64 beginNs, qint64 endNs);

    const LoopMonitor &m_monitor;
    LoopRecorder &m_stalls;
    Recorder &m_recorder;
    Listener m_listener;

    std::mutex m_mutex; // guards m_recorded
    std::condition_variable_any m_changed;
    std::deque<Recorded> m_recorded;

    // Of the watchdog's thread:
    StackSampler m_sampler;
    Symbolizer m_symbolizer;
    std::optional<Watch> m_watch;
    PauseMeter m_pauseMeter;
    std::deque<Pause> m_pauses; // that are of no stall so far

    std::jthread m_thread; // last: joined before anything else goes
};
