// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <functional>
#include <optional>

/// A time in which the whole program did not run, through no fault of its own. Recorder::now().
struct Pause
{
    qint64 beginNs = 0;
    qint64 endNs = 0;
    PauseKind kind = PauseKind::Stopped; ///< or Debugger

    /// How much of it lies between two moments.
    qint64 within(qint64 fromNs, qint64 toNs) const;
};

/// Tells from a thread that only sleeps and looks whether it was kept from waking: then nobody else
/// of the program ran either, for somebody stopped it. A machine with too much to do is told apart
/// by the time that the thread was ready to run and had no processor. For the thread that calls it.
class PauseMeter
{
public:
    /// How long the calling thread has waited for a processor since it began, in ns.
    using WaitSource = std::function<qint64()>;

    static qint64 threadWaitNs(); ///< 0 where the system does not tell

    explicit PauseMeter(WaitSource source = &threadWaitNs);

    void fallAsleep(qint64 nowNs);
    /// The thread woke at \p nowNs though it wanted to at \p dueNs, or at once when that was over.
    std::optional<Pause> wake(qint64 dueNs, qint64 nowNs) const;

    static constexpr qint64 shortestNs = 100'000'000;

private:
    WaitSource m_source;
    qint64 m_asleepNs = 0;
    qint64 m_waitNs = 0;
};
