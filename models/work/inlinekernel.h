// SPDX-License-Identifier: MIT
#pragma once

#include "work/job.h"
#include "work/taskhandle.h"

#include <stop_token>

/// Processes the body of \p result right here, on the calling thread, and finishes \p task: what
/// one must not do in the GUI's. Returns the thumbnail when there is one.
QImage processInline(TaskHandle &task, const JobOptions &options, const FetchResult &result,
                     std::stop_token stop);
