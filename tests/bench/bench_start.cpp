// SPDX-License-Identifier: MIT
// From starting a program to its first painted frame, seen from outside: the middle of the screen
// is read about twice a millisecond until it looks different. A window of X has no background of
// its own here and Qt sends a frame in one piece, so the first change is the first frame. Needs an
// X server without a window manager, on which nothing else draws.
#include "measure.h"
#include "side.h"

#include <QGuiApplication>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QRgb middle()
{
    QScreen &screen = *QGuiApplication::primaryScreen();
    const QPoint at = screen.geometry().center();
    return screen.grabWindow(0, at.x(), at.y(), 1, 1).toImage().pixel(0, 0);
}

void waitFor(bool isSame, QRgb colour)
{
    const qint64 beganNs = Recorder::now();
    while ((middle() == colour) != isSame) {
        if (millisecondsSince(beganNs) > 30'000)
            giveUp(u"The screen did not change within 30 s."_s);
        QThread::usleep(300);
    }
}

double startOnce(const QString &program)
{
    const QTemporaryDir settings; // as if started for the first time
    const QRgb before = middle();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, settings.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const qint64 beganNs = Recorder::now();
    process.start(program, QStringList());
    waitFor(false, before);
    const double milliseconds = millisecondsSince(beganNs);
    process.kill();
    process.waitForFinished();
    // The root's background comes back when the window goes.
    waitFor(true, before);
    return milliseconds;
}

QJsonObject start(const SideOptions &options, const QString &program)
{
    const QGuiApplication application(options.argc, options.argv);
    if (QGuiApplication::platformName() != "xcb"_L1)
        giveUp(u"Only X lets one program see what another one paints."_s);
    QList<double> all;
    for (int i = 0; i < options.scaled(5, 1); ++i)
        all.append(startOnce(program));
    std::ranges::sort(all);
    return {{u"ms"_s, all[all.size() / 2]}};
}

} // namespace

QJsonObject startOurs(const SideOptions &options)
{
    return start(options, QStringLiteral(LOOPSCOPE_EXECUTABLE));
}

QJsonObject startEmpty(const SideOptions &options)
{
    return start(options, QStringLiteral(LOOPSCOPE_EMPTY_WINDOW));
}
