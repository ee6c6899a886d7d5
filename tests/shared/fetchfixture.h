// SPDX-License-Identifier: MIT
#pragma once

#include "record/recorder.h"
#include "server/practiceserver.h"
#include "shared/loopwatch.h"
#include "shared/stories.h"
#include "work/fetcher.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

/// A recorder, a practice server and a fetcher, and the way to wait for a fetch with the loop of
/// the test's thread running and watched.
class FetchFixture
{
public:
    static constexpr int guardMs = 30'000;

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
        if (future.isFinished())
            return future.result();
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QTimer guard;
        QObject::connect(&guard, &QTimer::timeout, &loop, &QEventLoop::quit);
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        guard.start(guardMs);
        watcher.setFuture(future);
        {
            const LoopWatch::Active watched(m_watch);
            loop.exec();
        }
        return future.isFinished() ? future.result() : T {};
    }
    FetchResult get(const FetchRequest &request, std::stop_token stop = {})
    {
        return wait(fetcher.fetch(request, std::move(stop)));
    }
    FetchResult get(const QString &path) { return get(request(path)); }

    /// Watches the loop for as long as what it returns lives: for waits by other means.
    [[nodiscard]] LoopWatch::Active watched() { return LoopWatch::Active(m_watch); }
    /// The loop lived during all waits: see LoopWatch.
    bool loopLived() const { return m_watch.lived(); }
    QByteArray loopFigures() const { return m_watch.figures(); }

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
    LoopWatch m_watch;
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
