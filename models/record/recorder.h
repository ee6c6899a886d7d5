// SPDX-License-Identifier: MIT
#pragma once

#include "record/cancellation.h"
#include "record/taskevent.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <limits>
#include <memory>
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
    /// Of the tasks that have their ids from here.
    Cancellation &cancellation() { return *m_cancellation; }
    /// Stamps \p event with the time and keeps it; thread-safe, well under a microsecond.
    void record(TaskEvent event);
    /// As record(), for what reading may itself have caused: wakes the reader only when it has not
    /// been at it for \c rest, so that an instrument which sees itself at work comes to rest. It
    /// is taken with the next batch in any case.
    void recordQuietly(TaskEvent event);
    static constexpr std::chrono::milliseconds rest {250};
    /// Everything recorded since the last call, oldest first; thread-safe.
    std::vector<TaskEvent> take();
    /// \p wakeUp is called from the recording thread when the first event after a take() arrives,
    /// so a reader sleeps while nothing happens. Set it before the first event; empty resets it.
    void setWakeUp(std::function<void()> wakeUp);

    /// std::chrono::steady_clock in nanoseconds.
    static qint64 now();
    /// A time that never comes.
    static constexpr qint64 never = std::numeric_limits<qint64>::max();

private:
    void keep(TaskEvent event);
    void wakeReader();

    std::atomic<quint32> m_lastId = 0;
    const std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    std::mutex m_mutex; // guards what follows
    std::vector<TaskEvent> m_events;
    std::function<void()> m_wakeUp;
    bool m_isReaderAwake = false; // was called and has not taken yet
    qint64 m_takenNs = 0;
    std::atomic<size_t> m_lastTaken = 0;
};
