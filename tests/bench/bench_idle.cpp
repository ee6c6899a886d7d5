// SPDX-License-Identifier: MIT
// How late the heartbeat comes while nothing is to be done: in the window with everything that
// watches it, and in an empty one with nothing but the timer.
#include "engine/engine.h"
#include "heartbeat.h"
#include "measure.h"
#include "side.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Getting up is not idle yet; then long enough for a p99 that is not the worst of a few, and no
/// longer than LoopMonitor::recent() looks back.
LagSummary idleLags(const SideOptions &options)
{
    turnFor(1s);
    Heartbeat heart;
    heart.start();
    turnFor(std::chrono::seconds(options.scaled(10, 1)));
    return heart.summary();
}

} // namespace

/// By the heart of the program, after whose beats it draws, and by one that is out of step with it
/// and so now and then has to wait for the drawing.
QJsonObject idleOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    Engine engine;
    engine.watchLoop();
    MainWindow window(engine);
    window.show();
    const LagSummary other = idleLags(options);
    QJsonObject sample = lagSample(engine.loop().recent());
    sample[u"otherP99"_s] = double(other.p99Ns) / 1e6;
    return sample;
}

QJsonObject idleEmpty(const SideOptions &options)
{
    const QApplication application(options.argc, options.argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    return lagSample(idleLags(options));
}
