// SPDX-License-Identifier: MIT
#include "work/fetchworker.h"

#include "record/recorder.h"
#include "work/addresslist.h"
#include "work/fetchtext.h"
#include "work/loopback.h"
#include "work/redirectpolicy.h"
#include "work/retrypolicy.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr qint64 heldNs = 250'000'000; // later than load alone makes it
constexpr qint64 never = std::numeric_limits<qint64>::max();

qint64 totalDeadlineNs(const Flight &flight)
{
    const milliseconds total = flight.request.limits.total;
    return flight.firstSentNs < 0 || total.count() <= 0
        ? never
        : flight.firstSentNs + nanoseconds(total).count() + flight.sparedNs;
}

} // namespace

FetchWorker::FetchWorker(QThread &undertaker)
    : m_managers(undertaker)
{
    m_timer.setParent(this); // moves to the network thread with this
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FetchWorker::goOn);
}

FetchWorker::~FetchWorker() = default;

void FetchWorker::submit(std::unique_ptr<Flight> flight, const std::stop_token &stop)
{
    Flight &submitted = *flight;
    quint64 ticket = 0;
    {
        const std::lock_guard lock(m_mutex);
        ticket = ++m_lastTicket;
    }
    submitted.ticket = ticket;
    if (stop.stop_possible()) {
        submitted.onStop.emplace(stop, [this, ticket] {
            const std::lock_guard lock(m_mutex);
            m_inbox.stops.push_back(ticket);
            wake();
        });
    }
    const std::lock_guard lock(m_mutex);
    m_inbox.flights.push_back(std::move(flight));
    if (stop.stop_requested()) // perhaps before the flight was there to be found
        m_inbox.stops.push_back(ticket);
    wake();
}

void FetchWorker::setLimits(int inFlight, int perHost)
{
    const std::lock_guard lock(m_mutex);
    m_inbox.inFlight = inFlight > 0 ? inFlight : m_inbox.inFlight;
    m_inbox.perHost = perHost > 0 ? perHost : m_inbox.perHost;
    wake();
}

void FetchWorker::setHolding(bool holds)
{
    const std::lock_guard lock(m_mutex);
    m_inbox.holds = holds;
    wake();
}

void FetchWorker::wake()
{
    if (!std::exchange(m_isAwake, true))
        QMetaObject::invokeMethod(this, &FetchWorker::readInbox, Qt::QueuedConnection);
}

void FetchWorker::readInbox()
{
    Inbox inbox;
    {
        const std::lock_guard lock(m_mutex);
        m_isAwake = false;
        inbox = std::exchange(m_inbox, {});
    }
    if (inbox.inFlight > 0 || inbox.perHost > 0) {
        m_scheduler.setLimits(inbox.inFlight > 0 ? inbox.inFlight : m_scheduler.maxInFlight(),
                              inbox.perHost > 0 ? inbox.perHost : m_scheduler.maxPerHost());
    }
    m_isHolding = inbox.holds.value_or(m_isHolding);
    for (std::unique_ptr<Flight> &flight : inbox.flights)
        accept(std::move(flight));
    for (const quint64 ticket : inbox.stops) {
        const auto found = m_flights.find(ticket);
        if (found != m_flights.end())
            finish(*found->second, Outcome::cancelled(FetchText::cancelled()));
    }
    goOn();
}

void FetchWorker::accept(std::unique_ptr<Flight> accepted)
{
    Flight &flight = *accepted;
    m_flights.emplace(flight.ticket, std::move(accepted));
    flight.url = flight.request.url;
    // An access manager would read local files as well.
    const QString fault = AddressList::fault(flight.url.toString(QUrl::FullyEncoded));
    if (!fault.isEmpty())
        return finish(flight, Outcome::failed(fault));
    enqueue(flight);
}

void FetchWorker::enqueue(Flight &flight)
{
    flight.host = RedirectPolicy::origin(flight.url);
    m_scheduler.enqueue(flight.ticket, flight.host);
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
                QMetaObject::invokeMethod(this, &FetchWorker::startMore, Qt::QueuedConnection);
            break;
        }
        const auto start = m_scheduler.next();
        if (!start)
            break;
        m_ended.clear(); // before anybody else gets their connections
        Flight &flight = *m_flights.at(start->ticket);
        flight.start = start;
        ++flight.result.attempts;
        send(flight);
        endDue();
    }
    armTimer();
    if (!m_ended.empty() && !std::exchange(m_isAborting, true))
        QTimer::singleShot(1ms, this, &FetchWorker::abortSome);
}

