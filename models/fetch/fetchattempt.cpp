// SPDX-License-Identifier: MIT
#include "fetch/fetchattempt.h"

#include "fetch/accessmanagers.h"
#include "fetch/fetchpolicy.h"
#include "fetch/fetchtext.h"
#include "record/recorder.h"
#include "record/taskhandle.h"

#include <QNetworkAccessManager>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

/// Without it Qt reads ahead of us without bound, as fast as the server sends. A short body needs
/// none, and is spared two messages between Qt's threads.
constexpr qint64 readBufferSize = 1 << 20;

QNetworkRequest makeRequest(const FetchRequest &request, const QUrl &url)
{
    QNetworkRequest wire(url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, request.http2);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setRawHeader("User-Agent", "Loopscope/" LOOPSCOPE_VERSION);
    wire.setRawHeader("Accept-Encoding", "gzip, deflate"); // set by hand: Qt leaves the body alone
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);
    return wire;
}

QNetworkReply *send(QNetworkAccessManager &manager, const FetchRequest &request, const QUrl &url)
{
    const QNetworkRequest wire = makeRequest(request, url);
    if (request.method == "GET")
        return manager.get(wire);
    if (request.method == "HEAD")
        return manager.head(wire);
    return manager.sendCustomRequest(wire, request.method, request.body);
}

QString joinedHead(const QNetworkReply &reply)
{
    QString head;
    for (const auto &[name, value] : reply.rawHeaderPairs()) {
        head += QString::fromLatin1(name) + ": "_L1 + QString::fromUtf8(value) + u'\n';
        if (head.size() > 8'192)
            break;
    }
    head.squeeze(); // it is kept for as long as the recording
    return head;
}

} // namespace

FetchAttempt::FetchAttempt(std::shared_ptr<QNetworkAccessManager> manager,
                           const FetchRequest &request, const QUrl &url, TaskHandle &task)
    : m_manager(std::move(manager))
    , m_limits(request.limits)
    , m_method(request.method)
    , m_destination(request.destination)
    , m_task(task)
    , m_reply(send(*m_manager, request, url))
    , m_sentNs(Recorder::now())
    , m_arrivalNs(m_sentNs)
{
    setupConnections();
}

/// "Not modified", to somebody who has asked whether it was (RFC 9110, 15.4.5).
bool FetchAttempt::isAnswerToCondition() const
{
    return m_status == 304
        && (m_reply->request().hasRawHeader("If-None-Match")
            || m_reply->request().hasRawHeader("If-Modified-Since"));
}

FetchAttempt::~FetchAttempt()
{
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    delete m_reply; // before its manager
}

void FetchAttempt::setupConnections()
{
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &FetchAttempt::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &FetchAttempt::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &FetchAttempt::readEnd);
    if (m_reply->url().scheme() == "https"_L1) {
        connect(m_reply, &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    }
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (++m_timesSent > 1) // Qt repeats a request by itself when the server resets early
            m_task.note(NoteCode::Sent, m_timesSent);
    });
}

void FetchAttempt::readHead()
{
    if (m_headNs >= 0)
        return;
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_status == 0) // the end came without a reply
        return;
    m_headNs = m_arrivalNs = Recorder::now();
    m_headDropped = m_status > 0 && m_reply->rawHeaderList().isEmpty();
    m_contentType = m_reply->rawHeader("Content-Type");
    m_framing = Framing::read(m_method, m_status, m_reply->rawHeader("Content-Length"),
                              m_reply->rawHeader("Transfer-Encoding"));
    m_digest = ContentDigest::fromField(m_reply->rawHeader("Content-Digest"));
    m_decoder = std::make_unique<BodyDecoder>(m_reply->rawHeader("Content-Encoding"),
                                              m_limits.maxBytes, destination());
    m_task.note(NoteCode::FirstByte);
    m_task.note(NoteCode::Status, m_status, joinedHead(*m_reply));
    if (isSuccess() && m_framing.length && !m_framing.isFault() && !m_framing.bodiless)
        m_task.note(NoteCode::Total, *m_framing.length);
    if (m_framing.length.value_or(readBufferSize) >= readBufferSize)
        m_reply->setReadBufferSize(readBufferSize);
    emit headArrived();
    if (m_decoder->state() == BodyDecoder::State::SinkFailed)
        end({End::Failed, m_decoder->sink().fault()});
}

