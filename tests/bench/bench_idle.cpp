// SPDX-License-Identifier: MIT
// How late the heartbeat comes while nothing is to be done: in the window with everything that
// watches it, and in an empty one with nothing but the timer.
#include "app/engine.h"
#include "heartbeat.h"
#include "measure.h"
#include "side.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Getting up is not idle yet; then long enough for a p99 that is not the worst of a few.
QJsonObject idleLags(const SideOptions &options)
{
    turnFor(1s);
    Heartbeat heart;
    heart.start();
    turnFor(std::chrono::seconds(options.scaled(10, 1)));
    const LagSummary lags = heart.summary();
    return {{u"lagP99"_s, double(lags.p99Ns) / 1e6},
            {u"lagP50"_s, double(lags.p50Ns) / 1e6},
            {u"beats"_s, lags.count}};
}

} // namespace

QJsonObject idleOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    Engine engine;
    engine.watchLoop();
    MainWindow window({engine.recorder(), engine.recording(), engine.moment(), engine.fetcher(),
                       engine.pool(), engine.job()},
                      engine.loop(), engine.lab());
    window.show();
    return idleLags(options);
}

QJsonObject idleEmpty(const SideOptions &options)
{
    const QApplication application(options.argc, options.argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    return idleLags(options);
}
