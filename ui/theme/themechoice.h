// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/settingsportal.h"

#include <QDBusConnection>

/// Keeps the application in the theme that the person chose: Light or Dark, or System, which is
/// what the desktop wishes, now and whenever it changes its mind. The desktop is asked through Qt,
/// and where Qt does not know (before 6.5, and on desktops that it does not know) through the
/// settings portal, which is not waited for. GUI thread only.
class ThemeChoice final : public QObject
{
    Q_OBJECT
public:
    /// \p application outlives it. Qt opens the session bus for any window, so none is opened for
    /// this alone.
    ThemeChoice(QApplication &application, Theme::Mode mode,
                const QDBusConnection &bus = QDBusConnection::sessionBus());

    Theme::Mode mode() const { return m_mode; }
    void choose(Theme::Mode mode);

private:
    Theme::Mode desktopsWish() const;
    void apply();

    QApplication &m_application;
    SettingsPortal m_portal;
    Theme::Mode m_mode;
};
