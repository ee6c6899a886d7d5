// SPDX-License-Identifier: MIT
#pragma once

#include "loop/stall.h"
#include "loop/suspendmeter.h"

#include <QObject>

#include <deque>
#include <mutex>

class LoopMonitor;
class Recorder;

/// Puts what a LoopMonitor sees into the one stream: stalls, long turns, and lags. A loop at rest
/// records nothing: turns and lags below a millisecond are left out, and of those that reading the
/// stream causes itself the reader is not woken (Recorder::recordQuietly).
///
/// A stall has its id from the moment somebody knows of it. Which one it is, is told by when the
/// beat was due that did not come; whoever comes first begins it, and the recorder ends each that
/// began, at the latest when it is destroyed.
///
/// Lives on the thread of the monitor, which outlives it, as the Recorder does.
class LoopRecorder final : public QObject
{
    Q_OBJECT
public:
    LoopRecorder(LoopMonitor &monitor, Recorder &recorder, SuspendMeter suspends = SuspendMeter(),
                 QObject *parent = nullptr);
    ~LoopRecorder() override;

    /// The beat that was due at \p dueNs is too late, and the stall begins in the stream. Returns
    /// its id, or None when the beat came at the same time. Who knows more about it records events
    /// of that id, from whatever thread. Thread-safe.
    TaskId begin(qint64 dueNs);

signals:
    /// All of \p stall that the loop knows by itself was recorded as \p id, and it is over.
    void recorded(TaskId id, const Stall &stall);

private:
    struct Begun
    {
        qint64 dueNs;
        qint64 beginNs; // as it was recorded
        TaskId id;
        bool isOver;
    };

    Begun begun(qint64 dueNs, qint64 beginNs);
    void takeStall(const Stall &stall);
    void takeTurn(qint64 lengthNs);
    void takeBeat();
    TaskId record(const Stall &stall, qint64 sleptNs);

    LoopMonitor &m_monitor;
    Recorder &m_recorder;
    SuspendMeter m_suspends;
    bool m_wasLate = false;
    std::mutex m_mutex; // guards what follows
    std::deque<Begun> m_begun; // the last ones
};
