// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <array>
#include <chrono>
#include <cstdint>

/// A stack as addresses, the innermost first. The first is where the thread was; the others are
/// where calls return to, one past the call.
struct StackSample
{
    static constexpr int deepest = 128; ///< what lies further out is left away

    std::array<std::uintptr_t, deepest> addresses {};
    int depth = 0;
    ThreadState state = ThreadState::Unknown; ///< right before it was asked
};

/// Looks at the stack of one thread from another, while it does whatever it does. A signal makes
/// that thread unwind its own stack in the handler, which allocates nothing and takes no lock of
/// ours; the asking thread waits for a bounded time. A thread that does not take signals (it is
/// stopped, blocks them, or is gone) is given up, and a handler that comes too late finds nothing
/// to do.
///
/// The signal is SIGRTMIN + 6, with SA_RESTART: calls of the system that are not restarted by that
/// (nanosleep, poll) return EINTR, and Qt and the standard library go on with the time that is
/// left. In gdb: handle SIG40 nostop noprint.
///
/// Needs Linux and libunwind; elsewhere isAvailable() is false and sample() finds nothing.
class StackSampler
{
public:
    static bool isAvailable();

    /// Looks at the calling thread from now on. The handler is installed with the first one and
    /// stays, for a signal without a handler would end the process.
    StackSampler();
    Q_DISABLE_COPY_MOVE(StackSampler)

    /// From any other thread, one at a time. False when the thread gave no answer in time.
    bool sample(StackSample &sample,
                std::chrono::milliseconds guard = std::chrono::milliseconds(50));

private:
    [[maybe_unused]] int m_thread = 0; // of the kernel: one that is gone can be told
};
