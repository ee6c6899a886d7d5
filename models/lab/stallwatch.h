// SPDX-License-Identifier: MIT
#pragma once

#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "loop/watchdog.h"
#include "record/recorder.h"
#include "record/stackframes.h"

#include <QCoro/QCoroTask>

#include <chrono>

class Lab;

/// Watches the loop of the calling thread for stalls, and finds the guilty function of each, apart
/// from what the program itself watches. On the thread of the lab.
class StallWatch
{
public:
    /// \p threshold: a gap from this length on is a stall.
    StallWatch(Lab &lab, std::chrono::milliseconds threshold);
    Q_DISABLE_COPY_MOVE(StallWatch)

    /// One for each stall so far: the guilty function, empty where nothing names it. Waits for the
    /// names, and that for some seconds at most.
    QCoro::Task<QList<StackFrame>> guilty();
    /// Whether names can be found here at all.
    static bool canName() { return StackSampler::isAvailable(); }

private:
    void take();

    Lab &m_lab;
    Recorder m_recorder; // of its own: what the window watches is recorded once
    LoopMonitor m_monitor;
    Watchdog m_watchdog;
    LoopRecorder m_loopRecorder;
    std::vector<TaskEvent> m_events;
};
