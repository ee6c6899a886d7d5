// SPDX-License-Identifier: MIT
#include "ui/theme/themechoice.h"

#include <QApplication>
#include <QStyleHints>

#include <array>

ThemeChoice::ThemeChoice(QApplication &application, Theme::Mode mode, const QDBusConnection &bus)
    : m_application(application)
    , m_portal(bus)
    , m_mode(mode)
{
    connect(&m_portal, &SettingsPortal::wishChanged, this, &ThemeChoice::apply);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &ThemeChoice::apply);
#endif
    choose(mode);
}

void ThemeChoice::choose(Theme::Mode mode)
{
    m_mode = mode;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // What is not drawn here follows: window frames on Wayland, and the desktop's own dialogs.
    constexpr std::array schemes {Qt::ColorScheme::Unknown, Qt::ColorScheme::Light,
                                  Qt::ColorScheme::Dark}; // in the order of Theme::Mode
    QGuiApplication::styleHints()->setColorScheme(schemes[size_t(mode)]);
#endif
    apply();
}

Theme::Mode ThemeChoice::desktopsWish() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Dark: return Theme::Mode::Dark;
    case Qt::ColorScheme::Light: return Theme::Mode::Light;
    case Qt::ColorScheme::Unknown: break;
    }
#endif
    return m_portal.wish();
}

void ThemeChoice::apply()
{
    Theme::apply(m_application, m_mode, desktopsWish());
}
