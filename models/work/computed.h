// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/taskevent.h"

#include <optional>

/// What a kernel on the ComputePool came to. A value.
template <typename T> struct Computed
{
    Outcome outcome; ///< Succeeded, Failed (it threw) or Cancelled (it was stopped)
    std::optional<T> value; ///< present exactly when it succeeded
    TaskId task = TaskId::None;
};