void FetchWorker::startMore()
{
    m_isStarting = false;
    goOn();
}

/// Aborting is the slow part of a stop and wakes a thread of Qt for every six connections. So all
/// that were stopped at once are told before it begins, whatever comes in meanwhile goes first, and
/// the pauses let the pool's kernels, which are niced, see their own stop.
void FetchWorker::abortSome()
{
    constexpr ptrdiff_t portion = 16; // about 0.3 ms
    m_isAborting = false;
    bool hasMail = false;
    {
        const std::lock_guard lock(m_mutex);
        hasMail = m_isAwake;
    }
    if (!hasMail)
        m_ended.erase(m_ended.begin(), m_ended.begin() + std::min(portion, std::ssize(m_ended)));
    startWaiting();
}

void FetchWorker::send(Flight &flight)
{
    flight.task->run({Lane::Kind::Network, quint16(flight.start->slot + 1)},
                     flight.result.attempts);
    if (const QString proxy = LoopbackAwareProxies::proxyName(flight.url); !proxy.isEmpty())
        flight.task->note(NoteCode::Message, 0, FetchText::throughProxy(proxy));
    if (flight.firstSentNs < 0)
        flight.firstSentNs = Recorder::now();
    flight.attempt = std::make_unique<FetchAttempt>(m_managers.of(flight.start->hostSlot),
                                                    flight.request, flight.url, *flight.task);
    connect(flight.attempt.get(), &FetchAttempt::ended, this,
            [this, ticket = flight.ticket](const FetchAttempt::Report &report) {
                attemptEnded(ticket, report);
            });
    connect(flight.attempt.get(), &FetchAttempt::headArrived, this,
            [this, ticket = flight.ticket] { schedule(*m_flights.at(ticket)); });
    schedule(flight);
}

void FetchWorker::attemptEnded(quint64 ticket, const FetchAttempt::Report &report)
{
    Flight &flight = *m_flights.at(ticket);
    flight.attempt->moveInto(flight.result);
    flight.attempt.release()->deleteLater(); // it is still on the stack
    if (report.isConnectionSuspect)
        m_managers.retire(flight.start->hostSlot);
    switch (report.end) {
    case FetchAttempt::End::Done: finish(flight, Outcome::succeeded()); break;
    case FetchAttempt::End::Redirect: redirect(flight, report.location); break;
    case FetchAttempt::End::Failed:
    case FetchAttempt::End::TimedOut: retryOrFinish(flight, report); break;
    }
    goOn();
}

void FetchWorker::redirect(Flight &flight, const QByteArray &location)
{
    const auto target = RedirectPolicy::target(flight.url, location);
    if (!target)
        return finish(flight, Outcome::failed(FetchText::redirectWithoutTarget()));
    flight.task->note(NoteCode::Redirect, flight.result.status, target->toString());
    flight.result.hops.append(*target);
    if (const QString refusal = RedirectPolicy::refusal(flight.url, flight.result.hops);
        !refusal.isEmpty())
        return finish(flight, Outcome::failed(refusal));
    RedirectPolicy::follow(flight.request, flight.url, *target, flight.result.status);
    flight.url = *target;
    if (RedirectPolicy::origin(*target) == flight.host)
        return send(flight);
    release(flight);
    --flight.result.attempts; // a hop is no further attempt
    flight.task->suspend(FetchText::waitsForTurn());
    enqueue(flight);
    schedule(flight);
}

void FetchWorker::retryOrFinish(Flight &flight, const FetchAttempt::Report &report)
{
    flight.lastFault = report.message;
    const milliseconds pause
        = RetryPolicy::retryAfter(report.retryAfter, QDateTime::currentDateTimeUtc())
              .value_or(RetryPolicy::backoff(flight.result.attempts, m_random));
    const qint64 resumeNs = Recorder::now() + nanoseconds(pause).count();
    const bool again = report.isRetryable && RetryPolicy::isIdempotent(flight.request.method)
        && flight.result.attempts <= flight.request.retries && resumeNs < totalDeadlineNs(flight);
    if (!again) {
        return finish(flight,
                      report.end == FetchAttempt::End::TimedOut ? Outcome::timedOut(report.message)
                                                                : Outcome::failed(report.message));
    }
    release(flight);
    flight.task->note(NoteCode::RetryIn, pause.count(), report.message);
    flight.task->suspend(FetchText::waitsForRetry(pause, report.message));
    flight.resumeNs = resumeNs;
    schedule(flight);
}

