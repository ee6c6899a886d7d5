// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetcher.h"
#include "practice/practiceserver.h"
#include "record/recorder.h"
#include "shared/loopwatch.h"
#include "shared/stories.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>
#include <optional>

/// A recorder, a practice server and a fetcher, and the way to wait for a fetch with the loop of
/// the test's thread running.
class FetchFixture
{
public:
    static constexpr int guardMs = 30'000;

    FetchFixture()
    {
        if (!server.start())
            qFatal("no server: %s", qPrintable(server.errorString()));
    }

    /// Limits that end nothing which is to come to an end by itself, however busy the machine is,
    /// and no retries.
    FetchRequest request(const QUrl &url) const
    {
        using std::chrono::milliseconds;
        return {.url = url,
                .limits = {.firstByte = milliseconds(10'000),
                           .silence = milliseconds(5'000),
                           .total = milliseconds(20'000),
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
        loop.exec();
        return future.isFinished() ? future.result() : T {};
    }
    FetchResult get(const FetchRequest &request, std::stop_token stop = {})
    {
        return wait(fetcher.fetch(request, std::move(stop)));
    }
    FetchResult get(const QString &path) { return get(request(path)); }
    /// All of them to their ends, however they end, \p atOnce at a time.
    bool getAll(const QList<FetchRequest> &requests, int atOnce)
    {
        fetcher.setMaxInFlight(atOnce);
        fetcher.setMaxPerHost(atOnce);
        QList<QFuture<FetchResult>> futures;
        for (const FetchRequest &request : requests)
            futures.append(fetcher.fetch(request));
        for (const QFuture<FetchResult> &future : futures)
            wait(future);
        return eachEndedOnce();
    }

    /// Watches the loop for as long as what it returns lives.
    [[nodiscard]] LoopWatch::Active watched()
    {
        if (!m_watch)
            m_watch.emplace();
        return LoopWatch::Active(*m_watch);
    }
    /// The loop lived while it was watched: see LoopWatch.
    bool loopLived() const { return m_watch.value().lived(); }
    QByteArray loopFigures() const { return m_watch.value().figures(); }

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
    std::optional<LoopWatch> m_watch; // there is none unless it is asked for
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
