// SPDX-License-Identifier: MIT
#pragma once

#include "session/projection.h"
#include "trace/trace.h"
#include "trace/tracelines.h"
#include "trace/tracespans.h"

class QIODevice;

/// Writes a recording as Chrome trace JSON, for Perfetto, speedscope and ourselves: lanes as
/// threads with tasks as spans, the whole life of each task as an asynchronous event, counters,
/// arrows from parent to child and stalls with their stacks; then the events themselves, as
/// TraceFormat says. Blocks; for any thread.
class TraceWriter final
{
public:
    /// All outlive it. \p device is open.
    TraceWriter(const Snapshot &events, QIODevice &device, const TraceWatch &watch);

    /// False when the device did not take it (it says why), or a stop was asked for.
    bool write();

private:
    void addSpans();
    void addArrows();
    void addSteps();
    void addStep(Board &board, const TaskEvent &event);
    void addOriginals();
    void addOriginal(const TaskEvent &event);
    /// Writes what has come together when that is much; false when it is no use to go on.
    bool flush(qsizetype much = 1 << 16);
    bool goOn(double done);

    const Snapshot &m_events;
    QIODevice &m_device;
    const TraceWatch &m_watch;
    const Projection m_projection; // at the end
    const TraceSpans m_spans;
    TraceLines m_lines;
    QByteArray m_text;
    bool m_isGood = true;
};
