// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <vector>

class Projection;
class SpanTrack;

/// A piece of time that something took in a lane.
struct TraceSpan
{
    qint64 beginNs = 0;
    qint64 endNs = 0;
    TaskId task = TaskId::None; ///< None: a turn of the loop
    Lane lane {};
    quint16 row = 0; ///< spans of one lane and row lie in one another or apart, they never cross
    bool isStall = false; ///< stalls have rows of their own
    bool isOpen = false; ///< it had not ended at the end of the recording
};

/// What was done where and when, laid out for programs whose threads show only what lies in one
/// another: the work of the tasks, the turns, and the stalls. Ordered by lane, then begin, the
/// longer one first.
class TraceSpans
{
public:
    /// Spans that cross go to further rows, at most this many; what crosses all of them is dropped.
    static constexpr quint16 maxRows = 64;

    /// What goes on in \p projection ends at \p endNs, where the recording does.
    TraceSpans(const Projection &projection, qint64 endNs);

    const std::vector<TraceSpan> &all() const { return m_spans; }
    /// The first of \p task; nullptr when it never ran.
    const TraceSpan *first(TaskId task) const;
    /// The one of \p task at \p timeNs; nullptr when it did not run then.
    const TraceSpan *at(TaskId task, qint64 timeNs) const;

private:
    void collect(const SpanTrack &track, Lane lane, qint64 endNs, bool isStall = false);
    void layOut();

    std::vector<TraceSpan> m_spans;
    std::vector<quint32> m_byTask; // indexes, by task and begin
};
