// SPDX-License-Identifier: MIT
#pragma once

#include "work/job.h"

/// What an address needs on its way; all outlive the network thread.
struct JobParts
{
    Recorder &recorder;
    Fetcher &fetcher;
    ComputePool &pool;
};

/// Queues a task for \p address, whose title is the address.
JobEntry newJobEntry(const QUrl &address, Recorder &recorder);

/// Sends one address on its way: fetch, then process, then report to \p items. Any thread; each
/// step goes on in the thread in which the one before ended.
void startJobItem(const JobEntry &entry, const JobOptions &options, const JobParts &parts,
                  const std::shared_ptr<JobItems> &items);
