// SPDX-License-Identifier: MIT
#include "job/job.h"

#include "compute/computepool.h"
#include "job/jobitems.h"
#include "job/jobstart.h"
#include "record/recorder.h"

#include <algorithm>

namespace {
constexpr int frameMs = 16;
constexpr int bodiesPerThread = 4; // one is processed; the others bridge the time of a round trip
} // namespace

Job::Job(Recorder &recorder, Fetcher &fetcher, ComputePool &pool, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_fetcher(fetcher)
    , m_pool(pool)
    , m_items(std::make_shared<JobItems>(this, &fetcher, bodiesPerThread * pool.threadCount()))
{
    m_starter.setMaxThreadCount(1);
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Job::tellImages);
}

Job::~Job()
{
    m_recorder.cancellation().cancel(m_items->detach());
    m_starter.waitForDone(); // it only queues; with all cancelled it is a matter of moments
}

void Job::start(const QList<QUrl> &addresses, const JobOptions &options)
{
    startLater(int(addresses.size()), [parts = parts(options), addresses] {
        for (const QUrl &address : addresses)
            startJobEntry(newJobEntry(address, parts.recorder), parts);
    });
}

void Job::start(const QList<JobEntry> &entries, const JobOptions &options)
{
    startLater(int(entries.size()), [parts = parts(options), entries] {
        for (const JobEntry &entry : entries)
            startJobEntry(entry, parts);
    });
}

JobParts Job::parts(const JobOptions &options)
{
    return {m_recorder, m_fetcher,
            m_pool,     options,
            m_items,    std::make_shared<Cancellation::Intent>(m_recorder.cancellation())};
}

void Job::startLater(int count, std::function<void()> startAll)
{
    if (count == 0)
        return;
    m_items->expect(count);
    {
        const std::lock_guard lock(m_mutex);
        m_starts.push_back(std::move(startAll));
    }
    m_starter.start([this] { takeNextStart()(); });
}

/// As in ComputePool: a race detector sees our lock, but not that of QThreadPool.
std::function<void()> Job::takeNextStart()
{
    const std::lock_guard lock(m_mutex);
    std::function<void()> next = std::move(m_starts.front());
    m_starts.pop_front();
    return next;
}

void Job::scheduleImages()
{
    if (m_frame.isActive())
        return;
    const qint64 sinceMs = (Recorder::now() - m_toldNs) / 1'000'000;
    m_frame.start(int(std::clamp<qint64>(frameMs - sinceMs, 0, frameMs)));
}

void Job::tellImages()
{
    m_toldNs = Recorder::now();
    for (const auto &[task, image] : m_items->takeImages())
        emit imageReady(task, image);
}

void Job::tellFinished()
{
    tellImages();
    if (unfinished() == 0) // start() may have added more since
        emit finished();
}

int Job::unfinished() const
{
    return m_items->unfinished();
}
