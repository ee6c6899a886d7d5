// SPDX-License-Identifier: MIT
#include "fetch/fetcher.h"

#include "fetch/accessmanagers.h"
#include "fetch/deadlines.h"
#include "fetch/fetchtext.h"
#include "fetch/flight.h"
#include "record/recorder.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>

#include <atomic>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;

/// The network thread's side: carries each flight from one of its states to the next, between the
/// queue, the access managers and the deadlines. All of it runs on that thread, but post() and
/// submit().
class FetchWorker final : public QObject
{
public:
    explicit FetchWorker(QThread &cleanupThread);

    /// From any thread: \p call is made at the worker's next turn, after those posted before.
    void post(std::function<void()> call);
    /// From any thread. Nobody else holds \p flight.
    void submit(std::shared_ptr<Flight> flight, const std::stop_token &stop);

    /// Zero leaves a limit as it is.
    void setLimits(int inFlight, int perHost);
    void setHolding(bool holds) { m_isHolding = holds; }
    /// Ends every flight as cancelled, those included that a continuation of another one adds.
    void shutDown();

private:
    void takePosted();
    void accept(const std::shared_ptr<Flight> &flight);
    void cancel(quint64 ticket);
    void goOn(); // at the end of each turn, and when a deadline comes
    void startWaiting();
    void advance(Flight &flight, const Flight::Next &next);
    void send(Flight &flight, const FetchScheduler::Start &start);
    void attemptEnded(Flight &flight, const FetchAttempt::Report &report);
    void release(Flight &flight);
    void finish(Flight &flight, const Outcome &outcome);
    void schedule(const Flight &flight) { m_deadlines.set(flight.ticket(), flight.dueNs()); }
    void endDue();

    std::atomic<quint64> m_lastTicket = 0;
    std::mutex m_mutex; // guards the next two
    std::vector<std::function<void()>> m_posted;
    bool m_isAwake = false; // takePosted() is on its way

    bool m_isClosing = false;
    bool m_isHolding = false; // starts no further request
    bool m_isStarting = false; // the next portion is on its way
    bool m_isChecking = false; // the deadlines
    FetchScheduler m_scheduler;
    std::unordered_map<quint64, std::shared_ptr<Flight>> m_flights;
    AccessManagers m_managers;
    AbortQueue m_aborts;
    Deadlines m_deadlines;
    QRandomGenerator m_random = QRandomGenerator::securelySeeded();
};

FetchWorker::FetchWorker(QThread &cleanupThread)
    : m_managers(cleanupThread)
    , m_aborts(this,
               [this] {
                   const std::lock_guard lock(m_mutex);
                   return m_isAwake;
               })
    , m_deadlines(this, [this] { goOn(); })
{
}

void FetchWorker::post(std::function<void()> call)
{
    const std::lock_guard lock(m_mutex);
    m_posted.push_back(std::move(call));
    if (!std::exchange(m_isAwake, true))
        QMetaObject::invokeMethod(this, &FetchWorker::takePosted, Qt::QueuedConnection);
}

void FetchWorker::submit(std::shared_ptr<Flight> flight, const std::stop_token &stop)
{
    const quint64 ticket = ++m_lastTicket;
    const auto onStop = [this, ticket] { post([this, ticket] { cancel(ticket); }); };
    flight->submit(ticket, stop, onStop);
    post([this, flight = std::move(flight), stop] {
        accept(flight);
        if (stop.stop_requested()) // perhaps before the flight was there to be found
            cancel(flight->ticket());
    });
}

void FetchWorker::takePosted()
{
    std::vector<std::function<void()>> posted;
    {
        const std::lock_guard lock(m_mutex);
        m_isAwake = false;
        posted.swap(m_posted);
    }
    for (const std::function<void()> &call : posted)
        call();
    goOn();
}

void FetchWorker::setLimits(int inFlight, int perHost)
{
    m_scheduler.setLimits(inFlight > 0 ? inFlight : m_scheduler.maxInFlight(),
                          perHost > 0 ? perHost : m_scheduler.maxPerHost());
}

void FetchWorker::accept(const std::shared_ptr<Flight> &flight)
{
    m_flights.emplace(flight->ticket(), flight);
    advance(*flight, flight->begin());
}

void FetchWorker::cancel(quint64 ticket)
{
    const auto found = m_flights.find(ticket);
    if (found != m_flights.end())
        finish(*found->second, Outcome::cancelled(FetchText::cancelled()));
}

/// Under load the event of the timer is tens of milliseconds behind those of the replies, so every
/// turn looks for itself whether a deadline has come.
void FetchWorker::goOn()
{
    if (m_isChecking)
        return; // who checks goes on when all that are due have ended
    endDue();
    startWaiting();
}

