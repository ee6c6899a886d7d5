// SPDX-License-Identifier: MIT
#pragma once

#include "job/job.h"
#include "record/cancellation.h"

/// What the addresses of one start need on their way; those that are referred to outlive the
/// network thread.
struct JobParts
{
    Recorder &recorder;
    Fetcher &fetcher;
    ComputePool &pool;
    JobOptions options;
    std::shared_ptr<JobItems> items;
    std::shared_ptr<const Cancellation::Intent> intent; ///< until all are tasks
};

/// Queues a task for \p address, whose title is the address.
JobEntry newJobEntry(const QUrl &address, Recorder &recorder);

/// Sends one address on its way: fetch, then process, then report to the items. Any thread; each
/// step goes on in the thread in which the one before ended.
void startJobEntry(const JobEntry &entry, const JobParts &parts);
