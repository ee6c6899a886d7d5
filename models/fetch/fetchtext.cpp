// SPDX-License-Identifier: MIT
#include "fetch/fetchtext.h"

#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace {

QString host(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

/// Qt's own words for what people meet most name fields and functions.
QString certificateReason(const QSslError &error, const QUrl &url)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
        return FetchText::tr("it is self-signed, so anybody could have made it");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return FetchText::tr("who issued it is unknown to this computer");
    case QSslError::CertificateExpired:
        return FetchText::tr("it expired on %1, or this computer's clock is wrong")
            .arg(QLocale().toString(error.certificate().expiryDate().date(), QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return FetchText::tr("it is not valid yet, or this computer's clock is wrong");
    case QSslError::HostNameMismatch:
        return FetchText::tr("it is for another host than %1; check the address").arg(url.host());
    default: return error.errorString();
    }
}

} // namespace

QString FetchText::size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString FetchText::duration(std::chrono::milliseconds time)
{
    if (time.count() < 1'000)
        return tr("%1 ms").arg(QLocale().toString(time.count()));
    const double seconds = double(time.count()) / 1'000.0;
    const int decimals = time.count() % 1'000 == 0 ? 0 : 1;
    return tr("%1 s").arg(QLocale().toString(seconds, 'f', decimals));
}

QString FetchText::cancelled()
{
    return tr("Cancelled.");
}

QString FetchText::totalLimit(std::chrono::milliseconds limit, const QString &last)
{
    const QString text = tr("Not done within the total limit of %1.").arg(duration(limit));
    return last.isEmpty() ? text : text + u' ' + last;
}

QString FetchText::httpStatus(int status, const QString &reason)
{
    const QString name
        = reason.isEmpty() ? QString::number(status) : u"%1 %2"_s.arg(status).arg(reason);
    switch (status) {
    case 401:
    case 403: return tr("The server refuses access (%1).").arg(name);
    case 404:
    case 410: return tr("There is nothing at this address (%1).").arg(name);
    case 429: return tr("The server asks for fewer requests (%1).").arg(name);
    case 503: return tr("The server is busy (%1). Try again later.").arg(name);
    default: break;
    }
    if (status < 400)
        return tr("The server sent nothing that was asked for (%1).").arg(name);
    return status >= 500 ? tr("The server failed (%1).").arg(name)
                         : tr("The server refused the request (%1).").arg(name);
}

QString FetchText::headDropped()
{
    return tr("Protocol fault: the reply's header fields are missing or too many to be read.");
}

QString FetchText::noStatus()
{
    return tr("Protocol fault: what answered is no HTTP server.");
}

QString FetchText::certificate(const QList<QSslError> &errors, const QUrl &url)
{
    QStringList reasons;
    for (const QSslError &error : errors) {
        const QString reason = certificateReason(error, url);
        if (!reason.isEmpty() && !reasons.contains(reason))
            reasons.append(reason);
    }
    return tr("The server's certificate is not trusted: %1.").arg(reasons.join(u"; "_s));
}

QString FetchText::network(QNetworkReply::NetworkError error, const QUrl &url,
                           const QString &detail)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return tr("Connection refused: nothing listens at %1.").arg(host(url));
    case QNetworkReply::HostNotFoundError:
        return tr("Unknown host: %1. Check the address and the network.").arg(url.host());
    case QNetworkReply::RemoteHostClosedError:
        return tr("The server closed the connection before the reply was complete.");
    case QNetworkReply::SslHandshakeFailedError:
        return tr("No secure connection to %1. Perhaps it speaks http only. (%2)")
            .arg(host(url), detail);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: return noStatus();
    default: return tr("The connection failed: %1").arg(detail);
    }
}