void FetchWorker::release(Flight &flight)
{
    if (flight.start)
        m_scheduler.release(*flight.start, flight.host);
    flight.start.reset();
}

void FetchWorker::finish(Flight &flight, const Outcome &outcome)
{
    // keeps it alive to the end of this function
    const auto owned = m_flights.extract(flight.ticket);
    m_deadlines.erase({flight.timerKey, flight.ticket});
    if (flight.attempt) {
        flight.attempt->moveInto(flight.result);
        flight.attempt->fallSilent();
        m_ended.push_back(std::move(flight.attempt));
    }
    if (flight.start)
        release(flight);
    else
        m_scheduler.remove(flight.ticket, flight.host);
    FetchResult &result = flight.result;
    result.outcome = outcome;
    result.task = flight.task->id();
    result.elapsedNs = flight.firstSentNs < 0 ? 0 : Recorder::now() - flight.firstSentNs;
    flight.task->note(NoteCode::Bytes, result.wireBytes);
    if (flight.ownsTask)
        flight.task->finish(outcome);
    flight.task.reset(); // whoever continues with the task is now its only owner
    flight.promise.addResult(std::move(result));
    flight.promise.finish();
}

void FetchWorker::schedule(Flight &flight)
{
    qint64 due = totalDeadlineNs(flight);
    if (flight.attempt)
        due = std::min(due, flight.attempt->deadlineNs());
    if (flight.resumeNs >= 0)
        due = std::min(due, flight.resumeNs);
    m_deadlines.erase({flight.timerKey, flight.ticket});
    flight.timerKey = due;
    if (due != never)
        m_deadlines.emplace(due, flight.ticket);
    armTimer();
}

void FetchWorker::armTimer()
{
    if (m_deadlines.empty())
        return m_timer.stop();
    const qint64 dueNs = m_deadlines.begin()->first;
    if (m_timer.isActive() && m_timerNs <= dueNs)
        return; // it comes in time; to look once in vain is cheaper than to move it for every reply
    const qint64 leftNs = dueNs - Recorder::now();
    m_timerNs = dueNs;
    m_timer.start(int(std::clamp<qint64>((leftNs + 999'999) / 1'000'000, 0, 3'600'000)));
}

/// Ends the flights whose deadline has come, if any has.
void FetchWorker::endDue()
{
    if (m_deadlines.empty())
        return;
    const qint64 now = Recorder::now();
    if (m_deadlines.begin()->first > now || std::exchange(m_isChecking, true))
        return;
    if (now - m_deadlines.begin()->first >= heldNs)
        spareAll(now - m_deadlines.begin()->first);
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now)
        checkDeadline(*m_flights.at(m_deadlines.begin()->second), now);
    m_isChecking = false;
}

/// So late is it only when somebody stopped the process, or the machine had no time for it. What
/// came in meanwhile is still unread, so the limits say nothing of the servers. Once for each
/// flight: where it is always so late there are limits all the same.
void FetchWorker::spareAll(qint64 lateNs)
{
    for (const auto &[ticket, flight] : m_flights) {
        if (flight->firstSentNs < 0 || flight->sparedNs > 0)
            continue;
        flight->sparedNs = lateNs + heldNs;
        if (flight->attempt)
            flight->attempt->spare(flight->sparedNs);
        flight->task->note(
            NoteCode::Message, 0,
            FetchText::wasHeld(std::chrono::duration_cast<milliseconds>(nanoseconds(lateNs))));
        schedule(*flight);
    }
}

void FetchWorker::checkDeadline(Flight &flight, qint64 now)
{
    if (totalDeadlineNs(flight) <= now) {
        const bool headDropped = flight.attempt && flight.attempt->hasDroppedHead();
        const QString last = headDropped ? FetchText::headDropped() : flight.lastFault;
        return finish(flight,
                      Outcome::timedOut(FetchText::totalLimit(flight.request.limits.total, last)));
    }
    if (flight.resumeNs >= 0 && flight.resumeNs <= now) {
        flight.resumeNs = -1;
        enqueue(flight);
        return schedule(flight);
    }
    if (flight.attempt && flight.attempt->deadlineNs() <= now)
        return flight.attempt->timeOut();
    schedule(flight); // bytes have arrived since, so there is more time
}

void FetchWorker::shutDown()
{
    m_isClosing = true;
    readInbox();
    while (!m_flights.empty()) {
        finish(*m_flights.begin()->second, Outcome::cancelled(FetchText::closing()));
        readInbox(); // a continuation may have asked for more
    }
    m_timer.stop();
    m_ended.clear();
    m_managers.clear();
}
