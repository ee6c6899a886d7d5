// SPDX-License-Identifier: MIT
#include "app/window.h"

#include "app/engine.h"
#include "app/identity.h"
#include "app/witnesslink.h"
#include "ui/mainwindow.h"
#include "ui/theme/themechoice.h"
#include "ui/views/freeze.h"
#include "ui/views/mainmenu.h"

#include <QApplication>
#include <QScopeGuard>
#include <QSettings>

using namespace Qt::StringLiterals;

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
    MainWindow window({engine.recorder(), engine.recording(), engine.moment(), engine.fetcher(),
                       engine.pool(), engine.job()},
                      engine.loop(), engine.lab());
    WitnessLink witness(engine.loop(), window.workbench().blockRelease());
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
