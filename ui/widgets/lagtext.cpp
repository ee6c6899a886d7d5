// SPDX-License-Identifier: MIT
#include "ui/widgets/lagtext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct LagTr
{
    Q_DECLARE_TR_FUNCTIONS(LagText)
};

QString seconds(double value, int decimals)
{
    return LagTr::tr("%1 s").arg(QLocale().toString(value, 'f', decimals));
}

} // namespace

QString lagText(qint64 ns)
{
    const double ms = double(ns) / 1e6;
    if (ms >= 999.5)
        return seconds(ms / 1e3, ms < 9'995 ? 2 : 1);
    const int decimals = ms < 99.95 ? 1 : 0;
    return LagTr::tr("%1 ms").arg(QLocale().toString(ms, 'f', decimals));
}

QString lagSummaryText(const LagSummary &lags)
{
    return LagTr::tr("lag p50 %1, p99 %2, worst %3")
        .arg(lagText(lags.p50Ns), lagText(lags.p99Ns), lagText(lags.maxNs));
}

QString stallText(const Stall &stall)
{
    const double length = double(stall.lengthNs()) / 1e9;
    return stall.kind == StallKind::Hang ? LagTr::tr("frozen %1").arg(seconds(length, 2))
                                         : LagTr::tr("busy %1").arg(seconds(length, 1));
}
