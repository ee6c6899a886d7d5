// SPDX-License-Identifier: MIT
#include "app/identity.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

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
