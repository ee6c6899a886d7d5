// SPDX-License-Identifier: MIT
#pragma once

#include "loop/stall.h"
#include "loop/suspendmeter.h"
#include "record/taskevent.h"

#include <QObject>

class LoopMonitor;
class Recorder;

/// Puts what a LoopMonitor sees into the one stream: each stall as a task of its own, long turns,
/// and lags. A loop at rest records nothing: turns and lags below a millisecond are left out, and
/// of those that reading the stream causes itself the reader is not woken
/// (Recorder::recordQuietly).
///
/// Lives on the thread of the monitor, which both outlive it.
class LoopRecorder final : public QObject
{
    Q_OBJECT
public:
    LoopRecorder(LoopMonitor &monitor, Recorder &recorder, SuspendMeter suspends = SuspendMeter(),
                 QObject *parent = nullptr);

signals:
    /// All of \p stall that the loop knows by itself was recorded as \p task. Who knows more about
    /// it, from whatever thread, adds its notes to that task with addNote().
    void recorded(TaskId task, const Stall &stall);

public:
    /// A note of a stall, which may come after its end. Thread-safe.
    static void addNote(Recorder &recorder, TaskId stall, NoteCode code, qint64 value,
                        const QString &text);

private:
    void takeStall(const Stall &stall);
    void takeTurn(qint64 lengthNs);
    void takeBeat();
    TaskId record(const Stall &stall);

    LoopMonitor &m_monitor;
    Recorder &m_recorder;
    SuspendMeter m_suspends;
    bool m_wasLate = false;
};
