// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/taskevent.h"

#include <optional>
#include <stop_token>

class Recorder;

/// Whoever does a task holds its handle and reports through it. However the handle ends (finished,
/// dropped, forgotten, unwound by an exception) exactly one terminal event is recorded; without
/// finish() that is Abandoned. Move-only. One thread at a time; it may wander between threads.
class TaskHandle
{
public:
    /// Records Queued.
    TaskHandle(Recorder &recorder, TaskType type, const QString &title,
               TaskId parent = TaskId::None);
    TaskHandle(TaskHandle &&other) noexcept;
    TaskHandle &operator=(TaskHandle &&other) noexcept;
    ~TaskHandle();

    TaskId id() const { return m_id; }
    Lane lane() const { return m_lane; }
    bool isFinished() const { return !m_recorder; }
    Recorder *recorder() const { return m_recorder; }
    /// Asked to stop by Recorder::cancellation(), which knows the task from the first call on until
    /// it is finished. Whoever calls it sees to it that the task ends then. Not once it is
    /// finished.
    std::stop_token stopToken();

    /// Runs from now on in \p lane: Started the first time, Resumed afterwards.
    void run(Lane lane, int attempt = 1);
    /// Waits for \p what and occupies no lane meanwhile.
    void suspend(const QString &what);
    /// Units done so far. Recorded at most every 30 ms, but the last value before the next other
    /// event always is, so no report is lost and a fast kernel does not flood the stream.
    void progress(qint64 done);
    void note(NoteCode code, qint64 value = 0, const QString &text = {});
    /// Only the first call counts.
    void finish(const Outcome &outcome);

private:
    void record(EventKind kind, quint8 code = 0, qint64 value = 0, const QString &text = {});
    void flushProgress();

    Recorder *m_recorder; // null once finished or moved from
    TaskId m_id;
    Lane m_lane;
    std::optional<std::stop_token> m_stop; // while it can be cancelled
    bool m_started = false;
    qint64 m_pendingProgress = -1;
    qint64 m_lastProgressNs = 0;
};
