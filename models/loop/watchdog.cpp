// SPDX-License-Identifier: MIT
#include "loop/watchdog.h"

#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "record/recorder.h"

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr qint64 longestSleepNs = 250'000'000;
constexpr qint64 shortestStepNs = 20'000'000;
constexpr qint64 longestStepNs = 500'000'000;
constexpr size_t mostPauses = 8; // that may be of no stall

void nameThread()
{
#ifdef Q_OS_LINUX
    pthread_setname_np(pthread_self(), "watchdog");
#endif
}

} // namespace

Watchdog::Watchdog(const LoopMonitor &monitor, LoopRecorder &stalls, Recorder &recorder)
    : m_monitor(monitor)
    , m_stalls(stalls)
    , m_recorder(recorder)
{
}

Watchdog::~Watchdog() = default;

void Watchdog::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void Watchdog::attach(TaskId id, const Stall &stall)
{
    {
        const std::lock_guard lock(m_mutex);
        m_recorded.push_back({id, stall});
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
    recordEnded();
    if (m_watch)
        return watch();
    const qint64 latest = nowNs + longestSleepNs;
    if (due == Recorder::never)
        return latest;
    const qint64 tooLate = due + std::chrono::nanoseconds(m_monitor.stallThreshold()).count();
    if (nowNs < tooLate)
        return std::min(tooLate, latest);
    const TaskId stall = m_stalls.begin(due);
    if (stall == TaskId::None)
        return nowNs; // it came just now
    m_watch = Watch {due, stall, {}};
    tell(StallNews::Phase::Began, nowNs);
    return watch();
}

/// One more look at what keeps the loop, in steps that grow with the stall.
qint64 Watchdog::watch()
{
    recordPauses(m_watch->id, m_watch->dueNs, Recorder::now());
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
    const QList<StackFrame> frames = m_symbolizer.frames(stack);
    for (const LoadedModule &module : m_symbolizer.takeNewModules()) {
        m_recorder.record({.value = module.number,
                           .text = QString::fromLatin1(module.buildId) + u'\t' + module.path,
                           .kind = EventKind::Module});
    }
    const qsizetype known = m_watch->stacks.stacks().size();
    const qsizetype number = m_watch->stacks.add(frames);
    m_recorder.record(stallEvent(m_watch->id, EventKind::StallSample, number, quint8(stack.state),
                                 number > known ? StackFrames::toText(frames) : QString()));
}

void Watchdog::end(qint64 nowNs)
{
    tell(StallNews::Phase::Ended, nowNs);
    m_watch.reset();
}

void Watchdog::tell(StallNews::Phase phase, qint64 nowNs) const
{
    if (m_listener)
        m_listener({phase, m_watch->dueNs, nowNs - m_watch->dueNs,
                    culpritOf(m_watch->stacks.stacks()).frame.function});
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
    if (const std::optional<Pause> pause = m_pauseMeter.wake(untilNs, Recorder::now()))
        m_pauses.push_back(*pause);
    if (m_pauses.size() > mostPauses)
        m_pauses.pop_front();
}

/// Of those that were over before anybody looked.
void Watchdog::recordEnded()
{
    std::deque<Recorded> recorded;
    {
        const std::lock_guard lock(m_mutex);
        recorded.swap(m_recorded);
    }
    for (const auto &[id, stall] : recorded)
        recordPauses(id, stall.beginNs, stall.endNs);
}

/// How much of a stall the program was kept from running; each pause is told once.
void Watchdog::recordPauses(TaskId id, qint64 beginNs, qint64 endNs)
{
    std::erase_if(m_pauses, [&](const Pause &pause) {
        const qint64 length = pause.within(beginNs, endNs);
        const bool isOfIt = length >= PauseMeter::shortestNs;
        if (isOfIt)
            m_recorder.record(stallEvent(id, EventKind::StallPaused, length, quint8(pause.kind)));
        return isOfIt;
    });
}
