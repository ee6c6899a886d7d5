// SPDX-License-Identifier: MIT
// From asking everything to stop to the last terminal event: 1,000 requests that hang and a pool
// that is full, with a queue behind it.
#include "busypool.h"
#include "engine/engine.h"
#include "measure.h"
#include "side.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {

int concurrentAtServer(const SideOptions &options)
{
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(options.address(u"counters"_s)));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    runGuarded(loop);
    return QJsonDocument::fromJson(reply->readAll()).object()[u"concurrent"_s].toInt();
}

int unfinished(Engine &engine)
{
    engine.session().recording().drain();
    return engine.session().playhead().board().unfinished();
}

void waitUntil(const std::function<bool()> &isSo)
{
    const qint64 beganNs = Recorder::now();
    while (!isSo()) {
        if (millisecondsSince(beganNs) > 60'000)
            giveUp(u"It did not come to that within a minute."_s);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        QThread::usleep(500);
    }
}

struct Stop
{
    double toldMs; ///< until the last terminal event
    double goneMs; ///< until the server has seen every connection close
};

Stop stopOnce(const SideOptions &options)
{
    const int requests = options.scaled(1'000, 100);
    constexpr int kernels = 100;
    Engine engine;
    engine.fetcher().setMaxInFlight(requests);
    engine.fetcher().setMaxPerHost(requests);
    engine.job().start(
        repeated(options.address(u"hang"_s), requests),
        {.limits = {.firstByte = {}, .silence = {}, .total = {}}, .then = Processing::None});
    std::stop_source stop;
    for (int i = 0; i < kernels; ++i)
        engine.pool().run(u"busy"_s, endlessKernel(), stop.get_token());
    waitUntil([&] {
        return concurrentAtServer(options) >= requests && unfinished(engine) == requests + kernels
            && engine.pool().activeCount() == engine.pool().threadCount();
    });
    const qint64 askedNs = Recorder::now();
    engine.cancelAll();
    stop.request_stop();
    waitUntil([&] { return concurrentAtServer(options) <= 1; }); // this question
    const double goneMs = millisecondsSince(askedNs);
    waitUntil([&] { return unfinished(engine) == 0 && engine.pool().activeCount() == 0; });
    const Board &board = engine.session().playhead().board();
    if (board.count(TaskStatus::Cancelled) != requests + kernels)
        giveUp(u"Not everything was cancelled."_s);
    qint64 lastNs = 0;
    for (qsizetype row = 0; row < board.rowCount(); ++row)
        lastNs = std::max(lastNs, board.row(row).finishedNs);
    return {double(lastNs - askedNs) / 1e6, goneMs};
}

} // namespace

QJsonObject cancelOurs(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    QJsonArray told;
    QJsonArray gone;
    for (int i = 0; i < options.scaled(5, 1); ++i) {
        const Stop stop = stopOnce(options);
        told.append(stop.toldMs);
        gone.append(stop.goneMs);
    }
    return {{u"ms"_s, told}, {u"goneMs"_s, gone}};
}
