// SPDX-License-Identifier: MIT
#pragma once

#include "loop/pausemeter.h"
#include "loop/stackcounts.h"
#include "loop/stacksampler.h"
#include "loop/stall.h"
#include "loop/symbolizer.h"
#include "record/taskevent.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

class LoopMonitor;
class Recorder;

/// What is known of a stall while it lasts.
struct StallNews
{
    enum class Phase : quint8 { Began, Lasts, Ended };

    Phase phase = Phase::Began;
    qint64 beginNs = 0; ///< when the beat was due that did not come; Recorder::now()
    qint64 elapsedNs = 0; ///< since then
    QString function; ///< the guilty one as far as it is known; empty at first and where none is
};

/// A thread that watches the heartbeat of another thread's loop and never waits for that thread.
/// When a beat is later than LoopMonitor::stallThreshold() it looks at the stack again and again,
/// every 20 ms at first and less and less often, and tells a listener. When the stall is over and
/// recorded it adds the stacks to it as notes, the heaviest first, and whether the program was
/// stopped meanwhile. While all is well it wakes about nine times a second.
///
/// Created on the watched thread. Both the monitor and the recorder outlive it.
class Watchdog
{
public:
    using Listener = std::function<void(const StallNews &)>;

    static constexpr int mostSamples = 64; ///< of one stall
    static constexpr qsizetype mostStacks = 8; ///< that are recorded of one stall

    Watchdog(const LoopMonitor &monitor, Recorder &recorder);
    Q_DISABLE_COPY_MOVE(Watchdog)
    /// Ends the thread, within about a tenth of a second.
    ~Watchdog();

    /// \p listener is called on the thread of the watchdog. Set it before start().
    void setListener(Listener listener) { m_listener = std::move(listener); }
    void start();
    /// Thread-safe: \p stall was recorded as \p task.
    void attach(TaskId task, const Stall &stall);

private:
    /// A stall that is not over yet, or whose task is not known yet.
    struct Watch
    {
        qint64 dueNs = 0;
        StackCounts stacks;
        QString function;
    };
    struct Recorded
    {
        TaskId task;
        Stall stall;
    };

    void run(const std::stop_token &stop);
    qint64 look(qint64 nowNs);
    qint64 watch();
    void end(qint64 nowNs);
    void sample();
    void tell(StallNews::Phase phase, qint64 nowNs) const;
    void sleep(const std::stop_token &stop, qint64 untilNs);
    void settle();
    void record(const Recorded &stall);

    const LoopMonitor &m_monitor;
    Recorder &m_recorder;
    Listener m_listener;

    std::mutex m_mutex; // guards m_recorded
    std::condition_variable_any m_changed;
    std::deque<Recorded> m_recorded;

    // Of the watchdog's thread:
    StackSampler m_sampler;
    Symbolizer m_symbolizer;
    std::optional<Watch> m_watch;
    std::deque<Watch> m_over;
    PauseMeter m_pauseMeter;
    std::deque<Pause> m_pauses;

    std::jthread m_thread; // last: joined before anything else goes
};