/// A file is for what was asked for, not for what a server says instead of it.
BodyDestination FetchAttempt::destination() const
{
    const bool isForFile = m_destination.kind == BodyDestination::Kind::File;
    return isForFile && !isSuccess() ? BodyDestination {BodyDestination::Kind::Nothing}
                                     : m_destination;
}

void FetchAttempt::readBody()
{
    if (m_hasEnded || m_headNs < 0)
        return;
    const QByteArray data = m_reply->readAll();
    if (data.isEmpty())
        return;
    m_arrivalNs = Recorder::now();
    m_wireBytes += data.size();
    if (m_digest)
        m_digest->addData(data);
    if (isSuccess())
        m_task.progress(m_wireBytes);
    const bool tooLong = m_limits.maxBytes > 0 && m_wireBytes > m_limits.maxBytes;
    const auto state = tooLong ? BodyDecoder::State::TooLarge : m_decoder->write(data);
    if (state == BodyDecoder::State::TooLarge) {
        end({End::Failed,
             FetchText::tr(
                 "Larger than the limit of %1, stopped there. Raise the limit to fetch it.")
                 .arg(FetchText::size(m_limits.maxBytes))});
    } else if (state == BodyDecoder::State::SinkFailed) {
        end({End::Failed, m_decoder->sink().fault()});
    }
}

void FetchAttempt::readEnd()
{
    if (m_reply->error() != QNetworkReply::OperationCanceledError) {
        readHead();
        readBody();
    }
    if (!m_hasEnded)
        end(judgeReply());
}

void FetchAttempt::end(const Report &report)
{
    m_hasEnded = true;
    m_reply->disconnect(this);
    m_integrity = integrity();
    if (m_headNs >= 0 && m_status > 0) {
        m_task.note(NoteCode::Integrity, qint64(m_integrity));
    }
    emit ended(report);
}

FetchAttempt::Report FetchAttempt::judgeReply()
{
    if (m_status == 0)
        return networkFailure();
    if (m_headDropped)
        return {.message = FetchText::headDropped(), .isConnectionSuspect = true};
    if (m_status < 200) {
        return {.message
                = FetchText::tr(
                      "Protocol fault: the interim status %1 arrived as if it were the reply.")
                      .arg(m_status),
                .isConnectionSuspect = true};
    }
    constexpr std::array redirects {301, 302, 303, 307, 308};
    if (std::ranges::find(redirects, m_status) != redirects.end())
        return {.end = End::Redirect, .location = m_reply->rawHeader("Location")};
    return judgeBody();
}

FetchAttempt::Report FetchAttempt::judgeBody()
{
    if (m_decoder->state() == BodyDecoder::State::UnknownEncoding && m_wireBytes > 0) {
        m_integrity = Integrity::Unverified;
        return {.message
                = FetchText::tr("Compressed in a way that was not asked for (%1).")
                      .arg(QString::fromLatin1(m_reply->rawHeader("Content-Encoding").left(40)))};
    }
    const auto digestMatches
        = m_digest && !m_framing.bodiless ? std::optional(m_digest->matches()) : std::nullopt;
    const BodyVerdict verdict
        = BodyVerdict::judge(m_framing, m_wireBytes, *m_decoder, digestMatches);
    m_integrity = verdict.integrity;
    const bool hasNetworkError = m_status < 400 && m_reply->error() != QNetworkReply::NoError;
    if (m_status >= 400 || (m_status >= 300 && !isAnswerToCondition())) {
        return {.message = FetchText::httpStatus(
                    m_status,
                    m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString()),
                .isRetryable = RetryPolicy::isRetryableStatus(m_status),
                .isConnectionSuspect = m_framing.isFault(),
                .retryAfter = m_reply->rawHeader("Retry-After")};
    }
    if (verdict.integrity == Integrity::Corrupt) {
        return {.message = verdict.fault,
                // Not by the error alone: Qt says NoError as well when a connection breaks just so.
                .isRetryable = verdict.isCutShort || hasNetworkError,
                .isConnectionSuspect = true};
    }
    // a digest proves the end too
    if (hasNetworkError && verdict.integrity != Integrity::Verified) {
        m_integrity = Integrity::Unverified;
        return networkFailure();
    }
    if (!m_decoder->sink().commit())
        return {.message = m_decoder->sink().fault()};
    return {.end = End::Done};
}

