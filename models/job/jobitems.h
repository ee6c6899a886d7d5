// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QImage>
#include <QList>
#include <QSet>

#include <mutex>
#include <vector>

class Fetcher;
class Job;

/// What the threads that carry a job's items share with it. Outlives the Job while items are still
/// on their way. All functions from any thread.
class JobItems
{
public:
    /// \p fetcher is held back while more than \p maxProcessing bodies wait for the pool or are in
    /// it: they come faster than they can be processed, and would fill the memory.
    JobItems(Job *job, Fetcher *fetcher, int maxProcessing);

    /// \p count more addresses will be added and removed.
    void expect(int count);
    /// The address is a task now. False when the Job has gone: nobody wants it any more.
    bool add(TaskId task);
    /// The task has its outcome. Tells the job when it was the last.
    void remove(TaskId task);
    /// A body goes to the pool, and has left it.
    void beginProcessing() { countProcessing(1); }
    void endProcessing() { countProcessing(-1); }
    /// Keeps \p image for the job and, when it is the first, tells it that there is something.
    void deliver(TaskId task, const QImage &image);
    std::vector<std::pair<TaskId, QImage>> takeImages();

    /// The Job goes; nothing reaches it or its fetcher from now on. Returns the tasks it leaves.
    QList<TaskId> detach();
    int unfinished() const;

private:
    void countProcessing(int change);

    mutable std::mutex m_mutex; // guards everything below
    Job *m_job;
    Fetcher *m_fetcher;
    const int m_maxProcessing;
    int m_processing = 0;
    bool m_holds = false; // the fetcher
    QSet<TaskId> m_tasks;
    std::vector<std::pair<TaskId, QImage>> m_images; // ready and not yet taken
    int m_expected = 0; // that are no tasks yet
};
