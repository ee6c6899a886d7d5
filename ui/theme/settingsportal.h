// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QDBusVariant>
#include <QObject>

class QDBusConnection;

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
