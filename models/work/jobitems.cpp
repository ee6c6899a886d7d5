// SPDX-License-Identifier: MIT
#include "work/jobitems.h"

#include "work/job.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

JobItems::JobItems(Job *job)
    : m_job(job)
{
}

void JobItems::expect(int count)
{
    const std::lock_guard lock(m_mutex);
    m_unfinished += count;
    m_expected += count;
}

std::stop_token JobItems::add(TaskId task)
{
    const std::lock_guard lock(m_mutex);
    std::stop_source stop;
    --m_expected;
    if (m_expectedCancelled > 0) { // they are added in order, so these came first
        --m_expectedCancelled;
        stop.request_stop();
    }
    return m_stops.insert(task, stop)->get_token();
}

void JobItems::remove(TaskId task)
{
    const std::lock_guard lock(m_mutex);
    m_stops.remove(task);
    if (--m_unfinished == 0 && m_job)
        QMetaObject::invokeMethod(m_job, &Job::tellFinished, Qt::QueuedConnection);
}

void JobItems::deliver(TaskId task, const QImage &image)
{
    const std::lock_guard lock(m_mutex);
    if (!m_job)
        return;
    m_images.emplace_back(task, image);
    if (m_images.size() == 1)
        QMetaObject::invokeMethod(m_job, &Job::scheduleImages, Qt::QueuedConnection);
}

std::vector<std::pair<TaskId, QImage>> JobItems::takeImages()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_images, {});
}

void JobItems::cancel(TaskId task)
{
    std::stop_source stop(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        stop = m_stops.value(task, stop);
    }
    stop.request_stop(); // without the lock: what it calls may come back here
}

void JobItems::cancelAll()
{
    // A copy of the hash would share its data, and detach from it without the lock.
    std::vector<std::stop_source> stops;
    {
        const std::lock_guard lock(m_mutex);
        stops.assign(m_stops.cbegin(), m_stops.cend());
        m_expectedCancelled = m_expected;
    }
    for (std::stop_source &stop : stops)
        stop.request_stop();
}

void JobItems::detach()
{
    const std::lock_guard lock(m_mutex);
    m_job = nullptr;
}

int JobItems::unfinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_unfinished;
}
