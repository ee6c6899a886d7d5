// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"
#include "session/spans.h"
#include "session/stalls.h"

#include <span>
#include <vector>

/// A beat of the loop that came a millisecond late or more, or the first one in time after such.
struct LateBeat
{
    qint64 timeNs = 0; ///< TaskEvent::timeNs
    qint64 lagNs = 0;

    bool operator==(const LateBeat &) const = default;
};

/// Everything that follows from the events of a recording up to some moment. Each event goes
/// through its one apply(), once; table, timeline, receipt, trace, lab and command line all ask
/// here, so there is only one place an answer could come from. A value; copying it copies the
/// spans.
class Projection
{
public:
    /// \p originNs: when the recording began. Of the stalls the newest \p mostStalls are kept.
    explicit Projection(qint64 originNs = 0, qsizetype mostStalls = Stalls::mostKept)
        : m_spans(originNs)
        , m_stalls(mostStalls)
    {
    }

    /// Returns whether there is anything new to see in the lanes: a short turn of the loop, a lag
    /// and what is about nothing known are nothing.
    bool apply(const TaskEvent &event);

    const Board &board() const { return m_board; }
    const Spans &spans() const { return m_spans; }
    const Stalls &stalls() const { return m_stalls; }
    /// Those after \p fromNs up to \p toNs, oldest first; valid until the next event.
    std::span<const LateBeat> lateBeats(qint64 fromNs, qint64 toNs) const;

    /// Of a task by its id; what is not known has none.
    SpanRef lastSpanOf(TaskId task) const { return m_spans.lastOf(m_board.indexOf(task)); }
    SpanRef firstSpanOf(TaskId task) const { return m_spans.firstOf(m_board.indexOf(task)); }
    TaskId parentOf(TaskId task) const;
    QList<TaskId> childrenOf(TaskId task) const; ///< in the order they were queued
    /// Who is to blame for \p stall, in words; empty until somebody is named.
    QString culpritTextOf(TaskId stall) const;

private:
    Board m_board;
    Spans m_spans;
    Stalls m_stalls;
    std::vector<LateBeat> m_lateBeats; // by time
};
