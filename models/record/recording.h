// SPDX-License-Identifier: MIT
#pragma once

#include "record/snapshot.h"

#include <QObject>
#include <QTimer>

#include <vector>

class Recorder;

/// Every event that ever happened, in order of time; only ever appended to. Lives on the thread
/// that created it (the GUI's), and drains a Recorder into itself at most once per frame, in one
/// batch, however many events arrived.
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
    /// Starts anew, as an oscilloscope does with a new acquisition.
    void clear();
    /// Replaces everything with what \p events holds, e.g. those of a trace.
    void setEvents(Snapshot events);

    qsizetype size() const { return m_events.size(); }
    const TaskEvent &at(qsizetype index) const { return m_events.at(index); }
    /// When the recording began; times are shown relative to it.
    qint64 originNs() const { return m_events.originNs(); }
    /// What was recorded so far, for another thread to read while recording goes on.
    Snapshot snapshot() const { return m_events; }

signals:
    /// Events [first, end) were appended.
    void appended(qsizetype first, qsizetype end);
    void cleared();

private:
    void scheduleDrain();

    Recorder *m_recorder = nullptr;
    Snapshot m_events;
    QTimer m_frame;
    qint64 m_drainedNs = 0;
};
