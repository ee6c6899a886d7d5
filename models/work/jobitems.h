// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QHash>
#include <QImage>

#include <mutex>
#include <stop_token>
#include <vector>

class Job;

/// What the threads that carry a job's items share with it. Outlives the Job while items are still
/// on their way. All functions from any thread.
class JobItems
{
public:
    explicit JobItems(Job *job);

    /// \p count more addresses will be added and removed.
    void expect(int count);
    /// The address is a task now. Returns a token that cancel() and cancelAll() stop; stopped
    /// already when cancelAll() came while it was only expected.
    std::stop_token add(TaskId task);
    /// The task has its outcome. Tells the job when it was the last.
    void remove(TaskId task);
    /// Keeps \p image for the job and, when it is the first, tells it that there is something.
    void deliver(TaskId task, const QImage &image);
    std::vector<std::pair<TaskId, QImage>> takeImages();

    void cancel(TaskId task);
    void cancelAll();
    /// The Job goes; nothing reaches it from now on.
    void detach();
    int unfinished() const;

private:
    mutable std::mutex m_mutex; // guards everything below
    Job *m_job;
    QHash<TaskId, std::stop_source> m_stops;
    std::vector<std::pair<TaskId, QImage>> m_images; // ready and not yet taken
    int m_unfinished = 0;
    int m_expectedCancelled = 0; // of those expected, how many cancelAll() has already met
    int m_expected = 0;
};
