// SPDX-License-Identifier: MIT
#include "record/recorder.h"

#include <utility>

TaskId Recorder::nextId()
{
    return TaskId {m_lastId.fetch_add(1, std::memory_order_relaxed) + 1};
}

void Recorder::record(TaskEvent event)
{
    const std::lock_guard lock(m_mutex);
    keep(std::move(event));
    wakeReader();
}

void Recorder::recordQuietly(TaskEvent event)
{
    const std::lock_guard lock(m_mutex);
    keep(std::move(event));
    if (m_events.back().timeNs - m_takenNs >= std::chrono::nanoseconds(rest).count())
        wakeReader();
}

void Recorder::keep(TaskEvent event)
{
    event.timeNs = now(); // within the lock, so that the order of the events is the order of time
    m_events.push_back(std::move(event));
}

void Recorder::wakeReader()
{
    if (!m_wakeUp || std::exchange(m_isReaderAwake, true))
        return;
    m_wakeUp();
}

std::vector<TaskEvent> Recorder::take()
{
    // As much will come until the next time: who records should not be the one to wait for memory.
    std::vector<TaskEvent> taken;
    taken.reserve(m_lastTaken);
    const std::lock_guard lock(m_mutex);
    taken.swap(m_events);
    m_isReaderAwake = false;
    m_takenNs = now();
    m_lastTaken = taken.size();
    return taken;
}

void Recorder::setWakeUp(std::function<void()> wakeUp)
{
    const std::lock_guard lock(m_mutex);
    m_wakeUp = std::move(wakeUp);
    m_isReaderAwake = false;
    if (!m_events.empty())
        wakeReader();
}

qint64 Recorder::now()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}
