// SPDX-License-Identifier: MIT
#pragma once

#include "record/currenttask.h"
#include "work/taskhandle.h"

/// A piece of work that the calling thread, the one of the window, is at as long as this lives. It
/// is a task, and when it takes so long that the loop stalls, the receipt names it. Not across a
/// co_await.
class Step
{
public:
    Step(Recorder &recorder, const QString &title, TaskId parent)
        : m_task(recorder, TaskType::Step, title, parent)
        , m_current(m_task.id())
    {
        m_task.run({Lane::Kind::Gui});
    }
    Q_DISABLE_COPY_MOVE(Step)
    ~Step() { m_task.finish(Outcome::succeeded()); }

    TaskHandle &task() { return m_task; }

private:
    TaskHandle m_task;
    CurrentTask m_current;
};
