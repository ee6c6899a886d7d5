// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QUrl>

#include <functional>
#include <stop_token>

/// The wrong ways, each in a function of its own with a name that can be found on the stack. They
/// block the calling thread until \c deadline, until \c release is asked to stop, or until what
/// they wait for is done, and notice that within about 10 ms.
struct BlockTerms
{
    QDeadlineTimer deadline;
    std::stop_token release {};
    std::function<bool()> isDone {}; ///< from any thread; empty: there is nothing but the time

    bool isOver() const
    {
        return deadline.hasExpired() || release.stop_requested() || (isDone && isDone());
    }
};

Q_NEVER_INLINE void sleepInSlot(const BlockTerms &terms);
Q_NEVER_INLINE void spinInSlot(const BlockTerms &terms);
/// Fetches \p url with a blocking socket (http only) and returns what it received; ends with the
/// reply if that is sooner. A release is not noticed before the connection stands.
Q_NEVER_INLINE QByteArray waitForReplyInSlot(const BlockTerms &terms, const QUrl &url);
Q_NEVER_INLINE void waitForFinishedInSlot(const BlockTerms &terms);
/// Runs a nested event loop in which the same slot is entered a second time, as by an impatient
/// second click. The inner call waits for the outer one to finish, which cannot go on before the
/// inner one returned. Returns how many calls were on the stack at once.
Q_NEVER_INLINE int nestedLoopInSlot(const BlockTerms &terms);
