// SPDX-License-Identifier: MIT
#include "measure.h"

#include <QFile>
#include <QTimer>

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QJsonObject lagSample(const LagSummary &lags)
{
    return {{u"lagP50"_s, double(lags.p50Ns) / 1e6},
            {u"lagP99"_s, double(lags.p99Ns) / 1e6},
            {u"lagMax"_s, double(lags.maxNs) / 1e6},
            {u"beats"_s, lags.count}};
}

double memoryMiB(QByteArrayView field, const QString &process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        giveUp(u"%1: %2"_s.arg(status.fileName(), status.errorString()));
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    giveUp(u"%1 does not tell %2."_s.arg(status.fileName(), QLatin1StringView(field)));
}

void runGuarded(QEventLoop &loop)
{
    QTimer guard;
    guard.setSingleShot(true);
    QObject::connect(&guard, &QTimer::timeout, &guard,
                     [] { giveUp(u"It did not end within two minutes."_s); });
    guard.start(120s);
    loop.exec();
}

void turnFor(std::chrono::milliseconds length)
{
    QEventLoop loop;
    QTimer::singleShot(length, &loop, &QEventLoop::quit);
    runGuarded(loop);
}

void giveUp(const QString &sentence)
{
    std::fprintf(stderr, "loopscope_bench: %s\n", qUtf8Printable(sentence));
    std::_Exit(1);
}

QList<QUrl> repeated(const QUrl &address, int count)
{
    return QList<QUrl>(count, address);
}

void raiseFileLimit()
{
    rlimit limit {};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}
