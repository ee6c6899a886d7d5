// SPDX-License-Identifier: MIT
#pragma once

#include "compute/computepool.h"
#include "fetch/fetcher.h"
#include "lab/measurement.h"
#include "loop/loopmonitor.h"
#include "practice/practiceserver.h"
#include "record/currenttask.h"
#include "record/taskhandle.h"

#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTask>
#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QRandomGenerator>

#include <chrono>
#include <memory>

/// A piece of work that the calling thread, the one of the window, is at as long as this lives. It
/// is a task, and when it takes so long that the loop stalls, the receipt names it. Not across a
/// co_await.
class Step
{
public:
    Step(Recorder &recorder, const QString &title, TaskId parent)
        : m_task(recorder, TaskType::Step, title, parent)
        , m_current(m_task.id())
    {
        m_task.run({Lane::Kind::Gui});
    }
    Q_DISABLE_COPY_MOVE(Step)
    ~Step() { m_task.finish(Outcome::succeeded()); }

    TaskHandle &task() { return m_task; }

private:
    TaskHandle m_task;
    CurrentTask m_current;
};

/// The toolbox of an experiment: a practice server, a network thread and a pool of its own, so that
/// nothing else in the program changes what it measures, and nothing of it outlives the run. All on
/// the thread that made it, which has a loop that turns.
///
/// The futures it gives always complete with a value, on this thread, also after a stop. So
/// co_await, then() and whenAll() are all safe with them.
class Lab final
{
public:
    struct Terms
    {
        quint32 seed = 1;
        QHash<QLatin1StringView, int> knobs {};
        TaskId task = TaskId::None; ///< what is done here become children of it
    };
    /// \p recorder outlives it. Starts threads, which takes about a millisecond.
    Lab(Recorder &recorder, const Terms &terms);
    Q_DISABLE_COPY_MOVE(Lab)
    /// Cancels what is in flight and joins the threads.
    ~Lab() { requestStop(); }

    // What is asked for.
    int knob(const char *id) const;
    quint32 seed() const { return m_terms.seed; }
    /// The same numbers for each variant.
    QRandomGenerator random() const { return QRandomGenerator(m_terms.seed); }
    std::stop_token stopToken() const { return m_stop.get_token(); }
    bool isStopped() const { return m_stop.stop_requested(); }

    // What there is.
    Recorder &recorder() { return m_recorder; }
    PracticeServer &server() { return m_server; }
    /// Of the practice server; what it understands stands in server/endpoints.h.
    QUrl address(const QString &path) const { return m_server.address(path); }
    /// Lets 1,000 requests in flight, all to one host, unless told otherwise.
    Fetcher &fetcher() { return m_fetcher; }
    ComputePool &pool() { return m_pool; }
    TaskId task() const { return m_terms.task; }
    /// To own what belongs to this run and as the context of connections; goes with the lab.
    QObject *context() { return &m_context; }

    /// What came before was preparation: time, lag and pulse are taken from now on. Not needed when
    /// there is none.
    void begin();

    // What to do.
    /// A GET of \p path, once, without retries, with limits of 5 s.
    FetchRequest request(const QString &path) const;
    QFuture<FetchResult> fetch(const QString &path) { return fetch(request(path)); }
    QFuture<FetchResult> fetch(FetchRequest request)
    {
        return fetch(std::move(request), stopToken());
    }
    QFuture<FetchResult> fetch(FetchRequest request, std::stop_token stop);
    template <typename Kernel> auto compute(const QString &title, Kernel kernel)
    {
        return compute(title, std::move(kernel), stopToken());
    }
    template <typename Kernel>
    auto compute(const QString &title, Kernel kernel, std::stop_token stop)
    {
        return deliver(m_pool.run(title, std::move(kernel), std::move(stop), m_terms.task));
    }
    /// Ends early when the lab is stopped.
    QFuture<void> sleep(std::chrono::milliseconds length);
    /// All of \p futures, in their order.
    template <typename T> static QCoro::Task<QList<T>> gather(QList<QFuture<T>> futures)
    {
        QList<T> results;
        for (const QFuture<T> &future : futures)
            results.append(co_await future);
        co_return results;
    }
    /// A future that completes on the thread of the lab with what \p future has, for futures
    /// that another thread completes.
    template <typename T> QFuture<T> deliver(const QFuture<T> &future);
    /// A piece of work of this thread, from now to the end of the step's scope. Without co_await in
    /// between.
    Step step(const QString &title) { return Step(m_recorder, title, m_terms.task); }
    /// A child of this run, to be reported on by whoever does it.
    TaskHandle newTask(const QString &title) const
    {
        return {m_recorder, TaskType::Step, title, m_terms.task};
    }

    // What to tell.
    /// \p name stays, is English, and marked by QT_TRANSLATE_NOOP("Lab", …).
    void measure(const char *name, double value, Unit unit = Unit::Count)
    {
        m_measurements.append({.name = name, .value = value, .unit = unit});
    }
    /// A line of the run's log.
    void note(const QString &text);

    // For whoever runs it.
    /// On the thread of the lab, as everything here.
    void requestStop() { m_stop.request_stop(); }
    qint64 beginNs() const { return m_beginNs; }
    /// Of the loop, since begin().
    LoopMonitor &monitor() { return *m_monitor; }
    const QList<Measurement> &measurements() const { return m_measurements; }
    const QStringList &notes() const { return m_notes; }

private:
    Recorder &m_recorder;
    const Terms m_terms;
    std::stop_source m_stop;
    QList<Measurement> m_measurements;
    QStringList m_notes;
    qint64 m_beginNs = 0;
    std::unique_ptr<LoopMonitor> m_monitor;
    // Destroyed from the bottom up: who waits first, who serves last.
    PracticeServer m_server;
    ComputePool m_pool;
    Fetcher m_fetcher;
    QObject m_context;
};

template <typename T> QFuture<T> Lab::deliver(const QFuture<T> &future)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    auto *watcher = new QFutureWatcher<T>(&m_context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, promise] {
        watcher->deleteLater();
        promise->addResult(watcher->result());
        promise->finish();
    });
    watcher->setFuture(future);
    return promise->future();
}
