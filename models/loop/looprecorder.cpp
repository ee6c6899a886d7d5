// SPDX-License-Identifier: MIT
#include "loop/looprecorder.h"

#include "loop/loopmonitor.h"
#include "record/currenttask.h"
#include "record/outcome.h"
#include "record/recorder.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr Lane gui {Lane::Kind::Gui};
constexpr qint64 lateNs = 1'000'000;

TaskEvent note(TaskId stall, NoteCode code, qint64 value, const QString &text = {})
{
    return {.value = value,
            .text = text,
            .task = stall,
            .lane = gui,
            .kind = EventKind::Note,
            .code = quint8(code)};
}

} // namespace

LoopRecorder::LoopRecorder(LoopMonitor &monitor, Recorder &recorder, SuspendMeter suspends,
                           QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_suspends(std::move(suspends))
{
    connect(&monitor, &LoopMonitor::stalled, this, &LoopRecorder::takeStall);
    connect(&monitor, &LoopMonitor::turned, this, &LoopRecorder::takeTurn);
    connect(&monitor, &LoopMonitor::beat, this, &LoopRecorder::takeBeat);
}

void LoopRecorder::addNote(Recorder &recorder, TaskId stall, NoteCode code, qint64 value,
                           const QString &text)
{
    recorder.record(note(stall, code, value, text));
}

void LoopRecorder::takeStall(const Stall &stall)
{
    const TaskId task = record(stall);
    if (const qint64 slept = m_suspends.take(); slept > 0)
        addNote(m_recorder, task, NoteCode::Paused, slept, u"suspend"_s);
    emit recorded(task, stall);
}

void LoopRecorder::takeTurn(qint64 lengthNs)
{
    m_recorder.recordQuietly({.value = lengthNs, .lane = gui, .kind = EventKind::Turn});
}

void LoopRecorder::takeBeat()
{
    const LagSample &sample = m_monitor.samples().back();
    const bool isLate = sample.lagNs >= lateNs;
    if (std::exchange(m_wasLate, isLate) || isLate)
        m_recorder.recordQuietly({.value = sample.lagNs, .lane = gui, .kind = EventKind::Lag});
    // A sleep of the machine that no beat missed: the mark of it is a gap of no length.
    if (const qint64 slept = m_suspends.take(); slept > 0) {
        const TaskId task = record({.beginNs = sample.timeNs, .endNs = sample.timeNs});
        addNote(m_recorder, task, NoteCode::Paused, slept, u"suspend"_s);
    }
}

TaskId LoopRecorder::record(const Stall &stall)
{
    const TaskId task = m_recorder.nextId();
    m_recorder.record({.task = task,
                       .parent = CurrentTask::within(stall.beginNs, stall.endNs),
                       .kind = EventKind::Queued,
                       .code = quint8(TaskType::Stall)});
    m_recorder.record({.value = 1, .task = task, .lane = gui, .kind = EventKind::Started});
    m_recorder.record(note(task, NoteCode::Began, stall.beginNs));
    m_recorder.record(stall.kind == Stall::Kind::Hang
                          ? note(task, NoteCode::Hang, stall.longestTurnNs)
                          : note(task, NoteCode::Congestion, stall.turns));
    m_recorder.record({.task = task,
                       .lane = gui,
                       .kind = EventKind::Finished,
                       .code = quint8(Outcome::Kind::Succeeded)});
    return task;
}
