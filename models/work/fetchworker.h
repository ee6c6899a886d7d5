// SPDX-License-Identifier: MIT
#pragma once

#include "work/accessmanagers.h"
#include "work/fetchattempt.h"
#include "work/fetchscheduler.h"
#include "work/taskhandle.h"

#include <QPromise>
#include <QRandomGenerator>
#include <QTimer>

#include <functional>
#include <mutex>
#include <stop_token>
#include <unordered_map>
#include <vector>

/// One fetch from the moment it is asked for until its promise is kept.
struct Flight
{
    FetchRequest request {};
    std::shared_ptr<TaskHandle> task {};
    bool ownsTask = true;
    QPromise<FetchResult> promise {};
    quint64 ticket = 0;
    QUrl url {}; ///< where it is now, after redirects; they may change request too
    QString host {};
    std::optional<FetchScheduler::Start> start {}; ///< its slots while it holds them
    std::unique_ptr<FetchAttempt> attempt {};
    FetchResult result {};
    QString lastFault {}; ///< why the attempt before ended
    qint64 firstSentNs = -1;
    qint64 sparedNs = 0; ///< by how much its limits were extended
    qint64 resumeNs = -1; ///< when a pause before a retry is over; -1 when there is none
    qint64 timerKey = -1; ///< its place in the worker's list of deadlines
    std::optional<std::stop_callback<std::function<void()>>> onStop {};
};

/// The network thread's side of Fetcher: queue, limits, retries, redirects, deadlines. Everything
/// runs on that thread, except submit(), setLimits(), setHolding() and shutDown()'s caller.
class FetchWorker final : public QObject
{
    Q_OBJECT
public:
    /// \p undertaker, a thread with a loop, outlives the worker.
    explicit FetchWorker(QThread &undertaker);
    ~FetchWorker() override;

    /// From any thread. The flight begins at the worker's next turn.
    void submit(std::unique_ptr<Flight> flight, const std::stop_token &stop);
    /// From any thread; zero leaves a limit as it is.
    void setLimits(int inFlight, int perHost);
    /// From any thread.
    void setHolding(bool holds);

    /// Ends every flight as cancelled, those included that a continuation of another one adds.
    void shutDown();

private:
    struct Inbox
    {
        std::vector<std::unique_ptr<Flight>> flights;
        std::vector<quint64> stops;
        int inFlight = 0;
        int perHost = 0;
        std::optional<bool> holds;
    };

    void wake(); // with m_mutex held
    void readInbox();
    void accept(std::unique_ptr<Flight> accepted);
    void goOn(); // at the end of each turn, and when a deadline comes
    void startWaiting();
    void startMore();
    void abortSome();
    void send(Flight &flight);
    void attemptEnded(quint64 ticket, const FetchAttempt::Report &report);
    void redirect(Flight &flight, const QByteArray &location);
    void retryOrFinish(Flight &flight, const FetchAttempt::Report &report);
    void enqueue(Flight &flight);
    void release(Flight &flight);
    void finish(Flight &flight, const Outcome &outcome);
    void schedule(Flight &flight);
    void endDue();
    void spareAll(qint64 lateNs);
    void checkDeadline(Flight &flight, qint64 now);
    void armTimer();

    std::mutex m_mutex; // guards m_inbox, m_isAwake and m_lastTicket
    Inbox m_inbox;
    bool m_isAwake = false;
    quint64 m_lastTicket = 0;

    bool m_isClosing = false;
    bool m_isHolding = false; // starts no further request
    FetchScheduler m_scheduler;
    std::unordered_map<quint64, std::unique_ptr<Flight>> m_flights;
    AccessManagers m_managers;
    std::vector<std::unique_ptr<FetchAttempt>> m_ended; // but not yet aborted
    bool m_isStarting = false; // startMore() is on its way
    bool m_isAborting = false; // abortSome() is, too
    std::set<std::pair<qint64, quint64>> m_deadlines; // time and ticket
    bool m_isChecking = false; // the deadlines
    QTimer m_timer;
    qint64 m_timerNs = 0; // the deadline it was started for
    QRandomGenerator m_random = QRandomGenerator::securelySeeded();
};
