// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

/// Takes events from any thread; one reader takes them out in batches, in order of time.
/// It must outlive every TaskHandle that reports to it.
class Recorder
{
public:
    Recorder() = default;
    Q_DISABLE_COPY_MOVE(Recorder)

    /// A fresh id; thread-safe.
    TaskId nextId();
    /// Stamps \p event with the time and keeps it; thread-safe, well under a microsecond.
    void record(TaskEvent event);
    /// Everything recorded since the last call, oldest first; thread-safe.
    std::vector<TaskEvent> take();
    /// \p wakeUp is called from the recording thread when the first event after a take() arrives,
    /// so a reader sleeps while nothing happens. Set it before the first event; empty resets it.
    void setWakeUp(std::function<void()> wakeUp);

    /// std::chrono::steady_clock in nanoseconds.
    static qint64 now();

private:
    std::atomic<quint32> m_lastId = 0;
    std::mutex m_mutex; // guards m_events and m_wakeUp
    std::vector<TaskEvent> m_events;
    std::function<void()> m_wakeUp;
    std::atomic<size_t> m_lastTaken = 0;
};
