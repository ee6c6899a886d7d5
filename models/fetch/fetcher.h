// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <stop_token>

class FetchWorker;
class Recorder;

/// Fetches over HTTP on a network thread of its own. A scheduler sits in front of the access
/// managers: at most \c maxInFlight requests at once and \c maxPerHost for one scheme, host and
/// port, first in first out. All functions may be called from any thread.
class Fetcher final
{
public:
    explicit Fetcher(Recorder &recorder);
    /// Cancels what is in flight, with its outcome recorded, and joins the thread.
    ~Fetcher();
    Q_DISABLE_COPY_MOVE(Fetcher)

    /// The future always completes with one result, on the network thread; it is never cancelled.
    /// What went wrong is in FetchResult::outcome. \p stop cancels the fetch wherever it is.
    /// Watch it with QFutureWatcher or co_await; .then() may come too late, see ComputePool.
    QFuture<FetchResult> fetch(FetchRequest request, const std::stop_token &stop = {});
    /// The same, followed on the network thread by \p then(const FetchResult &), which is short and
    /// does not throw. The future has what it returns.
    template <typename Then>
    auto fetchThen(FetchRequest request, Then then, const std::stop_token &stop = {})
    {
        QPromise<FetchResult> promise;
        auto future = promise.future().then(std::move(then)); // before there is a result
        submit(std::move(request), std::move(promise), stop);
        return future;
    }

    /// Change at once, also while work runs: more start, or no new ones until fewer run.
    void setMaxInFlight(int count);
    void setMaxPerHost(int count);
    /// While it holds, no further request starts, and what is in flight goes on. For whoever cannot
    /// take the bodies as fast as they come.
    void setHolding(bool holds);

private:
    void submit(FetchRequest request, QPromise<FetchResult> promise, const std::stop_token &stop);

    Recorder &m_recorder;
    QThread m_cleanupThread;
    QThread m_thread;
    FetchWorker *m_worker; // lives on m_thread
};
