// SPDX-License-Identifier: MIT
#pragma once

#include "job/blockway.h"

#include <QUrl>

#include <chrono>
#include <functional>
#include <stop_token>

/// What a way of blocking needs besides its length.
struct BlockTarget
{
    QUrl slowReply {}; ///< for NetworkWait: an http address whose reply takes as long as asked
    std::stop_token release {}; ///< ends it early; may be asked from any thread
    std::function<bool()> isDone {}; ///< ends it when what it waits for is there; from any thread
};

struct BlockReport
{
    std::chrono::nanoseconds length {}; ///< measured
    int depth = 0; ///< calls of the slot on the stack at once; 2 with NestedLoop
    bool released = false; ///< ended early because it was asked to
};

/// Blocks the calling thread, on purpose and within bounds.
namespace LoopBlocker {
/// Nobody has to wait longer than this, whatever is asked.
constexpr std::chrono::seconds longest {10};

/// Returns after \p length, sooner when released or, with NetworkWait, when the reply came.
/// Blocking again from within a nested loop does nothing and reports depth 0.
BlockReport block(BlockWay way, std::chrono::milliseconds length, const BlockTarget &target = {});
} // namespace LoopBlocker
