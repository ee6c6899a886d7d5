// SPDX-License-Identifier: MIT
// A Mandelbrot picture: tasks, events, progress and cancellation against threads and a counter.
#include "compute/computepool.h"
#include "compute/kernels/mandelbrotrun.h"
#include "measure.h"
#include "record/recording.h"
#include "side.h"

#include <QCoreApplication>
#include <QFutureWatcher>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

MandelbrotView picture(const SideOptions &options)
{
    MandelbrotView view;
    view.size = options.quick ? QSize(320, 240) : QSize(1600, 1200);
    view.scale = 2.8 / view.size.width();
    return view;
}

/// The fastest of some pictures: whatever else the machine does only ever adds.
template <typename Render> QJsonObject fastest(const SideOptions &options, Render render)
{
    double best = 1e9;
    for (int i = 0; i < options.scaled(5, 1); ++i) {
        const qint64 beganNs = Recorder::now();
        render();
        best = std::min(best, millisecondsSince(beganNs));
    }
    return {{u"ms"_s, best}};
}

} // namespace

QJsonObject poolOurs(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    ComputePool pool(recorder);
    return fastest(options, [&] {
        const MandelbrotRun run = runMandelbrot(pool, picture(options));
        QEventLoop loop;
        QFutureWatcher<Outcome> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(run.outcome);
        if (!run.outcome.isFinished())
            runGuarded(loop);
        if (!run.outcome.result().hasSucceeded())
            giveUp(u"The picture did not succeed."_s);
    });
}

QJsonObject poolThreads(const SideOptions &options)
{
    const MandelbrotView view = picture(options);
    const QList<QRect> tiles = mandelbrotTiles(view);
    return fastest(options, [&] {
        std::atomic<qsizetype> next = 0;
        std::vector<MandelbrotTile> done(size_t(tiles.size()));
        std::vector<std::jthread> threads;
        for (int i = 0; i < QThread::idealThreadCount(); ++i) {
            threads.emplace_back([&] {
                // As nice as the pool's threads: the row is about what the pool adds.
                setpriority(PRIO_PROCESS, id_t(gettid()), 10);
                for (qsizetype tile = next++; tile < tiles.size(); tile = next++)
                    done[size_t(tile)] = mandelbrotTileBare(view, tiles[tile]);
            });
        }
    });
}
