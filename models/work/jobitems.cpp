// SPDX-License-Identifier: MIT
#include "work/jobitems.h"

#include "work/fetcher.h"
#include "work/job.h"

#include <QMetaObject>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace {
constexpr qsizetype stoppedAtOnce = 2'000; // a few milliseconds; a million take seconds
}

JobItems::JobItems(Job *job, Fetcher *fetcher, int maxProcessing)
    : m_job(job)
    , m_fetcher(fetcher)
    , m_maxProcessing(maxProcessing)
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

/// Begins again at half of it, so that the network is not switched with every body.
void JobItems::countProcessing(int change)
{
    const std::lock_guard lock(m_mutex);
    m_processing += change;
    const bool holds = m_processing > (m_holds ? m_maxProcessing / 2 : m_maxProcessing);
    if (m_fetcher && holds != m_holds)
        m_fetcher->setHolding(holds);
    m_holds = holds;
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
    QHash<TaskId, std::stop_source> stops;
    {
        const std::lock_guard lock(m_mutex);
        stops.swap(m_stops); // who is asked to stop is not asked again
        m_expectedCancelled = m_expected;
    }
    const auto stopAll = [](QHash<TaskId, std::stop_source> &all) {
        for (std::stop_source &stop : all)
            stop.request_stop();
    };
    if (stops.size() <= stoppedAtOnce)
        stopAll(stops);
    else
        QThreadPool::globalInstance()->start(
            [stops = std::move(stops), stopAll]() mutable { stopAll(stops); });
}

void JobItems::detach()
{
    const std::lock_guard lock(m_mutex);
    m_job = nullptr;
    if (m_holds && m_fetcher)
        m_fetcher->setHolding(false);
    m_fetcher = nullptr;
}

int JobItems::unfinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_unfinished;
}
