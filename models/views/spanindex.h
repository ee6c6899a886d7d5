// SPDX-License-Identifier: MIT
#pragma once

#include "views/spantrack.h"

#include <QHash>
#include <QObject>

#include <optional>

class Recording;

/// The spans of a recording, lane by lane, kept up to date event by event. It derives from the
/// events alone and has no state of a task but where its spans are. Lives on the recording's
/// thread.
class SpanIndex final : public QObject
{
    Q_OBJECT
public:
    /// A turn from this long on moves the end of what is shown; the shorter ones come from being
    /// looked at.
    static constexpr qint64 notableTurnNs = 16'000'000;

    explicit SpanIndex(const Recording &recording, QObject *parent = nullptr);

    /// Lanes in the order of the timeline: the loop, which is always there, then network slots,
    /// pool threads and coroutines.
    int laneCount() const { return int(m_rows.size()); }
    Lane lane(int row) const { return m_tracks[m_rows[size_t(row)]].lane; }
    const SpanTrack &track(int row) const { return m_tracks[m_rows[size_t(row)]].spans; }
    /// Turns of the loop, and the stalls, which go across all lanes.
    const SpanTrack &turns() const { return m_turns; }
    const SpanTrack &stalls() const { return m_stalls; }

    SpanRef refAt(int row, quint32 index) const { return {index, m_rows[size_t(row)]}; }
    int rowOf(SpanRef ref) const; ///< -1 when it is in none
    const Span &span(SpanRef ref) const { return m_tracks[ref.track].spans.at(ref.index); }
    /// The last span of \p task so far; the others follow by Span::previous. Not of a stall.
    SpanRef lastOf(TaskId task) const;
    SpanRef firstOf(TaskId task) const;
    TaskId parentOf(TaskId task) const;
    QList<TaskId> childrenOf(TaskId task) const;
    /// The function that most samples of \p stall blame; empty until one is named.
    QString guiltyOf(TaskId stall) const { return m_guilty.value(stall).function; }

    qint64 beginNs() const;
    /// The last event that anything is drawn for.
    qint64 endNs() const { return m_endNs; }
    /// Whether time goes on for any task: one is queued and not finished.
    bool isBusy() const { return m_unfinished > 0; }
    /// How many tasks have a span that touches [fromNs, toNs].
    int tasksWithin(qint64 fromNs, qint64 toNs) const;

signals:
    /// Something changed that is worth drawing. Short turns of the loop are not: drawing makes
    /// some.
    void changed();
    void cleared();

private:
    struct Track
    {
        Lane lane;
        SpanTrack spans;
    };
    struct Thread // of a task through the lanes
    {
        SpanRef last {};
        TaskId parent = TaskId::None;
        TaskId firstChild = TaskId::None;
        TaskId nextSibling = TaskId::None;
        bool isOpen = false; // its last span goes on
        bool isFinished = false;
        bool isStall = false; // then last is among the stalls
    };
    struct Guilty
    {
        qint64 samples = 0;
        QString function;
    };
    void follow(qsizetype first, qsizetype end);
    void restart();
    bool apply(const TaskEvent &event);
    void applyQueued(const TaskEvent &event);
    void applyToTask(Thread &thread, const TaskEvent &event);
    void applyToStall(Thread &thread, const TaskEvent &event);
    void open(Thread &thread, const TaskEvent &event, SpanKind kind);
    void close(Thread &thread, qint64 timeNs, std::optional<TaskStatus> end = {});
    void takeStack(const TaskEvent &event);
    quint16 trackOf(Lane lane);

    const Recording &m_recording;
    std::vector<Track> m_tracks;
    std::vector<quint16> m_rows; // the tracks in order of their lanes
    SpanTrack m_turns;
    SpanTrack m_stalls;
    QHash<TaskId, Thread> m_threads;
    QHash<TaskId, Guilty> m_guilty;
    qint64 m_endNs = 0;
    int m_unfinished = 0;
};
