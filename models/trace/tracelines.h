// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <QByteArray>

#include <array>

class TraceSpans;
struct StallReceipt;
struct TraceSpan;

/// The part of a trace that other programs read: the "traceEvents" of Chrome's format, one on each
/// line and parted by commas. Times are whole microseconds, rounded down, so that what lies in one
/// another still does in the floating point of a reader. Never translated.
class TraceLines
{
public:
    /// Times are told from \p beginNs on; nothing is earlier.
    explicit TraceLines(qint64 beginNs)
        : m_beginNs(beginNs)
    {
    }

    /// The lines added since the last time.
    QByteArray take() { return std::exchange(m_text, {}); }
    qsizetype size() const { return m_text.size(); }

    /// The name of the process, and a name and a place for the thread of each lane and row.
    void addThreads(const TraceSpans &spans);
    /// \p task: of the span; nullptr for a turn.
    void addSpan(const TraceSpan &span, const TaskState *task);
    /// Named by the culprit, or by what kind of stall it was.
    void addStall(const TraceSpan &span, const StallReceipt &stall);
    void addArrow(const TaskState &child, const TraceSpan &from, const TraceSpan &to);
    /// What \p event says of the whole life of \p task, which is as after it.
    void addStep(const TaskState &task, const TaskEvent &event);
    /// \p task has not ended by \p timeNs, where the recording ends.
    void addOpenEnd(const TaskState &task, qint64 timeNs);
    void addLag(const TaskEvent &event);
    /// How many tasks wait, run and are suspended; left out when it is as before.
    void addCounts(const Board &board, qint64 timeNs);

private:
    void addMetadata(const char *name, qint64 thread, const QByteArray &arg);
    void addAsync(const TaskState &task, char phase, qint64 timeNs, const QByteArray &name,
                  const QList<QByteArray> &args = {});
    /// A line begins with what every event has, and ends with whatever \p members it has besides.
    void add(const QByteArray &name, char phase, qint64 timeNs, qint64 thread,
             const QList<QByteArray> &members);
    qint64 microseconds(qint64 timeNs) const { return (timeNs - m_beginNs) / 1'000; }

    QByteArray m_text;
    qint64 m_beginNs;
    std::array<int, 3> m_counts {}; // as last told
    bool m_isFirst = true;
};
