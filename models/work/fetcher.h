// SPDX-License-Identifier: MIT
#pragma once

#include "work/fetchrequest.h"

#include <QFuture>
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
    QFuture<FetchResult> fetch(FetchRequest request, std::stop_token stop = {});

    /// Change at once, also while work runs: more start, or no new ones until fewer run.
    void setMaxInFlight(int count);
    void setMaxPerHost(int count);

private:
    Recorder &m_recorder;
    QThread m_undertaker;
    QThread m_thread;
    FetchWorker *m_worker; // lives on m_thread
};
