// SPDX-License-Identifier: MIT
#include "lab/stallwatch.h"

#include "lab/lab.h"
#include "record/hotpath.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <map>

using namespace std::chrono_literals;

namespace {

constexpr auto look = 20ms; // for names that come from another thread
constexpr auto longestWait = 3s; // the first names of a program take a tenth of one

bool isStack(const TaskEvent &event)
{
    return event.kind == EventKind::Note && NoteCode(event.code) == NoteCode::Stack;
}

/// The stacks of each stall, in the order the stalls were recorded.
std::map<TaskId, QList<CountedStack>> stacksOf(const std::vector<TaskEvent> &events)
{
    std::map<TaskId, QList<CountedStack>> stacks;
    for (const TaskEvent &event : events) {
        if (event.kind == EventKind::Queued)
            stacks.try_emplace(event.task);
        else if (isStack(event))
            stacks[event.task].append({StackFrames::fromText(event.text), event.value});
    }
    return stacks;
}

bool areNamed(const std::map<TaskId, QList<CountedStack>> &stalls)
{
    return std::ranges::none_of(stalls, [](const auto &stall) { return stall.second.isEmpty(); });
}

} // namespace

StallWatch::StallWatch(Lab &lab, std::chrono::milliseconds threshold)
    : m_lab(lab)
    , m_watchdog(m_monitor, m_recorder)
    , m_loopRecorder(m_monitor, m_recorder)
{
    QObject::connect(&m_loopRecorder, &LoopRecorder::recorded, &m_loopRecorder,
                     [this](TaskId task, const Stall &stall) { m_watchdog.attach(task, stall); });
    m_monitor.setStallThreshold(threshold);
    m_monitor.setActive(true);
    m_watchdog.start();
}

QCoro::Task<QList<StackFrame>> StallWatch::guilty()
{
    take();
    const QDeadlineTimer deadline(longestWait);
    while (canName() && !areNamed(stacksOf(m_events)) && !deadline.hasExpired()
           && !m_lab.isStopped()) {
        co_await m_lab.sleep(look);
        take();
    }
    QList<StackFrame> functions;
    for (const auto &[task, stacks] : stacksOf(m_events))
        functions.append(HotPath::guilty(stacks));
    co_return functions;
}

void StallWatch::take()
{
    for (TaskEvent &event : m_recorder.take())
        m_events.push_back(std::move(event));
}
