// SPDX-License-Identifier: MIT
// 300 replies of 200 ms, 50 in flight: six waves, 1.2 s when nothing is lost between them.
#include "fetchall.h"
#include "measure.h"
#include "side.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QJsonObject latencyOurs(const SideOptions &options)
{
    constexpr int inFlight = 50;
    constexpr double replyMs = 200;
    const QCoreApplication application(options.argc, options.argv);
    const int count = options.scaled(300, 100);
    const double milliseconds
        = fetchAll(repeated(options.address(u"delay/200"_s), count), inFlight);
    return {{u"ms"_s, milliseconds}, {u"idealMs"_s, count / inFlight * replyMs}};
}
