// SPDX-License-Identifier: MIT
// Resident memory of the whole window, idle after 10,000 fetches, again and again.
#include "engine/engine.h"
#include "measure.h"
#include "side.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QJsonArray>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto idle = 1'000ms;

} // namespace

QJsonObject memoryOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    Engine engine;
    MainWindow window(engine);
    const int count = options.scaled(10'000, 200);
    window.workbench().setPracticeSet({}, options.base);
    window.workbench().setAddresses(QStringList(count, options.address(u"bytes/1k"_s).toString()));
    window.show();
    turnFor(idle);
    QJsonArray series {memoryMiB("VmRSS:")};
    for (int i = 0; i < options.scaled(10, 2); ++i) {
        QEventLoop loop;
        QObject::connect(&engine.job(), &Job::finished, &loop, &QEventLoop::quit);
        window.workbench().run();
        runGuarded(loop);
        turnFor(idle);
        if (engine.session().playhead().board().count(TaskStatus::Succeeded) != count)
            giveUp(u"Not every fetch succeeded."_s);
        series.append(memoryMiB("VmRSS:"));
    }
    return {{u"firstMiB"_s, series[1]}, {u"lastMiB"_s, series.last()}, {u"series"_s, series}};
}

QJsonObject memoryEmpty(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    QProcess process;
    process.start(QStringLiteral(LOOPSCOPE_EMPTY_WINDOW), QStringList());
    if (!process.waitForStarted())
        giveUp(process.errorString());
    turnFor(idle);
    const double resident = memoryMiB("VmRSS:", QString::number(process.processId()));
    process.kill();
    process.waitForFinished();
    return {{u"firstMiB"_s, resident}, {u"lastMiB"_s, resident}};
}
