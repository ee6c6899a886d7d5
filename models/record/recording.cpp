// SPDX-License-Identifier: MIT
#include "record/recording.h"

#include "record/recorder.h"

#include <algorithm>

Recording::Recording(QObject *parent)
    : QObject(parent)
    , m_live(Recorder::now())
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Recording::drain);
    m_portion.setSingleShot(true);
    connect(&m_portion, &QTimer::timeout, this, &Recording::tellMore);
}

Recording::~Recording()
{
    setRecorder(nullptr);
}

void Recording::setRecorder(Recorder *recorder)
{
    if (m_recorder)
        m_recorder->setWakeUp({});
    m_recorder = recorder;
    if (m_recorder) {
        m_recorder->setWakeUp([this] {
            QMetaObject::invokeMethod(this, &Recording::scheduleDrain, Qt::QueuedConnection);
        });
    }
}

void Recording::scheduleDrain()
{
    if (m_frame.isActive())
        return;
    const qint64 sinceMs = (Recorder::now() - m_drainedNs) / 1'000'000;
    m_frame.start(int(std::clamp<qint64>(frameMs - sinceMs, 0, frameMs)));
}

void Recording::drain()
{
    if (!m_recorder)
        return;
    m_drainedNs = Recorder::now();
    append(m_recorder->take());
}

void Recording::append(std::vector<TaskEvent> batch)
{
    const bool toldAll = !m_trace && m_size == m_live.size();
    for (TaskEvent &event : batch)
        m_live.append(std::move(event));
    if (!toldAll || m_size == m_live.size())
        return; // nobody looks, or its turn comes, or there is nothing
    const qsizetype first = std::exchange(m_size, m_live.size());
    emit appended(first, m_size);
}

void Recording::clear()
{
    m_live = Snapshot(Recorder::now());
    m_trace.reset();
    startAnew();
}

void Recording::showTrace(Snapshot trace)
{
    m_trace = std::move(trace);
    startAnew();
}

void Recording::showLive()
{
    if (!m_trace)
        return;
    m_trace.reset();
    startAnew();
}

qint64 Recording::nowNs() const
{
    return m_trace ? m_trace->endNs() : Recorder::now();
}

void Recording::startAnew()
{
    m_size = 0;
    m_portion.stop();
    emit cleared();
    tellMore();
}

void Recording::tellMore()
{
    constexpr qsizetype portion = 4'096; // takes all who follow a few milliseconds
    const qsizetype first = m_size;
    if (first == shown().size())
        return;
    m_size = std::min(first + portion, shown().size());
    if (m_size < shown().size())
        m_portion.start(0);
    emit appended(first, m_size);
}
