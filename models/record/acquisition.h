// SPDX-License-Identifier: MIT
#pragma once

#include "record/snapshot.h"

/// A recording goes on when somebody runs something new: what the run before did goes, what the
/// loop did stays. Both are pure, for any thread, and take some 20 ns for each event there is.
namespace Acquisition {

// The newest are kept, so that memory has a bound.
constexpr qsizetype mostStalls = 1'000;
constexpr qsizetype mostLoopEvents = 20'000; ///< turns and lags
constexpr qsizetype mostRuns = 64; ///< of the lab

/// What stays of \p events for the next acquisition: stalls, turns and lags, modules and the end of
/// the process, the runs of the lab with all below them, and whatever has not ended.
Snapshot next(const Snapshot &events);
/// \p events without turns, lags and stalls that are over.
Snapshot withoutLoop(const Snapshot &events);

} // namespace Acquisition
