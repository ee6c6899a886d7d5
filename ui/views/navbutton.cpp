// SPDX-License-Identifier: MIT
#include "ui/views/navbutton.h"

#include "ui/theme/controlpaint.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int extent = 22;
constexpr int leastWidth = 64;

QFont smaller(QFont font, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setWeight(weight);
    return font;
}

} // namespace

NavButton::NavButton(IconName icon, const QString &title, QWidget *parent)
    : QToolButton(parent)
    , m_icon(icon)
    , m_title(title)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
}

void NavButton::setBadge(int count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%Ln new", nullptr, count) : QString());
    update();
}

QSize NavButton::sizeHint() const
{
    const int text = QFontMetrics(smaller(font(), QFont::DemiBold)).horizontalAdvance(m_title);
    return {std::max(leastWidth, text + 10), 56};
}

void NavButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked())
        ControlPaint::panel(painter, rect(), theme.selection, {}, Theme::controlRadius);
    else if (underMouse())
        ControlPaint::panel(painter, rect(), theme.hover, {}, Theme::controlRadius);
    const QColor ink = isChecked() ? theme.accent : theme.secondaryText;
    painter.setFont(smaller(font(), isChecked() ? QFont::DemiBold : QFont::Normal));
    const int textHeight = painter.fontMetrics().height();
    const int top = (height() - extent - 3 - textHeight) / 2;
    const QRect icon((width() - extent) / 2, top, extent, extent);
    painter.drawPixmap(icon, Icons::pixmap(m_icon, extent, ink, devicePixelRatioF()));
    painter.setPen(isChecked() ? theme.accent : theme.text);
    painter.drawText(QRect(0, icon.bottom() + 3, width(), textHeight), Qt::AlignCenter, m_title);
    if (m_badge > 0)
        paintBadge(painter, icon);
    if (hasFocus())
        ControlPaint::focusRing(painter, rect());
}

void NavButton::paintBadge(QPainter &painter, const QRect &icon)
{
    const Theme &theme = Theme::current();
    const QString text = m_badge > 99 ? u"99+"_s : locale().toString(m_badge);
    painter.setFont(smaller(font(), QFont::Bold));
    const QFontMetrics metrics = painter.fontMetrics();
    const int badgeHeight = metrics.height();
    QRect badge(0, 0, std::max(badgeHeight, metrics.horizontalAdvance(text) + 8), badgeHeight);
    badge.moveTopLeft({icon.right() - 6, icon.top() - 6});
    badge.moveRight(std::min(badge.right(), width() - 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.stall);
    painter.drawRoundedRect(badge, badgeHeight / 2.0, badgeHeight / 2.0);
    painter.setPen(theme.isDark ? theme.window : theme.surface);
    painter.drawText(badge, Qt::AlignCenter, text);
}
