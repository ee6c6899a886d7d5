// SPDX-License-Identifier: MIT
#include "app/jsonprinter.h"

#include "app/jsonline.h"
#include "views/report.h"
#include "work/addresslist.h"

#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

using JsonLine::Field;

QByteArray line(const QJsonObject &report)
{
    const auto field = [&](QLatin1StringView key) { return Field(key, report[key]); };
    return JsonLine::object({field("url"_L1), field("outcome"_L1), field("status"_L1),
                             field("bytes"_L1), field("attempts"_L1), field("firstByteMs"_L1),
                             field("elapsedMs"_L1), field("integrity"_L1), field("result"_L1),
                             field("message"_L1)})
        + '\n';
}

double microseconds(qint64 ns)
{
    return std::round(double(ns) / 1e2) / 10;
}

} // namespace

QByteArray JsonPrinter::rejected(const RejectedAddress &address) const
{
    return line(Report::rejectedJson(address.text, address.reason));
}

QByteArray JsonPrinter::finished(const TaskState &task) const
{
    return line(Report::json(task));
}

QByteArray JsonPrinter::summary(const FetchSummary &summary) const
{
    const double elapsedMs = std::round(double(summary.elapsedNs) / 1e4) / 100;
    const QByteArray counts = JsonLine::object({{"succeeded"_L1, summary.succeeded},
                                                {"failed"_L1, summary.failed},
                                                {"cancelled"_L1, summary.cancelled},
                                                {"timedOut"_L1, summary.timedOut},
                                                {"abandoned"_L1, summary.abandoned},
                                                {"rejected"_L1, summary.rejected},
                                                {"elapsedMs"_L1, elapsedMs}});
    const QByteArray loop = JsonLine::object({{"lagP50Us"_L1, microseconds(summary.lag.p50Ns)},
                                              {"lagP99Us"_L1, microseconds(summary.lag.p99Ns)},
                                              {"lagMaxUs"_L1, microseconds(summary.lag.maxNs)}});
    return "{\"summary\":" + counts + ",\"loop\":" + loop + "}\n";
}