/// In portions: a request takes Qt some 40 µs and wakes one of its threads, so two hundred at once
/// were a turn of 6 to 20 ms in which no deadline was looked at. Each of the threads that were
/// woken may go first, so even a portion can take milliseconds.
void FetchWorker::startWaiting()
{
    constexpr int portion = 16;
    for (int sent = 0; !m_isClosing && !m_isHolding; ++sent) {
        if (sent == portion) {
            if (!std::exchange(m_isStarting, true))
                QMetaObject::invokeMethod(
                    this, [this] { m_isStarting = false, goOn(); }, Qt::QueuedConnection);
            break;
        }
        const auto start = m_scheduler.next();
        if (!start)
            break;
        m_aborts.clear(); // before anybody else gets their connections
        send(*m_flights.at(start->ticket), *start);
        endDue();
    }
    m_deadlines.arm();
    m_aborts.start();
}

void FetchWorker::advance(Flight &flight, const Flight::Next &next)
{
    switch (next.state) {
    case Flight::State::Sent: return send(flight, *flight.start());
    case Flight::State::Waiting:
        release(flight);
        flight.wait();
        m_scheduler.enqueue(flight.ticket(), flight.host());
        return schedule(flight);
    case Flight::State::Pausing: release(flight); return schedule(flight);
    case Flight::State::Ended: return finish(flight, next.outcome);
    case Flight::State::Submitted:
    case Flight::State::Receiving: break; // that is not for us to decide
    }
}

void FetchWorker::send(Flight &flight, const FetchScheduler::Start &start)
{
    const FetchAttempt &attempt = flight.send(start, m_managers.of(start.hostSlot));
    connect(&attempt, &FetchAttempt::ended, this,
            [this, &flight](const FetchAttempt::Report &report) { attemptEnded(flight, report); });
    connect(&attempt, &FetchAttempt::headArrived, this, [this, &flight] {
        flight.receive();
        schedule(flight);
    });
    schedule(flight);
}

void FetchWorker::attemptEnded(Flight &flight, const FetchAttempt::Report &report)
{
    if (report.isConnectionSuspect)
        m_managers.retire(flight.start()->hostSlot);
    advance(flight, flight.afterAttempt(report, m_random));
    goOn();
}

void FetchWorker::release(Flight &flight)
{
    if (const auto start = flight.takeStart())
        m_scheduler.release(*start, flight.host());
}

void FetchWorker::finish(Flight &flight, const Outcome &outcome)
{
    const auto owned = m_flights.extract(flight.ticket()); // to the end of this function
    m_deadlines.remove(flight.ticket());
    m_scheduler.remove(flight.ticket(), flight.host());
    release(flight);
    m_aborts.add(flight.end(outcome));
}

/// Ends the flights whose deadline has come, if any has.
void FetchWorker::endDue()
{
    if (m_deadlines.isEmpty() || m_isChecking)
        return;
    const qint64 now = Recorder::now();
    if (!m_deadlines.due(now))
        return;
    m_isChecking = true;
    // So late is it only when somebody stopped the process, or the machine had no time for it.
    if (const qint64 lateNs = m_deadlines.lateNs(now); lateNs >= Deadlines::heldNs) {
        for (const auto &[ticket, flight] : m_flights) {
            flight->extendLimits(lateNs);
            schedule(*flight);
        }
    }
    while (const auto ticket = m_deadlines.due(now)) {
        Flight &flight = *m_flights.at(*ticket);
        FetchAttempt *attempt = flight.attempt();
        if (const auto next = flight.check(now))
            advance(flight, *next);
        else if (attempt && attempt->deadlineNs() <= now)
            attempt->timeOut();
        else
            schedule(flight); // bytes have arrived since, so there is more time
    }
    m_isChecking = false;
}

void FetchWorker::shutDown()
{
    m_isClosing = true;
    takePosted();
    while (!m_flights.empty()) {
        finish(*m_flights.begin()->second,
               Outcome::cancelled(FetchText::tr("Cancelled because the program closes.")));
        takePosted(); // a continuation may have asked for more
    }
    m_aborts.clear();
    m_managers.clear();
}

Fetcher::Fetcher(Recorder &recorder)
    : m_recorder(recorder)
    , m_worker(new FetchWorker(m_cleanupThread))
{
    m_thread.setObjectName(u"network"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_cleanupThread.setObjectName(u"network, at rest"_s);
    m_cleanupThread.start();
    m_thread.start();
}

Fetcher::~Fetcher()
{
    QMetaObject::invokeMethod(m_worker, &FetchWorker::shutDown, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_cleanupThread.quit();
    m_cleanupThread.wait();
}

QFuture<FetchResult> Fetcher::fetch(FetchRequest request, const std::stop_token &stop)
{
    QPromise<FetchResult> promise;
    QFuture<FetchResult> future = promise.future();
    submit(std::move(request), std::move(promise), stop);
    return future;
}

void Fetcher::submit(FetchRequest request, QPromise<FetchResult> promise,
                     const std::stop_token &stop)
{
    m_worker->submit(std::make_shared<Flight>(std::move(request), std::move(promise), m_recorder),
                     stop);
}

void Fetcher::setMaxInFlight(int count)
{
    m_worker->post([worker = m_worker, count] { worker->setLimits(count, 0); });
}

void Fetcher::setMaxPerHost(int count)
{
    m_worker->post([worker = m_worker, count] { worker->setLimits(0, count); });
}

void Fetcher::setHolding(bool holds)
{
    m_worker->post([worker = m_worker, holds] { worker->setHolding(holds); });
}
