// SPDX-License-Identifier: MIT
#pragma once

#include "compute/processing.h"
#include "fetch/fetchrequest.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <functional>
#include <mutex>

class ComputePool;
class Fetcher;
class JobItems;
struct JobParts;
class Recorder;

struct JobOptions
{
    FetchLimits limits {};
    int retries = 2;
    Processing then = Processing::Sha256;
    QSize thumbnailBound {160, 120}; ///< in pixels
};

/// An address and the task that was queued for it.
struct JobEntry
{
    QUrl address;
    std::shared_ptr<TaskHandle> task;
};

/// The main job: fetches addresses and processes each body on the pool. One task for each address,
/// whose title is the address; it wanders from a network slot to a pool thread, and is cancelled by
/// Recorder::cancellation(). No step of it runs on the thread of this object (the GUI's), however
/// many addresses there are.
class Job final : public QObject
{
    Q_OBJECT
public:
    Job(Recorder &recorder, Fetcher &fetcher, ComputePool &pool, QObject *parent = nullptr);
    /// Cancels what is in flight; the outcomes are still recorded, by Fetcher and ComputePool.
    ~Job() override;

    /// Adds \p addresses to what runs. Returns at once.
    void start(const QList<QUrl> &addresses, const JobOptions &options);
    /// The same for addresses whose tasks are queued already.
    void start(const QList<JobEntry> &entries, const JobOptions &options);
    /// Addresses that were started and have no outcome yet.
    int unfinished() const;

signals:
    /// A thumbnail of at most JobOptions::thumbnailBound. They come in batches, at most one for
    /// each frame of 60 Hz, so that a view paints no more often; all before finished().
    void imageReady(TaskId task, const QImage &image);
    /// The last one in flight has its outcome.
    void finished();

private:
    friend class JobItems;
    JobParts parts(const JobOptions &options);
    void startLater(int count, std::function<void()> startAll);
    void scheduleImages();
    void tellImages();
    std::function<void()> takeNextStart();
    void tellFinished();

    Recorder &m_recorder;
    Fetcher &m_fetcher;
    ComputePool &m_pool;
    std::shared_ptr<JobItems> m_items;
    std::mutex m_mutex; // guards m_starts
    std::deque<std::function<void()>> m_starts; // one for each start on its way in m_starter
    QThreadPool m_starter; // of one thread, so that tasks come in the order they were asked for
    QTimer m_frame;
    qint64 m_toldNs = 0; // when images were told last
};
