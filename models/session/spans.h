// SPDX-License-Identifier: MIT
#pragma once

#include "session/spantrack.h"

#include <QList>

struct StallReceipt;

/// Where each task was when, lane by lane: the part of a Projection that knows what the tracks of
/// the timeline, of a run of the lab and of an exported trace show. A value.
class Spans
{
public:
    /// A turn from this long on moves the end of what is shown; the shorter ones come from being
    /// looked at.
    static constexpr qint64 notableTurnNs = 16'000'000;

    explicit Spans(qint64 originNs = 0);

    /// Takes the next event, which \p board has already. Returns whether there is anything new to
    /// see. A short turn of the loop is nothing: drawing makes some.
    bool apply(const TaskEvent &event, const Board &board);
    /// The \p place-th stall, counted from 0, is as \p receipt has it now.
    void setStall(quint32 place, const StallReceipt &receipt);

    /// Lanes in the order of the timeline: the loop, which is always there, then network slots,
    /// pool threads and coroutines.
    int laneCount() const { return int(m_rows.size()); }
    Lane lane(int row) const { return m_tracks[m_rows[size_t(row)]].lane; }
    const SpanTrack &track(int row) const { return m_tracks[m_rows[size_t(row)]].spans; }
    /// Turns of the loop, and the stalls, which go across all lanes.
    const SpanTrack &turns() const { return m_turns; }
    const SpanTrack &stalls() const { return m_stalls; }
    /// What was in no lane: work without one, and tasks that wait and keep none.
    const SpanTrack &outside() const { return m_tracks[outsideTrack].spans; }

    SpanRef refAt(int row, quint32 index) const { return {index, m_rows[size_t(row)]}; }
    int rowOf(SpanRef ref) const; ///< -1 when it is in none
    Lane laneOf(SpanRef ref) const { return m_tracks[ref.track].lane; }
    const Span &span(SpanRef ref) const { return m_tracks[ref.track].spans.at(ref.index); }
    /// The last span in a lane of the task at \p place of the board; the others follow by
    /// Span::previous. The same of those in no lane.
    SpanRef lastOf(qsizetype place) const { return pathOf(place).last; }
    SpanRef lastOutsideOf(qsizetype place) const { return pathOf(place).lastOutside; }
    SpanRef firstOf(qsizetype place) const;
    /// Places on the board, in the order they were queued.
    QList<qsizetype> childrenOf(qsizetype place) const;

    qint64 beginNs() const { return m_beginNs; }
    /// The last event that anything is drawn for.
    qint64 endNs() const { return m_endNs; }
    /// Whether time goes on for any task: one is queued and not finished.
    bool isBusy() const { return m_unfinished > 0; }
    /// How many tasks have a span in a lane that touches [fromNs, toNs].
    int tasksWithin(qint64 fromNs, qint64 toNs) const;

private:
    static constexpr quint16 outsideTrack = 0;
    struct Track
    {
        Lane lane;
        SpanTrack spans;
    };
    struct TaskPath // through the lanes
    {
        SpanRef last {};
        SpanRef lastOutside {};
        qint32 firstChild = -1; // places on the board
        qint32 nextSibling = -1;
        bool isOpen = false; // its last span in a lane goes on
        bool isOpenOutside = false;
        bool isFinished = false;
    };

    const TaskPath &pathOf(qsizetype place) const;
    void applyQueued(const TaskEvent &event, const Board &board);
    void applyToTask(TaskPath &path, const TaskEvent &event);
    void open(TaskPath &path, const TaskEvent &event, Lane lane, SpanKind kind);
    void close(TaskPath &path, qint64 timeNs, TaskStatus end);
    void closeSpan(SpanRef ref, qint64 timeNs, TaskStatus end);
    quint16 trackOf(Lane lane);

    std::vector<Track> m_tracks; // the first one is of what is in no lane
    std::vector<quint16> m_rows; // the other tracks in order of their lanes
    SpanTrack m_turns;
    SpanTrack m_stalls;
    std::vector<TaskPath> m_paths; // by place on the board
    qint64 m_beginNs;
    qint64 m_endNs;
    int m_unfinished = 0;
};
