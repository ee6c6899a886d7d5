// SPDX-License-Identifier: MIT
#include "work/fetchtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace {

struct Text
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
        return Text::tr("it is self-signed, so anybody could have made it");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return Text::tr("who issued it is unknown to this computer");
    case QSslError::CertificateExpired:
        return Text::tr("it expired on %1, or this computer's clock is wrong")
            .arg(QLocale().toString(error.certificate().expiryDate().date(), QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return Text::tr("it is not valid yet, or this computer's clock is wrong");
    case QSslError::HostNameMismatch:
        return Text::tr("it is for another host than %1; check the address").arg(url.host());
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
        return Text::tr("%1 ms").arg(QLocale().toString(time.count()));
    const double seconds = double(time.count()) / 1'000.0;
    const int decimals = time.count() % 1'000 == 0 ? 0 : 1;
    return Text::tr("%1 s").arg(QLocale().toString(seconds, 'f', decimals));
}

QString cancelled()
{
    return Text::tr("Cancelled.");
}
QString closing()
{
    return Text::tr("Cancelled because the program closes.");
}
QString waitsForTurn()
{
    return Text::tr("waits for its turn");
}

QString waitsForRetry(std::chrono::milliseconds pause, const QString &why)
{
    return Text::tr("tries again in %1: %2").arg(duration(pause), why);
}

QString noFirstByte(std::chrono::milliseconds limit)
{
    return Text::tr("No first byte within %1. The server is too slow or does not answer.")
        .arg(duration(limit));
}

QString silence(std::chrono::milliseconds limit, qint64 bytes)
{
    return Text::tr("Silent for %1 after %2. The server stopped sending.")
        .arg(duration(limit), size(bytes));
}

QString totalLimit(std::chrono::milliseconds limit, const QString &last)
{
    const QString text = Text::tr("Not done within the total limit of %1.").arg(duration(limit));
    return last.isEmpty() ? text : text + u' ' + last;
}

QString httpStatus(int status, const QString &reason)
{
    const QString name
        = reason.isEmpty() ? QString::number(status) : u"%1 %2"_s.arg(status).arg(reason);
    switch (status) {
    case 401:
    case 403: return Text::tr("The server refuses access (%1).").arg(name);
    case 404:
    case 410: return Text::tr("There is nothing at this address (%1).").arg(name);
    case 429: return Text::tr("The server asks for fewer requests (%1).").arg(name);
    case 503: return Text::tr("The server is busy (%1). Try again later.").arg(name);
    default: break;
    }
    if (status < 400)
        return Text::tr("The server sent nothing that was asked for (%1).").arg(name);
    return status >= 500 ? Text::tr("The server failed (%1).").arg(name)
                         : Text::tr("The server refused the request (%1).").arg(name);
}

QString interimStatus(int status)
{
    return Text::tr("Protocol fault: the interim status %1 arrived as if it were the reply.")
        .arg(status);
}

QString tooLarge(qint64 limit)
{
    return Text::tr("Larger than the limit of %1, stopped there. Raise the limit to fetch it.")
        .arg(size(limit));
}

QString unknownEncoding(const QByteArray &encoding)
{
    return Text::tr("Compressed in a way that was not asked for (%1).")
        .arg(QString::fromLatin1(encoding.left(40)));
}

QString headDropped()
{
    return Text::tr(
        "Protocol fault: the reply's header fields are missing or too many to be read.");
}

QString noStatus()
{
    return Text::tr("Protocol fault: what answered is no HTTP server.");
}

QString noReply()
{
    return Text::tr("The server closed the connection without a reply that can be read.");
}

QString lengthInvalid()
{
    return Text::tr("Protocol fault: the reply's Content-Length is no valid length.");
}

QString lengthAndChunked()
{
    return Text::tr("Protocol fault: the reply gives a Content-Length and is chunked as well.");
}

QString endedEarly(qint64 bytes, qint64 announced)
{
    return Text::tr("Ended at %1 of %2; the rest is missing.").arg(size(bytes), size(announced));
}

QString digestDiffers()
{
    return Text::tr("Corrupt: the body does not match its Content-Digest.");
}

QString compressionBroken()
{
    return Text::tr("Corrupt: the compressed body is damaged.");
}

QString compressionCutShort()
{
    return Text::tr("Corrupt: the compressed body is cut short.");
}

QString redirectWithoutTarget()
{
    return Text::tr("The server redirects without a usable address.");
}

QString redirectRefused(const QUrl &target)
{
    return Text::tr("The server redirects to %1, which is no web address; refused.")
        .arg(target.toDisplayString().left(200));
}

QString redirectLessSafe(const QUrl &target)
{
    return Text::tr("The server redirects from https to %1, which is not encrypted; refused.")
        .arg(target.toDisplayString().left(200));
}

QString tooManyRedirects(const QList<QUrl> &hops)
{
    QStringList names;
    for (const QUrl &hop : hops.mid(0, 3))
        names.append(hop.fileName().isEmpty() ? hop.host() : hop.fileName());
    return Text::tr("Redirected %1 times (%2 …); given up.")
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
    return Text::tr("The server's certificate is not trusted: %1.").arg(reasons.join(u"; "_s));
}

QString network(QNetworkReply::NetworkError error, const QUrl &url, const QString &detail)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Text::tr("Connection refused: nothing listens at %1.").arg(host(url));
    case QNetworkReply::HostNotFoundError:
        return Text::tr("Unknown host: %1. Check the address and the network.").arg(url.host());
    case QNetworkReply::RemoteHostClosedError:
        return Text::tr("The server closed the connection before the reply was complete.");
    case QNetworkReply::SslHandshakeFailedError:
        return Text::tr("No secure connection to %1. Perhaps it speaks http only. (%2)")
            .arg(host(url), detail);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: return noStatus();
    default: return Text::tr("The connection failed: %1").arg(detail);
    }
}

QString throughProxy(const QString &proxy)
{
    return Text::tr("through the proxy %1").arg(proxy);
}

QString wasHeld(std::chrono::milliseconds length)
{
    return Text::tr("The program itself did not run for %1, so the limits wait that long.")
        .arg(duration(length));
}

QString proxyUnreachable(const QString &proxy)
{
    return Text::tr("The proxy %1 cannot be reached. Check the proxy settings.").arg(proxy);
}

} // namespace FetchText
