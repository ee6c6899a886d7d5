// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"

#include <atomic>
#include <memory>

/// Occupies pool threads until it is released or destroyed, deaf to any stop meanwhile. Declare it
/// after the pool, so that a failed check does not leave the pool waiting.
class Plug
{
public:
    Plug() = default;
    Q_DISABLE_COPY_MOVE(Plug)
    ~Plug() { release(); }

    auto kernel() const
    {
        return [state = m_state](KernelContext &context) -> std::optional<int> {
            ++state->running;
            state->released.wait(false);
            return context.stopRequested() ? std::nullopt : std::optional(1);
        };
    }
    /// How many threads it occupies or has occupied.
    int running() const { return m_state->running; }
    void release()
    {
        m_state->released = true;
        m_state->released.notify_all();
    }

private:
    struct State
    {
        std::atomic<bool> released = false;
        std::atomic<int> running = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};
