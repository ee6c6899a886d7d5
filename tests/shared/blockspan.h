// SPDX-License-Identifier: MIT
#pragma once

#include "loop/stall.h"
#include "record/recorder.h"

#include <QSignalSpy>
#include <QThread>

#include <chrono>

/// From when to when a test kept the loop from turning. A busy machine may add stalls of its own
/// before and after, at any time; what the test did is in those that overlap it. Times are those of
/// Recorder::now().
struct BlockSpan
{
    qint64 beginNs = 0;
    qint64 endNs = 0;

    /// Does \p how, which blocks the calling loop.
    template <typename How> void record(How how)
    {
        beginNs = Recorder::now();
        how();
        endNs = Recorder::now();
    }
    /// Blocks for \p length.
    void sleep(std::chrono::milliseconds length)
    {
        record([length] { QThread::msleep(quint64(length.count())); });
    }
    qint64 lengthNs() const { return endNs - beginNs; }
    bool overlaps(qint64 begin, qint64 end) const { return begin < endNs && end > beginNs; }

    /// Of what LoopMonitor::stalled() told, the stalls that it is part of.
    QList<Stall> stalls(const QSignalSpy &told) const
    {
        QList<Stall> mine;
        for (const QList<QVariant> &arguments : told) {
            const auto stall = arguments.first().value<Stall>();
            if (overlaps(stall.beginNs, stall.endNs))
                mine.append(stall);
        }
        return mine;
    }
};
