// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

/// Whether the desktop wishes light or dark, as its settings portal tells it over D-Bus
/// (org.freedesktop.portal.Settings). Asks when it is made and does not wait for the portal (only
/// for the bus itself, while Qt looks up who has that name): until an answer comes, when none ever
/// comes, without a portal or a bus, and when the answer makes no sense, there is no wish. GUI
/// thread only.
class SettingsPortal final : public QObject
{
    Q_OBJECT
public:
    explicit SettingsPortal(const QDBusConnection &bus, QObject *parent = nullptr);

    /// System: none.
    Theme::Mode wish() const { return m_wish; }

signals:
    void wishChanged();

private slots:
    void hear(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(QDBusConnection bus, const QString &method);
    void take(const QVariant &value);

    Theme::Mode m_wish = Theme::Mode::System;
    bool m_hasHeard = false; // of a change, which is newer than an answer that comes after it
};

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
    void apply() { Theme::apply(m_application, m_mode, desktopsWish()); }

    QApplication &m_application;
    SettingsPortal m_portal;
    Theme::Mode m_mode;
};
