// SPDX-License-Identifier: MIT
#include "ui/theme/iconengine.h"

#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QPainter>

IconEngine::IconEngine(IconName name, IconInk ink)
    : m_name(name)
    , m_ink(ink)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const int extent = qMin(rect.width(), rect.height());
    QRect square(0, 0, extent, extent);
    square.moveCenter(rect.center());
    painter->drawPixmap(
        square,
        Icons::pixmap(m_name, extent, colour(mode, state), painter->device()->devicePixelRatio()));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return Icons::pixmap(m_name, qMin(size.width(), size.height()), colour(mode, state), 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    return pixmap(size, mode, state); // size is in device pixels already
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QColor IconEngine::colour(QIcon::Mode mode, QIcon::State state) const
{
    const Theme &theme = Theme::current();
    if (mode == QIcon::Disabled)
        return mixed(theme.surface, theme.secondaryText, 0.5);
    switch (m_ink) {
    case IconInk::Text:
    case IconInk::Secondary:
        if (mode == QIcon::Selected || state == QIcon::On)
            return theme.accent;
        return m_ink == IconInk::Text ? theme.text : theme.secondaryText;
    case IconInk::Accent: return theme.accent;
    case IconInk::OnAccent: return theme.accentText;
    case IconInk::Status: return statusColour();
    }
    Q_UNREACHABLE();
}

QColor IconEngine::statusColour() const
{
    const Theme &theme = Theme::current();
    for (int i = 0; i < taskStatusCount; ++i) {
        if (Icons::nameOf(TaskStatus(i)) == m_name)
            return theme.status(TaskStatus(i));
    }
    return m_name == IconName::Frozen || m_name == IconName::Stalls ? theme.stall : theme.text;
}
