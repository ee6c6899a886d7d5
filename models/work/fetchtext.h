// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkReply>
#include <QSslError>
#include <QString>

#include <chrono>

/// Every sentence a fetch can end with: what happened, and what to do where a person can do
/// something. Translated; any thread.
namespace FetchText {

QString size(qint64 bytes); ///< "1.2 MB"
QString duration(std::chrono::milliseconds time); ///< "5 s", "250 ms"

QString cancelled();
QString closing();
QString waitsForTurn();
QString waitsForRetry(std::chrono::milliseconds pause, const QString &why);
QString noFirstByte(std::chrono::milliseconds limit);
QString silence(std::chrono::milliseconds limit, qint64 bytes);
QString totalLimit(std::chrono::milliseconds limit, const QString &last);
QString httpStatus(int status, const QString &reason);
QString interimStatus(int status);
QString tooLarge(qint64 limit);
QString unknownEncoding(const QByteArray &encoding);
QString headDropped();
QString noStatus();
QString noReply();

QString lengthInvalid();
QString lengthAndChunked();
QString endedEarly(qint64 bytes, qint64 announced);
QString digestDiffers();
QString compressionBroken();
QString compressionCutShort();

QString redirectWithoutTarget();
QString redirectRefused(const QUrl &target);
QString redirectLessSafe(const QUrl &target);
QString tooManyRedirects(const QList<QUrl> &hops);

QString certificate(const QList<QSslError> &errors, const QUrl &url);
QString network(QNetworkReply::NetworkError error, const QUrl &url, const QString &detail);
QString throughProxy(const QString &proxy);
QString wasHeld(std::chrono::milliseconds length);
QString proxyUnreachable(const QString &proxy);

} // namespace FetchText
