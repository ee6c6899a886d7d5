// SPDX-License-Identifier: MIT
#include "app/witness.h"

#include "app/identity.h"
#include "ui/theme/themechoice.h"
#include "ui/witness/witnesswindow.h"

#include <QApplication>
#include <QLocalSocket>

namespace {

void readReports(QLocalSocket &socket, WitnessWindow &window)
{
    while (socket.canReadLine()) {
        const auto report = PulseReport::fromLine(socket.readLine(PulseReport::longestLine));
        if (report)
            window.take(*report);
    }
    if (socket.bytesAvailable() > PulseReport::longestLine)
        socket.abort(); // whoever that is, it is not the window
}

} // namespace

int runWitness(int argc, char **argv, const WitnessOptions &options)
{
    QApplication application(argc, argv);
    setIdentity();
    const ThemeChoice theme(application, Theme::Mode(options.theme));
    installTranslations(application);
    WitnessWindow window;
    QLocalSocket socket;
    QObject::connect(&socket, &QLocalSocket::readyRead, &window,
                     [&] { readReports(socket, window); });
    QObject::connect(&socket, &QLocalSocket::disconnected, &window, &WitnessWindow::sayGoodbye);
    QObject::connect(&socket, &QLocalSocket::errorOccurred, &window, &WitnessWindow::sayGoodbye);
    QObject::connect(&window, &WitnessWindow::releaseRequested, &socket, [&socket] {
        socket.write("release\n");
        socket.flush();
    });
    window.move(options.corner - QPoint(window.width(), 0));
    window.show();
    socket.connectToServer(options.socket);
    return QApplication::exec();
}
