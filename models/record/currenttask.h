// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

/// As long as it lives, the calling thread is at work on a task; they may nest. The thread
/// remembers the last of them, so that a gap of its loop can be told whose it was. Costs two looks
/// at the clock.
class CurrentTask
{
public:
    explicit CurrentTask(TaskId task);
    Q_DISABLE_COPY_MOVE(CurrentTask)
    ~CurrentTask();

    /// The task that the calling thread was at longest between two moments of Recorder::now(); None
    /// unless its tasks together fill half of that time.
    static TaskId within(qint64 beginNs, qint64 endNs);

private:
    void keep(qint64 nowNs) const;

    const TaskId m_task;
    CurrentTask *const m_outer; // goes on when this one ends
    qint64 m_beginNs;
};
