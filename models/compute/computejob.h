// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"
#include "record/outcome.h"
#include "record/taskhandle.h"

#include <QCoreApplication>
#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

/// What a kernel on the ComputePool came to. A value.
template <typename T> struct Computed
{
    Outcome outcome; ///< Succeeded, Failed (it threw) or Cancelled (it was stopped)
    std::optional<T> value; ///< present exactly when it succeeded
    TaskId task = TaskId::None;
};

/// How much a pool has to do; written by its jobs, read by anyone.
struct PoolLoad
{
    std::atomic<int> queued = 0;
    std::atomic<int> active = 0;
};

/// One kernel on its way through the ComputePool, whatever its type. It ends in exactly one of two
/// ways: the pool thread that claims it runs it to its end, or a stop that comes before ends it at
/// once on the stopping thread. One atomic state decides the race.
class ComputeJob : public KernelContext
{
    Q_DECLARE_TR_FUNCTIONS(ComputeJob)
public:
    /// Whose task it is: a stage reports into a task that somebody else finishes.
    enum class Role { WholeTask, Stage };

    ComputeJob(Recorder &recorder, PoolLoad &load, std::shared_ptr<TaskHandle> task, Role role);

    /// Follows both tokens from now on. When one has stopped already, the job ends within the call.
    void follow(std::stop_token asked, std::stop_token pool);
    bool isWaiting() const { return m_state == State::Waiting; }
    /// Runs the kernel on this pool thread, unless a stop came first.
    void execute(quint16 poolThread);

    bool stopRequested() const final;
    void setTotal(qint64 units) final;
    void progress(qint64 done) final;

protected:
    /// Runs the kernel and keeps its value; false when there is none.
    virtual bool invokeKernel() = 0;
    /// Frees the kernel and with it the data it works on.
    virtual void dropKernel() = 0;
    /// Finishes the future.
    virtual void complete(const Outcome &outcome, TaskId task) = 0;
    /// Waits for a callback that another thread is in the middle of; none comes afterwards. First
    /// thing in the destructor of the subclass, which the callback uses.
    void unfollow();

private:
    enum class State { Waiting, Starting, Running, Ended };
    using OnStop = std::stop_callback<std::function<void()>>;

    void onStop();
    void recordCancelling() const;
    void end(const Outcome &outcome);

    Recorder &m_recorder;
    PoolLoad &m_load;
    std::shared_ptr<TaskHandle> m_task;
    const TaskId m_id;
    const Role m_role;
    Lane m_lane; // written while Starting, constant from Running on
    std::atomic<State> m_state = State::Waiting;
    mutable std::atomic<bool> m_cancelling = false;
    std::stop_token m_asked;
    std::stop_token m_pool;
    std::optional<OnStop> m_onAsked;
    std::optional<OnStop> m_onPool;
};

/// The part of a ComputeJob that knows the kernel's type: a promise and the kernel itself.
template <typename Kernel> class KernelJob final : public ComputeJob
{
public:
    using Value = KernelValue<Kernel>;

    KernelJob(Recorder &recorder, PoolLoad &load, std::shared_ptr<TaskHandle> task, Role role,
              Kernel kernel)
        : ComputeJob(recorder, load, std::move(task), role)
        , m_kernel(std::move(kernel))
    {
        m_promise.start();
    }

    ~KernelJob() override { unfollow(); }

    QFuture<Computed<Value>> future() const { return m_promise.future(); }

protected:
    bool invokeKernel() override
    {
        m_value = (*m_kernel)(static_cast<KernelContext &>(*this));
        return m_value.has_value();
    }
    void dropKernel() override { m_kernel.reset(); }
    void complete(const Outcome &outcome, TaskId task) override
    {
        m_promise.addResult(Computed<Value> {outcome, std::move(m_value), task});
        m_promise.finish();
    }

private:
    std::optional<Kernel> m_kernel;
    std::optional<Value> m_value;
    QPromise<Computed<Value>> m_promise;
};
