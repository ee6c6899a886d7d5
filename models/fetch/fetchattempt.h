// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/bodyverdict.h"
#include "fetch/fetchrequest.h"

#include <QNetworkReply>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QNetworkAccessManager;

/// One request on the wire and its reply: reads the body under the limits and judges it. Lives on
/// the network thread; deleting it aborts the request.
class FetchAttempt final : public QObject
{
    Q_OBJECT
public:
    enum class End {
        Done, ///< a reply that counts as a success
        Redirect, ///< a 3xx with a Location field, which may be empty
        Failed, ///< see message; worth another attempt if isRetryable
        TimedOut, ///< by the first-byte or silence limit
    };
    struct Report
    {
        End end = End::Failed;
        QString message {}; ///< a sentence, with Failed and TimedOut
        bool isRetryable = false;
        bool isConnectionSuspect = false; ///< what came may spoil the next reply on the connection
        QByteArray location {}; ///< the field, with Redirect
        QByteArray retryAfter {}; ///< the field; empty without one
    };

    /// Sends \p request to \p url at once. \p task is told of every step, and stays until the end
    /// or fallSilent().
    FetchAttempt(std::shared_ptr<QNetworkAccessManager> manager, const FetchRequest &request,
                 const QUrl &url, TaskHandle &task);
    ~FetchAttempt() override;

    /// When the first-byte or silence limit will be over unless something arrives before; in
    /// Recorder::now() time, or Recorder::never.
    qint64 deadlineNs() const;
    /// Both limits are over so many nanoseconds later, up to what arrives next.
    void extendLimits(qint64 ns) { m_arrivalNs += ns; }
    /// Ends it as timed out.
    void timeOut();
    /// Says nothing more, neither by signal nor to the task, which may go before this does.
    void fallSilent();

    /// Moves the reply's facts and body into \p result, after the end. What a file has of a body
    /// that was not accepted goes.
    void moveInto(FetchResult &result);
    /// There was a head without any field: Qt drops them when they are too many.
    bool hasDroppedHead() const { return m_headDropped; }

signals:
    /// The first-byte limit has made way for the silence limit.
    void headArrived();
    /// Once, and never from within the constructor.
    void ended(const FetchAttempt::Report &report);

private:
    void setupConnections();
    void readHead();
    void readBody();
    void readEnd();
    void end(const Report &report);
    /// The body is what was asked for, not the explanation of an error.
    bool isSuccess() const { return m_status >= 200 && m_status < 300; }
    bool isAnswerToCondition() const;
    BodyDestination destination() const; ///< of this reply
    Report judgeReply();
    Report judgeBody();
    Report networkFailure() const;
    Integrity integrity() const; ///< what is here of a body that was stopped proves nothing

    const std::shared_ptr<QNetworkAccessManager> m_manager; // lives as long as any of its replies
    const FetchLimits m_limits;
    const QByteArray m_method;
    const BodyDestination m_destination;
    TaskHandle &m_task;
    QNetworkReply *m_reply;
    std::unique_ptr<BodyDecoder> m_decoder;
    std::optional<ContentDigest> m_digest;
    QList<QSslError> m_sslErrors;
    Framing m_framing;
    QByteArray m_contentType;
    qint64 m_sentNs;
    qint64 m_headNs = -1;
    qint64 m_arrivalNs;
    qint64 m_wireBytes = 0;
    int m_status = 0;
    int m_timesSent = 0;
    Integrity m_integrity = Integrity::Unknown;
    bool m_headDropped = false;
    bool m_hasEnded = false;
};

/// Attempts that were given up but not yet aborted. That is the slow part of a stop, and wakes a
/// thread of Qt for every six connections. So all that were stopped at once are told before it
/// begins, whatever comes in meanwhile goes first, and pauses let the pool's kernels, which are
/// niced, see their own stop. Belongs to the network thread.
class AbortQueue final
{
public:
    /// \p isBusy tells whether something has come in. The loop of \p context, which outlives this,
    /// does the work.
    AbortQueue(QObject *context, std::function<bool()> isBusy);

    /// Null is none.
    void add(std::unique_ptr<FetchAttempt> attempt);
    /// Begins soon, if there is anything to do.
    void start();
    /// Aborts all of them now.
    void clear() { m_attempts.clear(); }

private:
    void abortSome();

    QObject *m_context;
    std::function<bool()> m_isBusy;
    std::vector<std::unique_ptr<FetchAttempt>> m_attempts;
    bool m_isStarted = false;
};
