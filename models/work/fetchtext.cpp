// SPDX-License-Identifier: MIT
#include "work/fetchtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace {

struct FetchTr
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

QString host(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

/// Qt's own words for what people meet most name fields and functions.
QString certificateReason(const QSslError &error, const QUrl &url)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
        return FetchTr::tr("it is self-signed, so anybody could have made it");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return FetchTr::tr("who issued it is unknown to this computer");
    case QSslError::CertificateExpired:
        return FetchTr::tr("it expired on %1, or this computer's clock is wrong")
            .arg(QLocale().toString(error.certificate().expiryDate().date(), QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return FetchTr::tr("it is not valid yet, or this computer's clock is wrong");
    case QSslError::HostNameMismatch:
        return FetchTr::tr("it is for another host than %1; check the address").arg(url.host());
    default: return error.errorString();
    }
}

} // namespace

namespace FetchText {

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString duration(std::chrono::milliseconds time)
{
    if (time.count() < 1'000)
        return FetchTr::tr("%1 ms").arg(QLocale().toString(time.count()));
    const double seconds = double(time.count()) / 1'000.0;
    const int decimals = time.count() % 1'000 == 0 ? 0 : 1;
    return FetchTr::tr("%1 s").arg(QLocale().toString(seconds, 'f', decimals));
}

QString cancelled()
{
    return FetchTr::tr("Cancelled.");
}
QString closing()
{
    return FetchTr::tr("Cancelled because the program closes.");
}
QString waitsForTurn()
{
    return FetchTr::tr("waits for its turn");
}

QString waitsForRetry(std::chrono::milliseconds pause, const QString &why)
{
    return FetchTr::tr("tries again in %1: %2").arg(duration(pause), why);
}

QString noFirstByte(std::chrono::milliseconds limit)
{
    return FetchTr::tr("No first byte within %1. The server is too slow or does not answer.")
        .arg(duration(limit));
}

QString silence(std::chrono::milliseconds limit, qint64 bytes)
{
    return FetchTr::tr("Silent for %1 after %2. The server stopped sending.")
        .arg(duration(limit), size(bytes));
}

QString totalLimit(std::chrono::milliseconds limit, const QString &last)
{
    const QString text = FetchTr::tr("Not done within the total limit of %1.").arg(duration(limit));
    return last.isEmpty() ? text : text + u' ' + last;
}

QString httpStatus(int status, const QString &reason)
{
    const QString name
        = reason.isEmpty() ? QString::number(status) : u"%1 %2"_s.arg(status).arg(reason);
    switch (status) {
    case 401:
    case 403: return FetchTr::tr("The server refuses access (%1).").arg(name);
    case 404:
    case 410: return FetchTr::tr("There is nothing at this address (%1).").arg(name);
    case 429: return FetchTr::tr("The server asks for fewer requests (%1).").arg(name);
    case 503: return FetchTr::tr("The server is busy (%1). Try again later.").arg(name);
    default: break;
    }
    if (status < 400)
        return FetchTr::tr("The server sent nothing that was asked for (%1).").arg(name);
    return status >= 500 ? FetchTr::tr("The server failed (%1).").arg(name)
                         : FetchTr::tr("The server refused the request (%1).").arg(name);
}

QString interimStatus(int status)
{
    return FetchTr::tr("Protocol fault: the interim status %1 arrived as if it were the reply.")
        .arg(status);
}

QString tooLarge(qint64 limit)
{
    return FetchTr::tr("Larger than the limit of %1, stopped there. Raise the limit to fetch it.")
        .arg(size(limit));
}

QString unknownEncoding(const QByteArray &encoding)
{
    return FetchTr::tr("Compressed in a way that was not asked for (%1).")
        .arg(QString::fromLatin1(encoding.left(40)));
}

QString headDropped()
{
    return FetchTr::tr(
        "Protocol fault: the reply's header fields are missing or too many to be read.");
}

QString noStatus()
{
    return FetchTr::tr("Protocol fault: what answered is no HTTP server.");
}

QString noReply()
{
    return FetchTr::tr("The server closed the connection without a reply that can be read.");
}

QString lengthInvalid()
{
    return FetchTr::tr("Protocol fault: the reply's Content-Length is no valid length.");
}

QString lengthAndChunked()
{
    return FetchTr::tr("Protocol fault: the reply gives a Content-Length and is chunked as well.");
}

QString endedEarly(qint64 bytes, qint64 announced)
{
    return FetchTr::tr("Ended at %1 of %2; the rest is missing.").arg(size(bytes), size(announced));
}

QString digestDiffers()
{
    return FetchTr::tr("Corrupt: the body does not match its Content-Digest.");
}

QString compressionBroken()
{
    return FetchTr::tr("Corrupt: the compressed body is damaged.");
}

QString compressionCutShort()
{
    return FetchTr::tr("Corrupt: the compressed body is cut short.");
}

QString redirectWithoutTarget()
{
    return FetchTr::tr("The server redirects without a usable address.");
}

QString redirectRefused(const QUrl &target)
{
    return FetchTr::tr("The server redirects to %1, which is no web address; refused.")
        .arg(target.toDisplayString().left(200));
}

QString redirectLessSafe(const QUrl &target)
{
    return FetchTr::tr("The server redirects from https to %1, which is not encrypted; refused.")
        .arg(target.toDisplayString().left(200));
}

QString tooManyRedirects(const QList<QUrl> &hops)
{
    QStringList names;
    for (const QUrl &hop : hops.mid(0, 3))
        names.append(hop.fileName().isEmpty() ? hop.host() : hop.fileName());
    return FetchTr::tr("Redirected %1 times (%2 …); given up.")
        .arg(hops.size())
        .arg(names.join(u" → "_s));
}

QString certificate(const QList<QSslError> &errors, const QUrl &url)
{
    QStringList reasons;
    for (const QSslError &error : errors) {
        const QString reason = certificateReason(error, url);
        if (!reason.isEmpty() && !reasons.contains(reason))
            reasons.append(reason);
    }
    return FetchTr::tr("The server's certificate is not trusted: %1.").arg(reasons.join(u"; "_s));
}

QString network(QNetworkReply::NetworkError error, const QUrl &url, const QString &detail)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return FetchTr::tr("Connection refused: nothing listens at %1.").arg(host(url));
    case QNetworkReply::HostNotFoundError:
        return FetchTr::tr("Unknown host: %1. Check the address and the network.").arg(url.host());
    case QNetworkReply::RemoteHostClosedError:
        return FetchTr::tr("The server closed the connection before the reply was complete.");
    case QNetworkReply::SslHandshakeFailedError:
        return FetchTr::tr("No secure connection to %1. Perhaps it speaks http only. (%2)")
            .arg(host(url), detail);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: return noStatus();
    default: return FetchTr::tr("The connection failed: %1").arg(detail);
    }
}

QString throughProxy(const QString &proxy)
{
    return FetchTr::tr("through the proxy %1").arg(proxy);
}

QString wasHeld(std::chrono::milliseconds length)
{
    return FetchTr::tr("The program itself did not run for %1, so the limits wait that long.")
        .arg(duration(length));
}

QString proxyUnreachable(const QString &proxy)
{
    return FetchTr::tr("The proxy %1 cannot be reached. Check the proxy settings.").arg(proxy);
}

} // namespace FetchText
