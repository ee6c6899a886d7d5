// SPDX-License-Identifier: MIT
#include "record/recording.h"

#include "record/acquisition.h"
#include "record/recorder.h"

#include <QThreadPool>

#include <algorithm>

namespace {

/// To give a million events back takes longer than a frame.
void freeElsewhere(Snapshot events)
{
    QThreadPool::globalInstance()->start([events = std::move(events)] {});
}

} // namespace

Recording::Recording(QObject *parent)
    : Recording(Snapshot(Recorder::now()), true, parent)
{
}

Recording::Recording(Snapshot events, QObject *parent)
    : Recording(std::move(events), false, parent)
{
    m_portion.start(0);
}

Recording::Recording(Snapshot events, bool isGrowing, QObject *parent)
    : QObject(parent)
    , m_isGrowing(isGrowing)
    , m_events(std::move(events))
    , m_acquisitionNs(m_events.originNs())
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Recording::take);
    m_portion.setSingleShot(true);
    connect(&m_portion, &QTimer::timeout, this, &Recording::tellMore);
}

Recording::~Recording()
{
    setRecorder(nullptr);
    freeElsewhere(std::move(m_events));
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
    take();
    while (m_size < m_events.size())
        tellMore();
}

void Recording::take()
{
    if (!m_recorder)
        return;
    m_drainedNs = Recorder::now();
    append(m_recorder->take());
}

void Recording::append(std::vector<TaskEvent> batch)
{
    const bool toldAll = m_size == m_events.size();
    for (TaskEvent &event : batch)
        m_events.append(std::move(event));
    if (!toldAll || m_size == m_events.size())
        return; // its turn comes, or there is nothing
    const qsizetype first = std::exchange(m_size, m_events.size());
    emit appended(first, m_size);
}

void Recording::beginAcquisition()
{
    take();
    m_acquisitionNs = Recorder::now();
    startAnew(Acquisition::next(m_events));
}

void Recording::clearLoop()
{
    take();
    startAnew(Acquisition::withoutLoop(m_events));
}

void Recording::clear()
{
    m_acquisitionNs = Recorder::now();
    startAnew(Snapshot(m_acquisitionNs));
}

qint64 Recording::nowNs() const
{
    return m_isGrowing ? Recorder::now() : m_events.endNs();
}

void Recording::startAnew(Snapshot events)
{
    freeElsewhere(std::exchange(m_events, std::move(events)));
    m_size = 0;
    m_portion.stop();
    emit cleared();
    tellMore();
}

void Recording::tellMore()
{
    constexpr qsizetype portion = 4'096; // takes all who follow a few milliseconds
    const qsizetype first = m_size;
    if (first == m_events.size())
        return;
    m_size = std::min(first + portion, m_events.size());
    if (m_size < m_events.size())
        m_portion.start(0);
    emit appended(first, m_size);
}
