// SPDX-License-Identifier: MIT
// 300 replies of 200 ms, 50 in flight: six waves, 1.2 s when nothing is lost between them.
#include "measure.h"
#include "record/recording.h"
#include "side.h"
#include "work/fetcher.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QJsonObject latencyOurs(const SideOptions &options)
{
    constexpr int inFlight = 50;
    constexpr double replyMs = 200;
    const QCoreApplication application(options.argc, options.argv);
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    Fetcher fetcher(recorder);
    fetcher.setMaxInFlight(inFlight);
    fetcher.setMaxPerHost(inFlight);
    QEventLoop loop;
    const int count = options.scaled(300, 100);
    std::atomic<int> left = count;
    std::atomic<int> failed = 0;
    const qint64 beganNs = Recorder::now();
    for (int i = 0; i < count; ++i) {
        fetcher.fetch({.url = options.address(u"delay/200"_s)}).then([&](const FetchResult &result) {
            failed += !result.outcome.hasSucceeded();
            if (--left == 0)
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
    }
    runGuarded(loop);
    const double milliseconds = millisecondsSince(beganNs);
    if (failed > 0)
        giveUp(u"Not every fetch succeeded."_s);
    return {{u"ms"_s, milliseconds}, {u"idealMs"_s, count / inFlight * replyMs}};
}
