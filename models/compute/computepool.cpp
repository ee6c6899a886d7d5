// SPDX-License-Identifier: MIT
#include "compute/computepool.h"

#include <QtConcurrent>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace {

/// QThread::setPriority() has no effect on ordinary Linux threads; the nice value is per thread
/// there. With it an idle GUI keeps its lag p99 at an eighth while all cores compute.
void letOthersGoFirst()
{
#ifdef Q_OS_LINUX
    constexpr int nice = 10;
    const auto thread = id_t(gettid());
    setpriority(PRIO_PROCESS, thread, std::max(nice, getpriority(PRIO_PROCESS, thread)));
#endif
}

} // namespace

ComputePool::ComputePool(Recorder &recorder, int threads)
    : m_recorder(recorder)
{
    m_threads.setMaxThreadCount(std::max(1, threads));
    // Threads that stay keep their lane for good, and cost nothing while they wait.
    m_threads.setExpiryTimeout(-1);
}

ComputePool::~ComputePool()
{
    m_stop.request_stop();
    m_threads.waitForDone();
}

void ComputePool::announceStage(TaskHandle &task, const QString &stage)
{
    task.note(NoteCode::Stage, 0, stage);
    task.suspend(QCoreApplication::translate("ComputePool", "a thread of the pool"));
}

/// The future of QtConcurrent::run() could complete only once a pool thread is free, so it is not
/// the one that callers get.
void ComputePool::submit(std::shared_ptr<ComputeJob> job, std::stop_token stop)
{
    job->follow(std::move(stop), m_stop.get_token());
    if (!job->isWaiting())
        return;
    std::ignore = QtConcurrent::run(&m_threads, [this, job = std::move(job)](QPromise<void> &) {
        job->execute(numberOfThisThread());
    });
}

quint16 ComputePool::numberOfThisThread()
{
    thread_local quint16 number = 0; // a pool thread belongs to one pool only
    if (number == 0) {
        letOthersGoFirst();
        number = ++m_lastThread;
    }
    return number;
}
