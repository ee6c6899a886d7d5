// SPDX-License-Identifier: MIT
#pragma once

#include "record/laghistogram.h"
#include "record/recorder.h"

#include <QEventLoop>
#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <chrono>

/// Milliseconds since the moment \p sinceNs of Recorder::now().
inline double millisecondsSince(qint64 sinceNs)
{
    return double(Recorder::now() - sinceNs) / 1e6;
}

/// lagP50, lagP99, lagMax in milliseconds.
QJsonObject lagSample(const LagSummary &lags);

/// The number behind \p field in /proc/PID/status, in MiB: "VmHWM" is the peak, "VmRSS" now.
double memoryMiB(QByteArrayView field, const QString &process = QStringLiteral("self"));

/// Lets \p loop run until it is told to quit; ends the process with a sentence when that takes
/// longer than two minutes.
void runGuarded(QEventLoop &loop);

/// Lets the loop of this thread turn for \p length.
void turnFor(std::chrono::milliseconds length);

/// Ends the process with \p sentence: a measurement that went wrong is none.
[[noreturn]] void giveUp(const QString &sentence);

/// \p count times the same address.
QList<QUrl> repeated(const QUrl &address, int count);

/// As many open files as the system allows: a thousand connections are more than the usual 1024.
void raiseFileLimit();
