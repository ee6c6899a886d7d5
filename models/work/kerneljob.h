// SPDX-License-Identifier: MIT
#pragma once

#include "work/computed.h"
#include "work/computejob.h"

#include <QPromise>

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
