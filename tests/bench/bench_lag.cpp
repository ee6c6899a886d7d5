// SPDX-License-Identifier: MIT
// Lag of the GUI thread under 20,000 fetches of 1 KiB, 200 in flight.
#include "barefetch.h"
#include "busypool.h"
#include "engine/engine.h"
#include "heartbeat.h"
#include "measure.h"
#include "session/taskmodel.h"
#include "side.h"

#include <QApplication>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

constexpr int inFlight = 200;

int count(const SideOptions &options)
{
    return options.scaled(20'000, 1'000);
}

QJsonObject sample(const SideOptions &options, const LagSummary &lags, qint64 beganNs)
{
    QJsonObject sample = lagSample(lags);
    sample[u"perSecond"_s] = count(options) / millisecondsSince(beganNs) * 1e3;
    return sample;
}

/// The whole path of the program: every event recorded, folded and told to an item model in the
/// GUI thread, whose heart beats.
QJsonObject ours(const SideOptions &options, bool isBusy)
{
    const QApplication application(options.argc, options.argv);
    Engine engine;
    const TaskModel model(engine.session());
    engine.fetcher().setMaxInFlight(inFlight);
    engine.fetcher().setMaxPerHost(inFlight);
    std::stop_source stop;
    for (int i = 0; isBusy && i < engine.pool().threadCount(); ++i)
        engine.pool().run(u"busy"_s, endlessKernel(), stop.get_token());
    QEventLoop loop;
    QObject::connect(&engine.job(), &Job::finished, &loop, &QEventLoop::quit);
    engine.loop().setActive(true);
    const qint64 beganNs = Recorder::now();
    engine.job().start(repeated(options.address(u"bytes/1k"_s), count(options)),
                       {.then = Processing::None});
    runGuarded(loop);
    const QJsonObject result = sample(options, engine.loop().sinceStart(), beganNs);
    engine.session().recording().drain();
    if (engine.session().playhead().board().count(TaskStatus::Succeeded) != count(options))
        giveUp(u"Not every fetch succeeded."_s);
    stop.request_stop();
    return result;
}

QJsonObject bare(const SideOptions &options, bool isBusy)
{
    const QApplication application(options.argc, options.argv);
    QThreadPool pool;
    std::atomic<bool> isOver = false;
    for (int i = 0; isBusy && i < QThread::idealThreadCount(); ++i) {
        pool.start([&isOver] {
            volatile double spun = 1;
            while (!isOver)
                spun = spun * 1.0000001;
        });
    }
    QEventLoop loop;
    BareFetch fetch(options.address(u"bytes/1k"_s), count(options), inFlight, [&] { loop.quit(); });
    Heartbeat heartbeat;
    heartbeat.start();
    const qint64 beganNs = Recorder::now();
    fetch.start();
    runGuarded(loop);
    const QJsonObject result = sample(options, heartbeat.summary(), beganNs);
    isOver = true;
    return result;
}

} // namespace

QJsonObject lagOurs(const SideOptions &options)
{
    return ours(options, false);
}
QJsonObject lagBare(const SideOptions &options)
{
    return bare(options, false);
}
QJsonObject lagBusyOurs(const SideOptions &options)
{
    return ours(options, true);
}
QJsonObject lagBusyBare(const SideOptions &options)
{
    return bare(options, true);
}
