// SPDX-License-Identifier: MIT
#include "loop/watchdog.h"

#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "record/recorder.h"

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

#include <algorithm>
#include <limits>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr qint64 longestSleepNs = 250'000'000;
constexpr qint64 shortestStepNs = 20'000'000;
constexpr qint64 longestStepNs = 500'000'000;
constexpr size_t kept = 8; // of what nobody may ever ask for

void nameThread()
{
#ifdef Q_OS_LINUX
    pthread_setname_np(pthread_self(), "watchdog");
#endif
}

template <typename Value> void keep(std::deque<Value> &values, Value value)
{
    values.push_back(std::move(value));
    if (values.size() > kept)
        values.pop_front();
}

} // namespace

Watchdog::Watchdog(const LoopMonitor &monitor, Recorder &recorder)
    : m_monitor(monitor)
    , m_recorder(recorder)
{
}

Watchdog::~Watchdog() = default;

void Watchdog::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void Watchdog::attach(TaskId task, const Stall &stall)
{
    {
        const std::lock_guard lock(m_mutex);
        m_recorded.push_back({task, stall});
    }
    m_changed.notify_one();
}

void Watchdog::run(const std::stop_token &stop)
{
    nameThread();
    while (!stop.stop_requested())
        sleep(stop, look(Recorder::now()));
}

/// Does what there is to do at \p nowNs, and returns when there may be more.
qint64 Watchdog::look(qint64 nowNs)
{
    const qint64 due = m_monitor.nextDueNs();
    if (m_watch && m_watch->dueNs != due)
        end(nowNs);
    settle();
    if (m_watch)
        return watch();
    const qint64 latest = nowNs + longestSleepNs;
    if (due == std::numeric_limits<qint64>::max())
        return latest;
    const qint64 tooLate = due + std::chrono::nanoseconds(m_monitor.stallThreshold()).count();
    if (nowNs < tooLate)
        return std::min(tooLate, latest);
    m_watch = Watch {due, {}, {}};
    tell(StallNews::Phase::Began, nowNs);
    return watch();
}

/// One more look at what keeps the loop, in steps that grow with the stall.
qint64 Watchdog::watch()
{
    if (m_watch->stacks.samples() < mostSamples)
        sample();
    const qint64 now = Recorder::now(); // the first names take a while
    tell(StallNews::Phase::Lasts, now);
    return now + std::clamp((now - m_watch->dueNs) / 12, shortestStepNs, longestStepNs);
}

void Watchdog::sample()
{
    StackSample stack;
    const bool isSeen = m_sampler.sample(stack);
    // A beat that came meanwhile was not kept by what was seen.
    if (!isSeen || m_monitor.nextDueNs() != m_watch->dueNs)
        return;
    m_watch->stacks.add(m_symbolizer.frames(stack));
    m_watch->function = m_watch->stacks.guilty().function;
}

void Watchdog::end(qint64 nowNs)
{
    tell(StallNews::Phase::Ended, nowNs);
    keep(m_over, std::move(*m_watch));
    m_watch.reset();
}

void Watchdog::tell(StallNews::Phase phase, qint64 nowNs) const
{
    if (m_listener)
        m_listener({phase, m_watch->dueNs, nowNs - m_watch->dueNs, m_watch->function});
}

void Watchdog::sleep(const std::stop_token &stop, qint64 untilNs)
{
    m_pauseMeter.fallAsleep(Recorder::now());
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_until(
            lock, stop, std::chrono::steady_clock::time_point(std::chrono::nanoseconds(untilNs)),
            [this] { return !m_recorded.empty(); });
    }
    if (std::optional<Pause> pause = m_pauseMeter.wake(untilNs, Recorder::now()))
        keep(m_pauses, std::move(*pause));
}

/// Whatever was recorded is over, and its beat was seen: the monitor expects the next one before it
/// tells of a stall.
void Watchdog::settle()
{
    std::deque<Recorded> recorded;
    {
        const std::lock_guard lock(m_mutex);
        recorded.swap(m_recorded);
    }
    for (const Recorded &stall : recorded)
        record(stall);
}

void Watchdog::record(const Recorded &recorded)
{
    const Stall &stall = recorded.stall;
    const auto watch = std::ranges::find_if(m_over, [&stall](const Watch &over) {
        return over.dueNs >= stall.beginNs && over.dueNs <= stall.endNs;
    });
    if (watch != m_over.end()) {
        for (const CountedStack &stack : watch->stacks.heaviest(mostStacks)) {
            LoopRecorder::addNote(m_recorder, recorded.task, NoteCode::Stack, stack.count,
                                  StackFrames::toText(stack.frames));
        }
        m_over.erase(watch);
    }
    for (const Pause &pause : m_pauses) {
        const qint64 length = pause.within(stall.beginNs, stall.endNs);
        if (length >= PauseMeter::shortestNs)
            LoopRecorder::addNote(m_recorder, recorded.task, NoteCode::Paused, length, pause.why);
    }
}
