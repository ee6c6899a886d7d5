// SPDX-License-Identifier: MIT
#include "app/window.h"

#include "app/engine.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

QString themeName(WindowOptions::Theme theme)
{
    switch (theme) {
    case WindowOptions::Theme::System: return u"system"_s;
    case WindowOptions::Theme::Light: return u"light"_s;
    case WindowOptions::Theme::Dark: return u"dark"_s;
    }
    Q_UNREACHABLE();
}

/// Qt's own texts and ours, in the person's language where there is a translation. Ours fall back
/// to the plural forms of English, so that nobody reads "1 address(es)".
void installTranslations(QApplication &application)
{
    const auto install = [&application](const QString &name, const QString &folder,
                                        const QString &fallback) {
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

} // namespace

int runWindow(int argc, char **argv, const WindowOptions &options)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Loopscope"_s);
    QApplication::setOrganizationName(u"Loopscope"_s);
    QApplication::setApplicationVersion(QStringLiteral(LOOPSCOPE_VERSION));
    QApplication::setDesktopFileName(u"io.github.loopscope.Loopscope"_s);
    QSettings settings;
    const QString theme = options.theme ? themeName(*options.theme)
                                        : settings.value("window/theme"_L1, u"system"_s).toString();
    Theme::apply(application, Theme::modeFromName(theme));
    installTranslations(application);

    Engine engine(options.seed);
    MainWindow window({engine.recorder(), engine.recording(), engine.moment(), engine.fetcher(),
                       engine.pool(), engine.job()}, engine.loop());
    window.showTheme(theme);
    window.workbench().setPracticeSet(engine.practiceAddresses(),
                                      engine.server().address({}).toString());
    window.setSlowReply([&engine](std::chrono::milliseconds length) {
        return engine.server().address(u"delay/%1"_s.arg(length.count()));
    });
    window.restore(settings);
    if (!options.addresses.isEmpty())
        window.workbench().setAddresses(options.addresses);
    QObject::connect(&window, &MainWindow::closed, &application, [&] { window.save(settings); });
    QObject::connect(&window, &MainWindow::themeChosen, &application, [&](const QString &name) {
        settings.setValue("window/theme"_L1, name);
        Theme::apply(application, Theme::modeFromName(name));
    });
    if (!options.trace.isEmpty())
        window.openTrace(options.trace);
    window.show();
    return QApplication::exec();
}
