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
///
/// One that was made of events that are there already is complete. They are told in portions, with
/// the loop turning between them, however many there are; so are those that stay for another
/// acquisition.
class Recording final : public QObject
{
    Q_OBJECT
public:
    /// The shortest time between two drains: one frame at 60 Hz.
    static constexpr int frameMs = 16;

    /// Empty, and begins now.
    explicit Recording(QObject *parent = nullptr);
    /// Of \p events, to which none will come. The first portion is told at the loop's next turn.
    explicit Recording(Snapshot events, QObject *parent = nullptr);
    ~Recording() override;

    /// Starts to drain \p recorder, which must outlive this object; nullptr stops.
    void setRecorder(Recorder *recorder);
    /// Takes what the recorder holds right now instead of with the next frame, and tells all of it.
    void drain();

    /// Whether more can come.
    bool isGrowing() const { return m_isGrowing; }
    // The next four are for one that grows.
    void append(std::vector<TaskEvent> batch);
    /// Goes on as an oscilloscope does with its next acquisition: everybody begins anew with what
    /// Acquisition::next() lets stay, and the times are counted on.
    void beginAcquisition();
    /// The same, without the stalls and the history of the loop.
    void clearLoop();
    /// Starts anew with nothing.
    void clear();

    /// When the present acquisition began: the origin, or the last beginAcquisition().
    qint64 acquisitionNs() const { return m_acquisitionNs; }
    /// How many events were told so far.
    qsizetype size() const { return m_size; }
    const TaskEvent &at(qsizetype index) const { return m_events.at(index); }
    /// When the recording began; times are shown relative to it.
    qint64 originNs() const { return m_events.originNs(); }
    /// The latest moment there is: now, or the end of one that is complete.
    qint64 nowNs() const;
    /// What was recorded so far, for another thread to read while recording goes on.
    const Snapshot &snapshot() const { return m_events; }

signals:
    /// Events [first, end) were appended.
    void appended(qsizetype first, qsizetype end);
    void cleared();

private:
    Recording(Snapshot events, bool isGrowing, QObject *parent);
    void take();
    void startAnew(Snapshot events);
    void scheduleDrain();
    void tellMore();

    const bool m_isGrowing;
    Recorder *m_recorder = nullptr;
    Snapshot m_events;
    qint64 m_acquisitionNs;
    qsizetype m_size = 0;
    QTimer m_frame;
    QTimer m_portion;
    qint64 m_drainedNs = 0;
};
