// SPDX-License-Identifier: MIT
#pragma once

#include "compute/computejob.h"

#include <QFuture>
#include <QThread>
#include <QThreadPool>

#include <atomic>

/// Runs kernels on threads of its own, niced down where the system allows it, so that GUI and
/// network go first. Thread-safe; needs no QCoreApplication.
///
/// Every future completes with a value: it is never cancelled and never exceptional, the outcome
/// is in the value, and the task's terminal event is recorded before. Watch them with
/// QFutureWatcher or co_await. Never attach .then() to one that is already running: Qt 6.4 runs
/// the continuation twice, and crashes, when the future finishes in that very moment. runThen()
/// attaches it in time.
///
/// A kernel must not wait for another one of the same pool: with one thread that would be for
/// ever. Chain them with runThen() instead.
class ComputePool
{
public:
    /// \p recorder must outlive the pool.
    explicit ComputePool(Recorder &recorder, int threads = QThread::idealThreadCount());
    Q_DISABLE_COPY_MOVE(ComputePool)
    /// Asks everything to stop and waits until the kernels really did.
    ~ComputePool();

    /// Does \p kernel as a task of its own. A stop while it still waits for a thread ends it at
    /// once; later the kernel has to notice, and the task is "cancelling" until it did.
    template <typename Kernel>
    QFuture<Computed<KernelValue<Kernel>>>
    run(const QString &title, Kernel kernel, std::stop_token stop = {},
        TaskId parent = TaskId::None, TaskType type = TaskType::Compute)
    {
        auto job = makeJob(title, std::move(kernel), parent, type);
        auto future = job->future();
        submit(std::move(job), std::move(stop));
        return future;
    }

    /// The same, followed by \p then(const Computed<T> &) on the pool thread, or on the thread that
    /// asked for the stop when the kernel had not started. It is short, does not throw, and does
    /// not destroy the pool. The future has what it returns.
    template <typename Kernel, typename Then>
    auto runThen(const QString &title, Kernel kernel, Then then, std::stop_token stop = {},
                 TaskId parent = TaskId::None, TaskType type = TaskType::Compute)
    {
        auto job = makeJob(title, std::move(kernel), parent, type);
        auto future = job->future().then(std::move(then));
        submit(std::move(job), std::move(stop));
        return future;
    }

    /// Does \p kernel as a later stage of \p task, whose owner finishes it after the future has
    /// completed and keeps its hands off it until then.
    template <typename Kernel>
    QFuture<Computed<KernelValue<Kernel>>>
    run(std::shared_ptr<TaskHandle> task, const QString &stage, Kernel kernel, std::stop_token stop)
    {
        auto job = makeStage(std::move(task), stage, std::move(kernel));
        auto future = job->future();
        submit(std::move(job), std::move(stop));
        return future;
    }

    /// The same, followed by \p then(const Computed<T> &), which may finish the task.
    template <typename Kernel, typename Then>
    auto runThen(std::shared_ptr<TaskHandle> task, const QString &stage, Kernel kernel, Then then,
                 std::stop_token stop)
    {
        auto job = makeStage(std::move(task), stage, std::move(kernel));
        auto future = job->future().then(std::move(then));
        submit(std::move(job), std::move(stop));
        return future;
    }

    Recorder &recorder() const { return m_recorder; }
    int threadCount() const { return m_threads.maxThreadCount(); }
    /// Kernels that run right now, and those that wait for a thread.
    int activeCount() const { return m_load.active; }
    int queuedCount() const { return m_load.queued; }

private:
    template <typename Kernel>
    auto makeJob(const QString &title, Kernel kernel, TaskId parent, TaskType type)
    {
        return std::make_shared<KernelJob<Kernel>>(
            m_recorder, m_load, std::make_shared<TaskHandle>(m_recorder, type, title, parent),
            ComputeJob::Role::WholeTask, std::move(kernel));
    }
    template <typename Kernel>
    auto makeStage(std::shared_ptr<TaskHandle> task, const QString &stage, Kernel kernel)
    {
        announceStage(*task, stage);
        return std::make_shared<KernelJob<Kernel>>(m_recorder, m_load, std::move(task),
                                                   ComputeJob::Role::Stage, std::move(kernel));
    }
    static void announceStage(TaskHandle &task, const QString &stage);
    void submit(std::shared_ptr<ComputeJob> job, std::stop_token stop);
    quint16 numberOfThisThread();

    Recorder &m_recorder;
    PoolLoad m_load;
    std::stop_source m_stop;
    std::atomic<quint16> m_lastThread = 0;
    QThreadPool m_threads;
};
