// SPDX-License-Identifier: MIT
#include "record/cancellation.h"

#include <QThreadPool>

#include <functional>
#include <utility>

namespace {
constexpr qsizetype stoppedAtOnce = 2'000; // a few milliseconds; a million take seconds

/// \p stopThem stops \p count.
void askToStop(qsizetype count, const std::function<void()> &stopThem)
{
    if (count <= stoppedAtOnce)
        stopThem();
    else
        QThreadPool::globalInstance()->start(stopThem);
}

} // namespace

Cancellation::Intent::Intent(Cancellation &cancellation)
    : m_cancellation(cancellation.shared_from_this())
    , m_round(cancellation.m_round)
{
    ++m_cancellation->m_count;
}

std::stop_token Cancellation::add(TaskId task)
{
    ++m_count;
    const std::lock_guard lock(m_mutex);
    return m_stops[task].get_token();
}

void Cancellation::remove(TaskId task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stops.remove(task);
    }
    --m_count;
}

void Cancellation::cancel(TaskId task)
{
    std::stop_source stop(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        stop = m_stops.value(task, stop);
    }
    stop.request_stop(); // without the lock: what it calls may come back here
}

void Cancellation::cancel(const QList<TaskId> &tasks)
{
    askToStop(tasks.size(), [self = shared_from_this(), tasks] {
        for (const TaskId task : tasks)
            self->cancel(task);
    });
}

void Cancellation::cancelAll()
{
    QHash<TaskId, std::stop_source> stops;
    {
        const std::lock_guard lock(m_mutex);
        ++m_round;
        stops.swap(m_stops); // who is asked to stop is not asked again
    }
    askToStop(stops.size(), [stops] {
        for (std::stop_source stop : stops)
            stop.request_stop();
    });
}
