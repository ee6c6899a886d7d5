// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchattempt.h"
#include "fetch/fetchscheduler.h"

#include <QPromise>

#include <functional>
#include <stop_token>

class QRandomGenerator;
class Recorder;

/// One fetch from the moment it is asked for until its promise is kept: a state machine that knows
/// what to ask, how that went and what comes next. Queue, clock and connections are not its
/// business.
/// Made on any thread; from submit() on the network thread's.
class Flight final
{
public:
    enum class State {
        Submitted, ///< nobody has looked at it yet
        Waiting, ///< in the queue
        Sent, ///< a request is on the wire
        Receiving, ///< and the head of its reply is there
        Pausing, ///< until it is time for another attempt
        Ended, ///< task and promise have their outcome
    };
    /// The one place that says which state may follow which.
    static bool isAllowed(State from, State to);
    /// What has to follow, and with Ended, how it ended.
    struct Next
    {
        State state;
        Outcome outcome {};
    };

    /// \p promise gets one result when it ends.
    Flight(FetchRequest request, QPromise<FetchResult> promise, Recorder &recorder);
    /// \p onStop is called by whoever asks \p stop to, on his thread.
    void submit(quint64 ticket, const std::stop_token &stop, std::function<void()> onStop);

    /// Its number, by which it waits for its turn.
    quint64 ticket() const { return m_ticket; }
    /// Scheme, host and port: whose queue it is in, or whose slots it holds.
    const QString &host() const { return m_host; }
    /// Its slots, which it gets with send() and holds until they are taken from it.
    const std::optional<FetchScheduler::Start> &start() const { return m_start; }
    std::optional<FetchScheduler::Start> takeStart() { return std::exchange(m_start, {}); }
    /// The flight's own, in Sent and Receiving; else null.
    FetchAttempt *attempt() const { return m_attempt.get(); }

    /// Waiting, or Ended when the address is none.
    Next begin() const;
    /// To be put into the queue of what host() is then. Its slots have to be given back before.
    void wait();
    /// Sends a request at once.
    FetchAttempt &send(FetchScheduler::Start start, std::shared_ptr<QNetworkAccessManager> manager);
    /// Its attempt has the head of a reply.
    void receive() { enter(State::Receiving); }
    /// How it goes on after an attempt: Sent, with the same slots, or Waiting, to follow a
    /// redirect; Pausing, which it does then; or Ended.
    Next afterAttempt(const FetchAttempt::Report &report, QRandomGenerator &random);
    /// Keeps its promise. What is left of it, if anything, is an attempt that says nothing more.
    std::unique_ptr<FetchAttempt> end(const Outcome &outcome);

    /// When it has to be looked at again, in Recorder::now() time.
    qint64 dueNs() const;
    /// What follows from the limits at \p nowNs, other than those of its attempt.
    std::optional<Next> check(qint64 nowNs) const;
    /// Nobody could look at it for \p lateNs. What came in meanwhile is still unread, so the limits
    /// say nothing of the server. Once: where it is always so late there are limits all the same.
    void extendLimits(qint64 lateNs);

private:
    void enter(State state);
    Next redirect(const QByteArray &location);
    Next retry(const FetchAttempt::Report &report, QRandomGenerator &random);
    qint64 totalNs() const;

    const bool m_ownsTask;
    std::shared_ptr<TaskHandle> m_task;
    FetchRequest m_request; // redirects may change it
    QUrl m_url; // where it is now, after redirects
    QPromise<FetchResult> m_promise;
    State m_state = State::Submitted;
    quint64 m_ticket = 0;
    QString m_host;
    std::optional<FetchScheduler::Start> m_start;
    std::unique_ptr<FetchAttempt> m_attempt;
    FetchResult m_result;
    QString m_lastFault; // why the attempt before ended
    qint64 m_firstSentNs = -1;
    qint64 m_extendedNs = 0;
    qint64 m_resumeNs = 0; // when the pause is over
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};