FetchAttempt::Report FetchAttempt::networkFailure() const
{
    Report report {.isConnectionSuspect = m_status > 0};
    const QNetworkReply::NetworkError error = m_reply->error();
    const QString proxy = LoopbackAwareProxies::proxyName(m_reply->url());
    constexpr std::array proxyErrors {QNetworkReply::ConnectionRefusedError,
                                      QNetworkReply::ProxyConnectionRefusedError,
                                      QNetworkReply::ProxyNotFoundError};
    if (!m_sslErrors.isEmpty()) {
        report.message = FetchText::certificate(m_sslErrors, m_reply->url());
        return report;
    }
    if (error == QNetworkReply::NoError)
        report.message = FetchText::noStatus();
    else if (error == QNetworkReply::RemoteHostClosedError && m_status == 0)
        report.message
            = FetchText::tr("The server closed the connection without a reply that can be read.");
    else if (!proxy.isEmpty() && std::ranges::find(proxyErrors, error) != proxyErrors.end())
        report.message
            = FetchText::tr("The proxy %1 cannot be reached. Check the proxy settings.").arg(proxy);
    else
        report.message = FetchText::network(error, m_reply->url(), m_reply->errorString());
    constexpr std::array passing {
        QNetworkReply::ConnectionRefusedError,
        QNetworkReply::RemoteHostClosedError,
        QNetworkReply::TimeoutError,
        QNetworkReply::TemporaryNetworkFailureError,
        QNetworkReply::NetworkSessionFailedError,
        QNetworkReply::UnknownNetworkError,
        QNetworkReply::ContentReSendError}; // HTTP/2: "go away" came before the request was taken
    report.isRetryable = std::ranges::find(passing, error) != passing.end();
    report.isConnectionSuspect |= error == QNetworkReply::ContentReSendError;
    return report;
}

qint64 FetchAttempt::deadlineNs() const
{
    const auto limit = m_headNs < 0 ? m_limits.firstByte : m_limits.silence;
    return limit.count() > 0 ? m_arrivalNs + nanoseconds(limit).count() : Recorder::never;
}

void FetchAttempt::timeOut()
{
    if (m_hasEnded)
        return;
    QString message = m_headNs < 0
        ? FetchText::tr("No first byte within %1. The server is too slow or does not answer.")
              .arg(FetchText::duration(m_limits.firstByte))
        : FetchText::tr("Silent for %1 after %2. The server stopped sending.")
              .arg(FetchText::duration(m_limits.silence), FetchText::size(m_wireBytes));
    if (m_headDropped)
        message += u' ' + FetchText::headDropped();
    end({.end = End::TimedOut,
         .message = message,
         .isRetryable = !m_headDropped,
         .isConnectionSuspect = true});
}

Integrity FetchAttempt::integrity() const
{
    return m_integrity == Integrity::Unknown && m_wireBytes > 0 ? Integrity::Unverified
                                                                : m_integrity;
}

void FetchAttempt::fallSilent()
{
    m_hasEnded = true;
    m_reply->disconnect(this);
}

void FetchAttempt::moveInto(FetchResult &result)
{
    result.status = m_status;
    result.contentType = m_contentType;
    result.wireBytes = m_wireBytes;
    result.firstByteNs = m_headNs < 0 ? -1 : m_headNs - m_sentNs;
    result.integrity = integrity();
    result.bodyBytes = m_decoder ? m_decoder->size() : 0;
    result.body = m_decoder ? m_decoder->take() : QByteArray();
    m_decoder.reset();
}

AbortQueue::AbortQueue(QObject *context, std::function<bool()> isBusy)
    : m_context(context)
    , m_isBusy(std::move(isBusy))
{
}

void AbortQueue::add(std::unique_ptr<FetchAttempt> attempt)
{
    if (attempt)
        m_attempts.push_back(std::move(attempt));
}

void AbortQueue::start()
{
    if (!m_attempts.empty() && !std::exchange(m_isStarted, true))
        QTimer::singleShot(1ms, m_context, [this] { abortSome(); });
}

void AbortQueue::abortSome()
{
    constexpr ptrdiff_t portion = 16; // about 0.3 ms
    m_isStarted = false;
    if (!m_isBusy())
        m_attempts.erase(m_attempts.begin(),
                         m_attempts.begin() + std::min(portion, std::ssize(m_attempts)));
    start();
}
