// SPDX-License-Identifier: MIT
#pragma once

#include "compute/computepool.h"
#include "compute/kernelcontext.h"
#include "fetch/fetcher.h"
#include "job/job.h"
#include "shared/chaosterms.h"

#include <array>
#include <chrono>
#include <memory>
#include <thread>

/// Those who work in a chaos. Each may go at any moment, together with those that need it, and is
/// made anew.
class ChaosRig
{
public:
    ChaosRig(Recorder &recorder, int threads)
        : m_recorder(recorder)
    {
        renewPool(threads);
    }
    ~ChaosRig() { dropJobs(); }
    Q_DISABLE_COPY_MOVE(ChaosRig)

    void renewPool(int threads)
    {
        dropJobs();
        fetcher.reset();
        pool.reset(); // before the next one, so that both are not there at once
        pool = std::make_unique<ComputePool>(m_recorder, threads);
        renewFetcher();
    }
    void renewFetcher()
    {
        dropJobs();
        fetcher.reset();
        fetcher = std::make_unique<Fetcher>(m_recorder);
        for (size_t i = 0; i < jobs.size(); ++i)
            renewJob(i);
    }
    void renewJob(size_t i)
    {
        dropJob(i);
        jobs[i] = std::make_unique<Job>(m_recorder, *fetcher, *pool);
        isThere[i] = std::make_shared<bool>(true);
    }
    int unfinished() const { return jobs[0]->unfinished() + jobs[1]->unfinished(); }

    // Destroyed from the bottom up.
    std::unique_ptr<ComputePool> pool;
    std::unique_ptr<Fetcher> fetcher;
    std::array<std::unique_ptr<Job>, 2> jobs; // share the fetcher and the pool
    std::array<std::shared_ptr<bool>, 2> isThere; ///< of each job, for those it tells

private:
    void dropJob(size_t i)
    {
        jobs[i].reset();
        if (isThere[i])
            *isThere[i] = false;
    }
    void dropJobs()
    {
        for (size_t i = 0; i < jobs.size(); ++i)
            dropJob(i);
    }

    Recorder &m_recorder;
};

/// A kernel of random length and end: most do their work, some throw, are deaf, or give up.
inline KernelFunction<int> chaosKernel(Dice &dice)
{
    enum Way { Alloc, Reason, Unknown, GivesUp, Deaf };
    const int way = dice.below(24);
    const std::chrono::microseconds length(dice.chance(85) ? dice.below(60) : dice.below(3'000));
    return [way, length](KernelContext &context) -> std::optional<int> {
        context.setTotal(100);
        const auto end = std::chrono::steady_clock::now() + length;
        for (int i = 0; std::chrono::steady_clock::now() < end; ++i) {
            if (way != Deaf && context.stopRequested())
                return std::nullopt;
            context.progress(i);
            std::this_thread::yield();
        }
        switch (way) {
        case Alloc: throw std::bad_alloc();
        case Reason: throw KernelError(QStringLiteral("It would not go."));
        case Unknown: throw 17;
        case GivesUp: return std::nullopt;
        default: return way;
        }
    };
}
