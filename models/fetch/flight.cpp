// SPDX-License-Identifier: MIT
#include "fetch/flight.h"

#include "fetch/accessmanagers.h"
#include "fetch/addresslist.h"
#include "fetch/deadlines.h"
#include "fetch/fetchpolicy.h"
#include "fetch/fetchtext.h"
#include "record/recorder.h"
#include "record/taskhandle.h"

#include <algorithm>

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

bool Flight::isAllowed(State from, State to)
{
    switch (from) {
    case State::Submitted: return to == State::Waiting || to == State::Ended;
    case State::Waiting: return to == State::Sent || to == State::Ended;
    case State::Sent: return to == State::Receiving || to == State::Pausing || to == State::Ended;
    case State::Receiving: // Sent and Waiting to follow a redirect
        return to == State::Sent || to == State::Waiting || to == State::Pausing
            || to == State::Ended;
    case State::Pausing: return to == State::Waiting || to == State::Ended;
    case State::Ended: break;
    }
    return false;
}

Flight::Flight(FetchRequest request, QPromise<FetchResult> promise, Recorder &recorder)
    : m_ownsTask(!request.task)
    , m_task(request.task
                 ? std::move(request.task)
                 : std::make_shared<TaskHandle>(
                     recorder, TaskType::Fetch,
                     request.title.isEmpty() ? request.url.toDisplayString() : request.title,
                     request.parent))
    , m_request(std::move(request))
    , m_url(m_request.url)
    , m_promise(std::move(promise))
{
    m_promise.start();
}

void Flight::submit(quint64 ticket, const std::stop_token &stop, std::function<void()> onStop)
{
    m_ticket = ticket;
    if (stop.stop_possible())
        m_onStop.emplace(stop, std::move(onStop));
}

void Flight::enter(State state)
{
    Q_ASSERT(isAllowed(m_state, state));
    m_state = state;
}

Flight::Next Flight::begin() const
{
    // An access manager would read local files as well.
    const QString fault = AddressList::fault(m_url.toString(QUrl::FullyEncoded));
    return fault.isEmpty() ? Next {State::Waiting} : Next {State::Ended, Outcome::failed(fault)};
}

void Flight::wait()
{
    enter(State::Waiting);
    m_host = RedirectPolicy::origin(m_url);
}

FetchAttempt &Flight::send(FetchScheduler::Start start,
                           std::shared_ptr<QNetworkAccessManager> manager)
{
    if (m_state == State::Waiting)
        ++m_result.attempts;
    enter(State::Sent);
    m_start = start;
    m_task->run({Lane::Kind::Network, quint16(start.slot + 1)}, m_result.attempts);
    if (const QString proxy = LoopbackAwareProxies::proxyName(m_url); !proxy.isEmpty())
        m_task->note(NoteCode::Message, 0, FetchText::tr("through the proxy %1").arg(proxy));
    if (m_firstSentNs < 0)
        m_firstSentNs = Recorder::now();
    m_attempt = std::make_unique<FetchAttempt>(std::move(manager), m_request, m_url, *m_task);
    return *m_attempt;
}

Flight::Next Flight::afterAttempt(const FetchAttempt::Report &report, QRandomGenerator &random)
{
    m_attempt->moveInto(m_result);
    m_attempt.release()->deleteLater(); // it is still on the stack
    switch (report.end) {
    case FetchAttempt::End::Done: return {State::Ended, Outcome::succeeded()};
    case FetchAttempt::End::Redirect: return redirect(report.location);
    case FetchAttempt::End::Failed:
    case FetchAttempt::End::TimedOut: break;
    }
    return retry(report, random);
}

