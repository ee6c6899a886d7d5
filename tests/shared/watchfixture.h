// SPDX-License-Identifier: MIT
#pragma once

#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "loop/watchdog.h"
#include "record/recorder.h"
#include "shared/blockspan.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>
#include <mutex>

/// What a listener heard, from the watchdog's thread.
class StallLog
{
public:
    void add(const StallNews &news)
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(news);
    }
    std::vector<StallNews> news() const
    {
        const std::lock_guard lock(m_mutex);
        return m_news;
    }
    /// How often it was told that a stall lasts on; it is looked at just before.
    qint64 looks() const
    {
        return std::ranges::count(news(), StallNews::Phase::Lasts, &StallNews::phase);
    }
    bool hasHeard(StallNews::Phase phase, const QString &function = {}) const
    {
        return std::ranges::any_of(news(), [&](const StallNews &news) {
            return news.phase == phase && news.function.contains(function);
        });
    }

private:
    mutable std::mutex m_mutex;
    std::vector<StallNews> m_news;
};

constexpr int guardMs = 30'000;

Q_NEVER_INLINE inline void wasteUntil(const std::function<bool()> &isOver)
{
    const QDeadlineTimer guard(guardMs);
    volatile quint64 sum = 0;
    while (!isOver() && !guard.hasExpired()) {
        for (int i = 0; i < 1'000'000; ++i)
            sum = sum + quint64(i);
    }
}

Q_NEVER_INLINE inline void napUntil(const std::function<bool()> &isOver)
{
    const QDeadlineTimer guard(guardMs);
    while (!isOver() && !guard.hasExpired())
        QThread::msleep(5);
}

/// The loop of a test, blocked on purpose and watched meanwhile.
class WatchFixture : public QObject
{
protected:
    void setUp();
    void tearDown();
    bool beatAgain(int beats = 3);
    BlockSpan block(const std::function<void()> &how);
    /// Until the loop was looked at that many times more, while it stands still.
    std::function<bool()> looks(int count) const
    {
        return [this, until = m_log->looks() + count] { return m_log->looks() >= until; };
    }
    /// The stall that a block is part of, once it is over; a busy machine may add others.
    TaskId stallOf(const BlockSpan &span) const;
    bool waitForEnd(const BlockSpan &span);
    void take();
    QList<TaskEvent> told(EventKind kind, TaskId stall = TaskId::None) const;
    /// As who reads the events counts them; the heaviest first.
    QList<CountedStack> stacks(TaskId stall) const;
    /// Whether each stall that began has one end, and all of them have a begin.
    bool isEachOver() const;

    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<LoopRecorder> m_loopRecorder;
    std::unique_ptr<StallLog> m_log;
    std::unique_ptr<Watchdog> m_watchdog;
    std::unique_ptr<QSignalSpy> m_beats;
    QList<TaskEvent> m_events;
};

inline void WatchFixture::setUp()
{
    m_events.clear();
    m_recorder = std::make_unique<Recorder>();
    m_monitor = std::make_unique<LoopMonitor>();
    m_loopRecorder = std::make_unique<LoopRecorder>(*m_monitor, *m_recorder);
    m_log = std::make_unique<StallLog>();
    m_watchdog = std::make_unique<Watchdog>(*m_monitor, *m_loopRecorder, *m_recorder);
    connect(m_loopRecorder.get(), &LoopRecorder::recorded, this,
            [this](TaskId id, const Stall &stall) {
                if (m_watchdog)
                    m_watchdog->attach(id, stall);
            });
    m_watchdog->setListener([this](const StallNews &news) { m_log->add(news); });
    m_beats = std::make_unique<QSignalSpy>(m_monitor.get(), &LoopMonitor::beat);
    m_monitor->setStallThreshold(std::chrono::milliseconds(200));
    m_monitor->setActive(true);
    m_watchdog->start();
    QVERIFY(beatAgain());
}

inline void WatchFixture::tearDown()
{
    m_beats.reset();
    m_watchdog.reset();
    m_log.reset();
    m_loopRecorder.reset();
    m_monitor.reset();
    m_recorder.reset();
}

inline bool WatchFixture::beatAgain(int beats)
{
    for (int i = 0; i < beats; ++i) {
        if (!m_beats->wait(guardMs))
            return false;
    }
    return true;
}

inline BlockSpan WatchFixture::block(const std::function<void()> &how)
{
    BlockSpan span;
    QMetaObject::invokeMethod(
        this, [&] { span.record(how); }, Qt::QueuedConnection);
    return beatAgain() ? span : BlockSpan();
}

inline TaskId WatchFixture::stallOf(const BlockSpan &span) const
{
    for (const TaskEvent &ended : told(EventKind::StallEnded)) {
        const qint64 beginNs = told(EventKind::StallBegan, ended.task).last().value;
        if (span.overlaps(beginNs, ended.timeNs))
            return ended.task;
    }
    return TaskId::None;
}

inline QList<CountedStack> WatchFixture::stacks(TaskId stall) const
{
    QList<CountedStack> stacks;
    for (const TaskEvent &sample : told(EventKind::StallSample, stall)) {
        if (!sample.text.isEmpty())
            stacks.append({StackFrames::fromText(sample.text), 0});
        ++stacks[sample.value - 1].count;
    }
    return heaviest(stacks, stacks.size());
}

inline QList<TaskEvent> WatchFixture::told(EventKind kind, TaskId stall) const
{
    QList<TaskEvent> told;
    std::ranges::copy_if(m_events, std::back_inserter(told), [&](const TaskEvent &event) {
        return event.kind == kind && (stall == TaskId::None || event.task == stall);
    });
    return told;
}

inline bool WatchFixture::isEachOver() const
{
    QSet<TaskId> begun;
    QSet<TaskId> over;
    for (const TaskEvent &event : m_events) {
        if (familyOf(event.kind) != EventFamily::Stall)
            continue;
        if (event.kind == EventKind::StallBegan)
            begun.insert(event.task);
        if (!begun.contains(event.task)
            || (event.kind == EventKind::StallEnded && over.contains(event.task)))
            return false;
        if (event.kind == EventKind::StallEnded)
            over.insert(event.task);
    }
    return begun == over;
}

inline void WatchFixture::take()
{
    for (const TaskEvent &event : m_recorder->take())
        m_events.append(event);
}

inline bool WatchFixture::waitForEnd(const BlockSpan &span)
{
    const auto isThere = [&] {
        take();
        return stallOf(span) != TaskId::None;
    };
    return QTest::qWaitFor(isThere, guardMs);
}
