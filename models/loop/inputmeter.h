// SPDX-License-Identifier: MIT
#pragma once

#include "loop/stall.h"
#include "record/taskevent.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>
#include <vector>

class LoopMonitor;
class Recorder;

/// Finds out which input had to wait for a stall to end: clicks, keys and turns of the wheel by the
/// time their events were made, paints and timers by being handed out as soon as it was over.
/// Records that of the stall, a few turns of the loop after its end.
///
/// The time of an input event is taken for that of the steady clock, as X11 and Wayland have it,
/// once one was seen that came at once; before that, and with other clocks, it counts as a paint
/// does, and how long it waited is not told. On the application's thread; both arguments outlive
/// it.
class InputMeter final : public QObject
{
    Q_OBJECT
public:
    InputMeter(const LoopMonitor &monitor, Recorder &recorder, QObject *parent = nullptr);
    ~InputMeter() override;

    /// \p stall is over and was recorded as \p id.
    void attach(TaskId id, const Stall &stall);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Input
    {
        InputKind kind;
        qint64 deliveredNs;
        qint64 waitedNs; // -1 unknown
    };
    struct Open
    {
        TaskId id;
        Stall stall;
    };

    std::optional<InputKind> kindOf(const QObject *watched, const QEvent &event) const;
    qint64 waitedNs(const QEvent &event, qint64 nowNs);
    void countDown();
    void recordWaiting(const Open &open) const;
    void record(const Open &open, InputKind kind, const std::vector<Input> &inputs) const;

    const LoopMonitor &m_monitor;
    Recorder &m_recorder;
    std::deque<Input> m_inputs;
    std::deque<Open> m_open;
    QTimer m_turns;
    int m_turnsLeft = 0;
    bool m_isClockKnown = false;
};
