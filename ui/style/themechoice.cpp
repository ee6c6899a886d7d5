// SPDX-License-Identifier: MIT
#include "ui/style/themechoice.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStyleHints>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto portalName = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearanceGroup = "org.freedesktop.appearance"_L1;
constexpr auto colorSchemeKey = "color-scheme"_L1;

/// Portals of version 1 wrap their answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SettingsPortal::SettingsPortal(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
{
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // or the slot below is not found, as long as nobody did
    QDBusConnection(bus).connect(portalName, portalPath, portalInterface, u"SettingChanged"_s, this,
                                 SLOT(hear(QString, QString, QDBusVariant)));
    ask(bus, u"ReadOne"_s);
}

void SettingsPortal::ask(QDBusConnection bus, const QString &method)
{
    QDBusMessage question
        = QDBusMessage::createMethodCall(portalName, portalPath, portalInterface, method);
    question << QString(appearanceGroup) << QString(colorSchemeKey);
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, bus, method, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid() && !m_hasHeard)
            take(reply.value().variant());
        else if (reply.error().type() == QDBusError::UnknownMethod && method != "Read"_L1)
            ask(bus, u"Read"_s); // version 1 has only that
    });
}

void SettingsPortal::hear(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearanceGroup || key != colorSchemeKey)
        return;
    m_hasHeard = true;
    take(value.variant());
}

void SettingsPortal::take(const QVariant &value)
{
    const QVariant scheme = unwrapped(value);
    Theme::Mode wish = Theme::Mode::System;
    if (scheme.typeId() == QMetaType::UInt && scheme.toUInt() == 1)
        wish = Theme::Mode::Dark;
    else if (scheme.typeId() == QMetaType::UInt && scheme.toUInt() == 2)
        wish = Theme::Mode::Light;
    if (std::exchange(m_wish, wish) != wish)
        emit wishChanged();
}

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
