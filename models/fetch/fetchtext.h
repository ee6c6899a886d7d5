// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QNetworkReply>
#include <QSslError>

#include <chrono>

/// The sentences a fetch can end with: what happened, and what to do where a person can do
/// something. Those that one place alone says stand there, as FetchText::tr(). Translated; any
/// thread.
struct FetchText
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
public:
    static QString size(qint64 bytes); ///< "1.2 MB"
    static QString duration(std::chrono::milliseconds time); ///< "5 s", "250 ms"

    static QString cancelled();
    /// \p last: what went wrong before, a sentence; or empty.
    static QString totalLimit(std::chrono::milliseconds limit, const QString &last);
    /// \p reason: the server's own words, or empty.
    static QString httpStatus(int status, const QString &reason);
    static QString headDropped(); ///< the fields of the reply are not there
    static QString noStatus(); ///< what came is no HTTP
    static QString certificate(const QList<QSslError> &errors, const QUrl &url);
    /// \p detail: Qt's words, for what is rare.
    static QString network(QNetworkReply::NetworkError error, const QUrl &url,
                           const QString &detail);
};
