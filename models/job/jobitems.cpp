// SPDX-License-Identifier: MIT
#include "job/jobitems.h"

#include "fetch/fetcher.h"
#include "job/job.h"

#include <QMetaObject>

#include <utility>

JobItems::JobItems(Job *job, Fetcher *fetcher, int maxProcessing)
    : m_job(job)
    , m_fetcher(fetcher)
    , m_maxProcessing(maxProcessing)
{
}

void JobItems::expect(int count)
{
    const std::lock_guard lock(m_mutex);
    m_expected += count;
}

bool JobItems::add(TaskId task)
{
    const std::lock_guard lock(m_mutex);
    --m_expected;
    m_tasks.insert(task);
    return m_job;
}

void JobItems::remove(TaskId task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.remove(task);
    if (m_tasks.isEmpty() && m_expected == 0 && m_job)
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

QList<TaskId> JobItems::detach()
{
    const std::lock_guard lock(m_mutex);
    m_job = nullptr;
    if (m_holds && m_fetcher)
        m_fetcher->setHolding(false);
    m_fetcher = nullptr;
    return m_tasks.values();
}

int JobItems::unfinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_expected + int(m_tasks.size());
}
