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
    FlightPointer flight = prepare(std::move(request));
    QFuture<FetchResult> future = futureOf(*flight);
    submit(std::move(flight), std::move(stop));
    return future;
}

void Fetcher::FlightDeleter::operator()(Flight *flight) const
{
    delete flight;
}

Fetcher::FlightPointer Fetcher::prepare(FetchRequest request)
{
    FlightPointer flight(new Flight);
    flight->ownsTask = !request.task;
    flight->task = request.task
        ? std::move(request.task)
        : std::make_shared<TaskHandle>(m_recorder, TaskType::Fetch,
                                       request.title.isEmpty() ? request.url.toDisplayString()
                                                               : request.title,
                                       request.parent);
    flight->request = std::move(request);
    flight->promise.start();
    return flight;
}

QFuture<FetchResult> Fetcher::futureOf(const Flight &flight)
{
    return flight.promise.future();
}

void Fetcher::submit(FlightPointer flight, std::stop_token stop)
{
    m_worker->submit(std::unique_ptr<Flight>(flight.release()), stop);
}

void Fetcher::setMaxInFlight(int count)
{
    m_worker->setLimits(count, 0);
}

void Fetcher::setMaxPerHost(int count)
{
    m_worker->setLimits(0, count);
}

void Fetcher::setHolding(bool holds)
{
    m_worker->setHolding(holds);
}
