// SPDX-License-Identifier: MIT
#include "record/taskhandle.h"

#include "record/recorder.h"

#include <utility>

namespace {
constexpr qint64 progressIntervalNs = 30'000'000;
}

TaskHandle::TaskHandle(Recorder &recorder, TaskType type, const QString &title, TaskId parent)
    : m_recorder(&recorder)
    , m_id(recorder.nextId())
{
    m_recorder->record({.text = title,
                        .task = m_id,
                        .parent = parent,
                        .kind = EventKind::Queued,
                        .code = quint8(type)});
}

TaskHandle::TaskHandle(TaskHandle &&other) noexcept
    : m_recorder(std::exchange(other.m_recorder, nullptr))
    , m_id(other.m_id)
    , m_lane(other.m_lane)
    , m_stop(std::exchange(other.m_stop, std::nullopt))
    , m_started(other.m_started)
    , m_pendingProgress(other.m_pendingProgress)
    , m_lastProgressNs(other.m_lastProgressNs)
{
}

TaskHandle &TaskHandle::operator=(TaskHandle &&other) noexcept
{
    TaskHandle moved(std::move(other));
    std::swap(m_recorder, moved.m_recorder);
    std::swap(m_id, moved.m_id);
    std::swap(m_lane, moved.m_lane);
    std::swap(m_stop, moved.m_stop);
    std::swap(m_started, moved.m_started);
    std::swap(m_pendingProgress, moved.m_pendingProgress);
    std::swap(m_lastProgressNs, moved.m_lastProgressNs);
    return *this;
}

TaskHandle::~TaskHandle()
{
    finish({Outcome::Kind::Abandoned, {}});
}

std::stop_token TaskHandle::stopToken()
{
    Q_ASSERT(m_recorder);
    if (!m_stop)
        m_stop = m_recorder->cancellation().add(m_id);
    return *m_stop;
}

void TaskHandle::run(Lane lane, int attempt)
{
    flushProgress();
    m_lane = lane;
    record(std::exchange(m_started, true) ? EventKind::Resumed : EventKind::Started, 0, attempt);
}

void TaskHandle::suspend(const QString &what)
{
    flushProgress();
    record(EventKind::Suspended, 0, 0, what);
    m_lane = {};
}

void TaskHandle::progress(qint64 done)
{
    m_pendingProgress = done;
    const qint64 now = Recorder::now();
    if (now - m_lastProgressNs < progressIntervalNs)
        return;
    m_lastProgressNs = now;
    flushProgress();
}

void TaskHandle::note(NoteCode code, qint64 value, const QString &text)
{
    flushProgress();
    record(EventKind::Note, quint8(code), value, text);
}

void TaskHandle::finish(const Outcome &outcome)
{
    flushProgress();
    record(EventKind::Finished, quint8(outcome.kind), 0, outcome.message);
    if (std::exchange(m_stop, std::nullopt))
        m_recorder->cancellation().remove(m_id);
    m_recorder = nullptr;
}

void TaskHandle::record(EventKind kind, quint8 code, qint64 value, const QString &text)
{
    if (!m_recorder)
        return;
    m_recorder->record(
        {.value = value, .text = text, .task = m_id, .lane = m_lane, .kind = kind, .code = code});
}

void TaskHandle::flushProgress()
{
    if (m_pendingProgress >= 0)
        record(EventKind::Progress, 0, std::exchange(m_pendingProgress, -1));
}
