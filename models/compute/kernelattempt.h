// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"

#include <functional>

/// Runs a kernel on the calling thread and says how that ended, whatever it throws. \p invoke
/// returns whether there is a value.
Outcome attemptKernel(const std::function<bool()> &invoke,
                      const std::function<bool()> &stopRequested);
