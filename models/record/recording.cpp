// SPDX-License-Identifier: MIT
#include "record/recording.h"

#include "record/recorder.h"

#include <algorithm>

Recording::Recording(QObject *parent)
    : QObject(parent)
    , m_originNs(Recorder::now())
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
    m_events.insert(m_events.end(), std::make_move_iterator(batch.begin()),
                    std::make_move_iterator(batch.end()));
    emit appended(first, size());
}

void Recording::clear()
{
    m_events.clear();
    m_events.shrink_to_fit();
    m_originNs = Recorder::now();
    emit cleared();
}
