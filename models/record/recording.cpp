// SPDX-License-Identifier: MIT
#include "record/recording.h"

#include "record/recorder.h"

#include <algorithm>

Recording::Recording(QObject *parent)
    : QObject(parent)
    , m_events(Recorder::now())
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Recording::drain);
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
    if (batch.empty())
        return;
    const qsizetype first = size();
    for (TaskEvent &event : batch)
        m_events.append(std::move(event));
    emit appended(first, size());
}

void Recording::clear()
{
    m_events = Snapshot(Recorder::now());
    emit cleared();
}

void Recording::setEvents(Snapshot events)
{
    m_events = std::move(events);
    m_events.ownTail();
    emit cleared();
    if (size() > 0)
        emit appended(0, size());
}