Flight::Next Flight::redirect(const QByteArray &location)
{
    const auto target = RedirectPolicy::target(m_url, location);
    if (!target)
        return {State::Ended,
                Outcome::failed(FetchText::tr("The server redirects without a usable address."))};
    m_task->note(NoteCode::Redirect, m_result.status, target->toString());
    m_result.hops.append(*target);
    if (const QString refusal = RedirectPolicy::refusal(m_url, m_result.hops); !refusal.isEmpty())
        return {State::Ended, Outcome::failed(refusal)};
    RedirectPolicy::follow(m_request, m_url, *target, m_result.status);
    m_url = *target;
    if (RedirectPolicy::origin(m_url) == m_host)
        return {State::Sent};
    --m_result.attempts; // a hop is no further attempt
    m_task->suspend(FetchText::tr("waits for its turn"));
    return {State::Waiting};
}

Flight::Next Flight::retry(const FetchAttempt::Report &report, QRandomGenerator &random)
{
    m_lastFault = report.message;
    const milliseconds pause
        = RetryPolicy::retryAfter(report.retryAfter, QDateTime::currentDateTimeUtc())
              .value_or(RetryPolicy::backoff(m_result.attempts, random));
    m_resumeNs = Recorder::now() + nanoseconds(pause).count();
    const bool again = report.isRetryable && RetryPolicy::isIdempotent(m_request.method)
        && m_result.attempts <= m_request.retries && m_resumeNs < totalNs();
    if (!again) {
        return {State::Ended,
                report.end == FetchAttempt::End::TimedOut ? Outcome::timedOut(report.message)
                                                          : Outcome::failed(report.message)};
    }
    m_task->note(NoteCode::RetryIn, pause.count(), report.message);
    m_task->suspend(
        FetchText::tr("tries again in %1: %2").arg(FetchText::duration(pause), report.message));
    enter(State::Pausing);
    return {State::Pausing};
}

std::unique_ptr<FetchAttempt> Flight::end(const Outcome &outcome)
{
    enter(State::Ended);
    if (m_attempt) {
        m_attempt->moveInto(m_result);
        m_attempt->fallSilent();
    }
    m_result.outcome = outcome;
    m_result.task = m_task->id();
    m_result.elapsedNs = m_firstSentNs < 0 ? 0 : Recorder::now() - m_firstSentNs;
    m_task->note(NoteCode::Bytes, m_result.wireBytes);
    if (m_ownsTask)
        m_task->finish(outcome);
    m_task.reset(); // whoever continues with the task is now its only owner
    m_promise.addResult(std::move(m_result));
    m_promise.finish();
    return std::move(m_attempt);
}

qint64 Flight::totalNs() const
{
    const milliseconds total = m_request.limits.total;
    return m_firstSentNs < 0 || total.count() <= 0
        ? Recorder::never
        : m_firstSentNs + nanoseconds(total).count() + m_extendedNs;
}

qint64 Flight::dueNs() const
{
    qint64 due = totalNs();
    if (m_attempt)
        due = std::min(due, m_attempt->deadlineNs());
    if (m_state == State::Pausing)
        due = std::min(due, m_resumeNs);
    return due;
}

std::optional<Flight::Next> Flight::check(qint64 nowNs) const
{
    if (totalNs() <= nowNs) {
        const QString last
            = m_attempt && m_attempt->hasDroppedHead() ? FetchText::headDropped() : m_lastFault;
        return Next {State::Ended,
                     Outcome::timedOut(FetchText::totalLimit(m_request.limits.total, last))};
    }
    if (m_state == State::Pausing && m_resumeNs <= nowNs)
        return Next {State::Waiting};
    return std::nullopt;
}

void Flight::extendLimits(qint64 lateNs)
{
    if (m_firstSentNs < 0 || m_extendedNs > 0)
        return;
    m_extendedNs = lateNs + Deadlines::heldNs;
    if (m_attempt)
        m_attempt->extendLimits(m_extendedNs);
    const auto late = std::chrono::duration_cast<milliseconds>(nanoseconds(lateNs));
    m_task->note(
        NoteCode::Message, 0,
        FetchText::tr("The program itself did not run for %1, so the limits wait that long.")
            .arg(FetchText::duration(late)));
}
