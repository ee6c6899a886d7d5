// SPDX-License-Identifier: MIT
#include "app/window.h"

#include "engine/engine.h"
#include "loop/witnesslink.h"
#include "ui/pulse/freeze.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/themechoice.h"
#include "ui/witness/witnesswindow.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocalSocket>
#include <QLocale>
#include <QScopeGuard>
#include <QSettings>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// What the desktop and the settings know the program by, and its icon.
void setIdentity()
{
    QApplication::setApplicationName(u"Loopscope"_s);
    QApplication::setOrganizationName(u"Loopscope"_s);
    QApplication::setApplicationVersion(QStringLiteral(LOOPSCOPE_VERSION));
    const QString id = u"io.github.loopscope.Loopscope"_s;
    QApplication::setDesktopFileName(id);
    // By the name a desktop finds the icon of what is installed only. This one is shown everywhere:
    // on X11, and on Wayland from Qt 6.9 on, where the compositor takes icons from windows.
    QIcon icon;
    for (const int size : {16, 32, 48, 64, 128})
        icon.addFile(u":/application/%1/%2.png"_s.arg(QString::number(size), id),
                     QSize(size, size));
    QApplication::setWindowIcon(icon);
}

/// Qt's own texts and ours, in the person's language where there is a translation. Ours fall back
/// to the plural forms of English, so that nobody reads "1 address(es)".
void installTranslations(QApplication &application)
{
    const auto install
        = [&application](const QString &name, const QString &folder, const QString &fallback) {
              auto *translator = new QTranslator(&application);
              if (translator->load(QLocale(), name, u"_"_s, folder)
                  || (!fallback.isEmpty() && translator->load(fallback, folder)))
                  application.installTranslator(translator);
              else
                  delete translator;
          };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath), {});
    install(u"loopscope"_s, u":/translations"_s, u"loopscope_en"_s);
}

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

int runWindow(int argc, char **argv, const WindowOptions &options)
{
    QApplication application(argc, argv);
    setIdentity();
    QSettings settings;
    // By way of its mode: what is no name of a theme, perhaps of a newer version's, goes no
    // further.
    const Theme::Mode mode = options.theme
        ? Theme::Mode(*options.theme)
        : Theme::modeFromName(settings.value("window/theme"_L1).toString());
    ThemeChoice theme(application, mode);
    installTranslations(application);

    Engine engine(options.seed);
    MainWindow window(engine);
    WitnessLink witness(engine.loop(), engine.blockRelease());
    engine.watchLoop([&witness](const StallNews &news) { witness.tell(news); });
    // before the witness goes
    const auto unwatch = qScopeGuard([&engine] { engine.unwatchLoop(); });
    window.menu().showTheme(Theme::modeName(mode));
    window.workbench().setPracticeSet(engine.practiceAddresses(),
                                      engine.server().address({}).toString());
    window.freeze().setSlowReply([&engine](std::chrono::milliseconds length) {
        return engine.server().address(u"delay/%1"_s.arg(length.count()));
    });
    window.restore(settings);
    if (!options.addresses.isEmpty())
        window.workbench().setAddresses(options.addresses);
    QObject::connect(&window, &MainWindow::closed, &application, [&] {
        window.save(settings);
        // Also instead of one that was refused.
        if (!options.theme)
            settings.setValue("window/theme"_L1, Theme::modeName(theme.mode()));
    });
    QObject::connect(&window, &MainWindow::witnessRequested, &application, [&] {
        if (!witness.open(window.witnessCorner(), Theme::modeName(theme.mode())))
            window.workbench().tell(MainWindow::tr("The witness could not be started."));
    });
    QObject::connect(&window, &MainWindow::themeChosen, &application, [&](const QString &name) {
        settings.setValue("window/theme"_L1, name);
        theme.choose(Theme::modeFromName(name));
    });
    if (!options.trace.isEmpty())
        window.openTrace(options.trace);
    window.show();
    return QApplication::exec();
}

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
