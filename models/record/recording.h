// SPDX-License-Identifier: MIT
#pragma once

#include "record/snapshot.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class Recorder;

/// Every event that ever happened, in order of time; only ever appended to. Lives on the thread
/// that created it (the GUI's), and drains a Recorder into itself at most once per frame, in one
/// batch, however many events arrived.
///
/// A trace may be shown in its place. Everything that follows the recording then follows the trace,
/// while the live one goes on unseen until it is shown again. Either comes in portions, with the
/// loop turning between them, however long it is.
class Recording final : public QObject
{
    Q_OBJECT
public:
    /// The shortest time between two drains: one frame at 60 Hz.
    static constexpr int frameMs = 16;

    explicit Recording(QObject *parent = nullptr);
    ~Recording() override;

    /// Starts to drain \p recorder, which must outlive this object; nullptr stops.
    void setRecorder(Recorder *recorder);
    /// Takes what the recorder holds right now instead of with the next frame.
    void drain();

    void append(std::vector<TaskEvent> batch);
    /// Starts anew and live, as an oscilloscope does with a new acquisition.
    void clear();

    void showTrace(Snapshot trace);
    /// Back from a trace.
    void showLive();
    bool isTrace() const { return m_trace.has_value(); }

    qsizetype size() const { return m_size; }
    const TaskEvent &at(qsizetype index) const { return shown().at(index); }
    /// When the recording began; times are shown relative to it.
    qint64 originNs() const { return shown().originNs(); }
    /// The latest moment there is: now, or the end of the trace.
    qint64 nowNs() const;
    /// What was recorded so far, for another thread to read while recording goes on.
    const Snapshot &snapshot() const { return shown(); }

signals:
    /// Events [first, end) were appended.
    void appended(qsizetype first, qsizetype end);
    void cleared();

private:
    const Snapshot &shown() const { return m_trace ? *m_trace : m_live; }
    void scheduleDrain();
    void startAnew();
    void tellMore();

    Recorder *m_recorder = nullptr;
    Snapshot m_live;
    std::optional<Snapshot> m_trace;
    qsizetype m_size = 0; // how many of the events shown were told
    QTimer m_frame;
    QTimer m_portion;
    qint64 m_drainedNs = 0;
};
