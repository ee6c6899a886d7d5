// SPDX-License-Identifier: MIT
#pragma once

#include "record/recording.h"
#include "session/playhead.h"

#include <QObject>

/// One recording and everything that follows from it: the state of each task, the spans, the
/// stalls, and which moment of it is shown and what is selected. Any number of them live side by
/// side; nothing in one tells which program it is about but its name, and whether it grows. What a
/// view keeps for a session while it shows another one are dynamic properties of the session. GUI
/// thread.
class Session final : public QObject
{
    Q_OBJECT
public:
    /// One that grows, and is empty.
    explicit Session(const QString &name = {}, QObject *parent = nullptr);
    /// One that is complete: \p events.
    Session(const QString &name, const Snapshot &events, QObject *parent = nullptr);

    const QString &name() const { return m_name; }
    Recording &recording() { return m_recording; }
    const Recording &recording() const { return m_recording; }
    Playhead &playhead() { return m_playhead; }
    const Playhead &playhead() const { return m_playhead; }
    bool isGrowing() const { return m_recording.isGrowing(); }

    /// What titles below this address leave out.
    const QString &baseAddress() const { return m_baseAddress; }
    void setBaseAddress(const QString &base);

    /// The task that all views mark; None when there is none.
    TaskId selectedTask() const { return m_selectedTask; }
    void select(TaskId task);

    /// How many of its stalls came since they were last looked at.
    int unseenStalls() const { return m_unseenStalls; }
    void markStallsSeen(TaskId newest); ///< that one, and all before it

    /// Ends all that \p view connected to the session and its parts.
    void disconnectView(const QObject &view);

signals:
    void baseAddressChanged();
    void selected(TaskId task);
    void unseenStallsChanged();

private:
    void countStalls();

    const QString m_name;
    Recording m_recording;
    Playhead m_playhead;
    QString m_baseAddress;
    TaskId m_selectedTask = TaskId::None;
    TaskId m_seenStall = TaskId::None; // the newest one that was looked at
    int m_unseenStalls = 0;
};
