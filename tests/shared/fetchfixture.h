// SPDX-License-Identifier: MIT
#pragma once

#include "record/recorder.h"
#include "server/practiceserver.h"
#include "shared/stories.h"
#include "work/fetcher.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

/// A recorder, a practice server and a fetcher, and the way to wait for a fetch with the loop of
/// the test's thread running. Counts the ticks of a 10 ms timer while it waits.
class FetchFixture
{
public:
    static constexpr int guardMs = 30'000;
    static constexpr int tickMs = 10;

    FetchFixture()
    {
        if (!server.start())
            qFatal("no server: %s", qPrintable(server.errorString()));
    }

    /// Limits that keep the tests quick, and no retries.
    FetchRequest request(const QUrl &url) const
    {
        using std::chrono::milliseconds;
        return {.url = url,
                .limits = {.firstByte = milliseconds(1'000),
                           .silence = milliseconds(500),
                           .total = milliseconds(3'000),
                           .maxBytes = 4 << 20},
                .retries = 0};
    }
    FetchRequest request(const QString &path) const { return request(server.address(path)); }

    /// Runs the loop until \p future is there. An Abandoned result without task says it never came.
    template <typename T> T wait(QFuture<T> future)
    {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QTimer guard;
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&tick, &QTimer::timeout, &loop, [this] { ++m_ticks; });
        QObject::connect(&guard, &QTimer::timeout, &loop, &QEventLoop::quit);
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        const int beats = m_beats;
        guard.start(guardMs);
        tick.start(tickMs);
        watcher.setFuture(future);
        if (!future.isFinished())
            loop.exec();
        m_waited += m_beats - beats;
        return future.isFinished() ? future.result() : T {};
    }
    FetchResult get(const FetchRequest &request, std::stop_token stop = {})
    {
        return wait(fetcher.fetch(request, std::move(stop)));
    }
    FetchResult get(const QString &path) { return get(request(path)); }

    /// The loop ticked at least a fifth as often as a thread with nothing else to do. Not as often as
    /// the clock would have it: a machine busy with others wakes nobody in time.
    bool loopLived() const { return m_waited * tickMs < 200 || m_ticks * 5 >= m_waited; }
    int ticks() const { return m_ticks; }

    /// Everything recorded for \p task so far.
    QList<TaskEvent> story(TaskId task)
    {
        take();
        return m_stories.value(task);
    }
    const Stories &allStories()
    {
        take();
        return m_stories;
    }
    /// Each task has exactly one terminal event, and it is the last one.
    bool eachEndedOnce()
    {
        return std::ranges::all_of(allStories(), [](const QList<TaskEvent> &story) {
            return ends(story) == 1 && story.last().kind == EventKind::Finished;
        });
    }

    Recorder recorder;
    PracticeServer server;
    Fetcher fetcher {recorder};

private:
    void take()
    {
        for (const TaskEvent &event : recorder.take())
            m_stories[event.task].append(event);
    }

    Stories m_stories;
    int m_waited = 0; // beats while it waited
    int m_ticks = 0;
    std::atomic<int> m_beats = 0;
    std::jthread m_metronome {[this](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(tickMs));
            ++m_beats;
        }
    }};
};

/// The notes of a story with that code, in order.
inline QList<TaskEvent> notes(const QList<TaskEvent> &story, NoteCode code)
{
    QList<TaskEvent> found;
    for (const TaskEvent &event : story) {
        if (event.kind == EventKind::Note && NoteCode(event.code) == code)
            found.append(event);
    }
    return found;
}
