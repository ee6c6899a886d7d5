// SPDX-License-Identifier: MIT
#include "job/loopblocker.h"

#include "job/blockslots.h"

#include <QScopeGuard>

#include <algorithm>

namespace {

int blockBy(BlockWay way, const BlockTerms &terms, const QUrl &slowReply)
{
    switch (way) {
    case BlockWay::Sleep: sleepInSlot(terms); break;
    case BlockWay::BusyCpu: spinInSlot(terms); break;
    case BlockWay::NetworkWait: waitForReplyInSlot(terms, slowReply); break;
    case BlockWay::WaitForFinished: waitForFinishedInSlot(terms); break;
    case BlockWay::NestedLoop: return nestedLoopInSlot(terms);
    }
    return 1;
}

} // namespace

BlockReport LoopBlocker::block(BlockWay way, std::chrono::milliseconds length,
                               const BlockTarget &target)
{
    thread_local bool blocking = false;
    if (std::exchange(blocking, true))
        return {};
    const auto unblock = qScopeGuard([] { blocking = false; });
    const auto bounded = std::clamp<std::chrono::milliseconds>(length, {}, longest);
    const auto begin = std::chrono::steady_clock::now();
    const BlockTerms terms {QDeadlineTimer(bounded, Qt::PreciseTimer), target.release,
                            target.isDone};
    const int depth = blockBy(way, terms, target.slowReply);
    return {std::chrono::steady_clock::now() - begin, depth, target.release.stop_requested()};
}
