// SPDX-License-Identifier: MIT
#include "app/identity.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void setIdentity()
{
    QApplication::setApplicationName(u"Loopscope"_s);
    QApplication::setOrganizationName(u"Loopscope"_s);
    QApplication::setApplicationVersion(QStringLiteral(LOOPSCOPE_VERSION));
    QApplication::setDesktopFileName(u"io.github.loopscope.Loopscope"_s);
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
