// SPDX-License-Identifier: MIT
#include "app/cli/jsonprinter.h"

#include "fetch/addresslist.h"
#include "session/report.h"
#include "trace/jsontext.h"

#include <cmath>

using namespace JsonText;

namespace {

double microseconds(qint64 ns)
{
    return std::round(double(ns) / 1e2) / 10;
}

} // namespace

QByteArray JsonPrinter::rejected(const RejectedAddress &address) const
{
    return object(members(Report::rejectedFields(address.text, address.reason))) + '\n';
}

QByteArray JsonPrinter::finished(const TaskState &task) const
{
    return object(members(Report::fields(task))) + '\n';
}

QByteArray JsonPrinter::summary(const FetchSummary &summary) const
{
    const QByteArray counts
        = object(members({{"succeeded", summary.succeeded},
                          {"failed", summary.failed},
                          {"cancelled", summary.cancelled},
                          {"timedOut", summary.timedOut},
                          {"abandoned", summary.abandoned},
                          {"rejected", summary.rejected},
                          {"elapsedMs", std::round(double(summary.elapsedNs) / 1e4) / 100}}));
    const QByteArray loop = object(members({{"lagP50Us", microseconds(summary.lag.p50Ns)},
                                            {"lagP99Us", microseconds(summary.lag.p99Ns)},
                                            {"lagMaxUs", microseconds(summary.lag.maxNs)}}));
    return object({member("summary", counts), member("loop", loop)}) + '\n';
}
