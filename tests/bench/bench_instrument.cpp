// SPDX-License-Identifier: MIT
// What it costs to watch a loop that has nothing to do: heartbeat, watchdog and the hooks that see
// each event, in a process with a window of nothing. All of the time of its processor is theirs.
#include "engine/engine.h"
#include "measure.h"
#include "side.h"

#include <QApplication>
#include <QMainWindow>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

double processorMs()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

QJsonObject instrumentOurs(const SideOptions &options)
{
    const QApplication application(options.argc, options.argv);
    QMainWindow window;
    window.show();
    Engine engine;
    engine.watchLoop();
    engine.loop().setActive(true);
    turnFor(1s); // getting up is not idle yet
    const qint64 beganNs = Recorder::now();
    const double before = processorMs();
    turnFor(std::chrono::seconds(options.scaled(10, 1)));
    const double used = processorMs() - before;
    return {{u"cpuPercent"_s, 100 * used / millisecondsSince(beganNs)}, {u"corePercent"_s, 100}};
}
