// SPDX-License-Identifier: MIT
#include "work/fetcher.h"

#include "work/fetchworker.h"

using namespace Qt::StringLiterals;

Fetcher::Fetcher(Recorder &recorder)
    : m_recorder(recorder)
    , m_worker(new FetchWorker(m_undertaker))
{
    m_thread.setObjectName(u"network"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_undertaker.setObjectName(u"network, at rest"_s);
    m_undertaker.start();
    m_thread.start();
}

Fetcher::~Fetcher()
{
    QMetaObject::invokeMethod(m_worker, &FetchWorker::shutDown, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_undertaker.quit();
    m_undertaker.wait();
}

QFuture<FetchResult> Fetcher::fetch(FetchRequest request, std::stop_token stop)
{
    const bool ownsTask = !request.task;
    auto task = ownsTask
        ? std::make_shared<TaskHandle>(m_recorder, TaskType::Fetch,
                                       request.title.isEmpty() ? request.url.toDisplayString()
                                                               : request.title,
                                       request.parent)
        : std::move(request.task);
    auto flight = std::make_unique<Flight>();
    flight->request = std::move(request);
    flight->task = std::move(task);
    flight->ownsTask = ownsTask;
    flight->promise.start();
    QFuture<FetchResult> future = flight->promise.future();
    m_worker->submit(std::move(flight), stop);
    return future;
}

void Fetcher::setMaxInFlight(int count)
{
    m_worker->setLimits(count, 0);
}

void Fetcher::setMaxPerHost(int count)
{
    m_worker->setLimits(0, count);
}
