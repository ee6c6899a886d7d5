// SPDX-License-Identifier: MIT
#include "ui/style/viewpaint.h"

#include "ui/style/contrast.h"
#include "ui/style/controlpaint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

namespace {

constexpr int menuMargin = 10;
constexpr int markWidth = 26; // of the check mark or icon before the text
constexpr int comboMarkWidth = 18; // after it, in the list of a combo box

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void menuSeparator(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Theme &theme = Theme::current();
    if (option.text.isEmpty()) {
        painter.fillRect(option.rect.x() + menuMargin, option.rect.center().y(),
                         option.rect.width() - 2 * menuMargin, 1, theme.line);
        return;
    }
    painter.setFont(Theme::sized(option.font, 0.85));
    painter.setPen(theme.secondaryText);
    painter.drawText(option.rect.adjusted(menuMargin, 4, -menuMargin, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, option.text);
}

void menuMark(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &place)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    QPixmap mark;
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            mark = Icons::pixmap(IconName::Check, 14, Theme::current().accent, ratio);
    } else if (!option.icon.isNull()) {
        mark = option.icon.pixmap(QSize(16, 16), ratio,
                                  has(option, QStyle::State_Enabled) ? QIcon::Normal
                                                                     : QIcon::Disabled);
    }
    if (mark.isNull())
        return;
    QRectF target(QPointF(), mark.deviceIndependentSize());
    target.moveCenter(QRectF(place).center());
    painter.drawPixmap(target.topLeft(), mark);
}

} // namespace

void ViewPaint::frame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Theme &theme = Theme::current();
    const bool popup = widget && widget->isWindow();
    const bool focused
        = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
    ControlPaint::panel(painter, option.rect, theme.surface, focused ? theme.accent : theme.line,
                        popup ? 0 : Theme::cardRadius);
}

void ViewPaint::groupFrame(QPainter &painter, const QStyleOption &option)
{
    ControlPaint::panel(painter, option.rect.adjusted(0, option.fontMetrics.height() + 4, 0, 0), {},
                        Theme::current().line, Theme::controlRadius);
}

void ViewPaint::menuPanel(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    ControlPaint::panel(painter, option.rect, theme.surface,
                        mixed(theme.line, theme.secondaryText, 0.2), 0);
}

void ViewPaint::toolTip(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::ToolTipBase));
}

void ViewPaint::item(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, Theme::current().selection);
}

void ViewPaint::headerSection(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    painter.fillRect(option.rect,
                     active && has(option, QStyle::State_Enabled) ? theme.hover : theme.surface);
    painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, theme.line);
}

void ViewPaint::sortArrow(QPainter &painter, const QStyleOptionHeader &option)
{
    if (option.sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt's SortDown is ascending: small on top.
    ControlPaint::chevron(painter, option.rect,
                          option.sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow
                                                                               : Qt::DownArrow,
                          Theme::current().secondaryText);
}

void ViewPaint::tab(QPainter &painter, const QStyleOptionTab &option)
{
    const Theme &theme = Theme::current();
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect.x() + 8, option.rect.bottom() - 1, option.rect.width() - 16, 2,
                         theme.accent);
    else if (has(option, QStyle::State_MouseOver))
        ControlPaint::panel(painter, option.rect.adjusted(2, 4, -2, -4), theme.hover, {},
                            Theme::controlRadius);
}

void ViewPaint::splitter(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    if (!has(option, QStyle::State_MouseOver))
        return;
    // The option says Horizontal for a handle that stands upright.
    const bool upright = has(option, QStyle::State_Horizontal);
    QRect grip(QPoint(), upright ? QSize(3, 32) : QSize(32, 3));
    grip.moveCenter(option.rect.center());
    ControlPaint::panel(painter, grip, mixed(theme.line, theme.secondaryText, 0.4), {}, 1);
}

void ViewPaint::menuItem(QPainter &painter, const QStyleOptionMenuItem &option, bool inCombo)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        menuSeparator(painter, option);
        return;
    }
    const Theme &theme = Theme::current();
    const bool enabled = has(option, QStyle::State_Enabled);
    if (enabled && has(option, QStyle::State_Selected))
        ControlPaint::panel(painter, option.rect.adjusted(4, 1, -4, -1), theme.selection, {},
                            Theme::controlRadius);
    QRect rest = option.rect.adjusted(menuMargin, 0, -menuMargin, 0);
    // In a combo box the words stay where they were before the list opened.
    menuMark(painter, option,
             {inCombo ? rest.right() - 14 : rest.x(), rest.y(), 18, rest.height()});
    if (!inCombo)
        rest.setLeft(rest.left() + markWidth);
    painter.setFont(option.font);
    painter.setPen(enabled ? theme.text : option.palette.color(QPalette::Disabled, QPalette::Text));
    const qsizetype separator = option.text.indexOf(u'\t');
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    painter.drawText(rest, flags | Qt::AlignLeft, option.text.left(separator));
    if (separator >= 0) {
        painter.setPen(theme.secondaryText);
        painter.drawText(rest, flags | Qt::AlignRight, option.text.mid(separator + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        ControlPaint::chevron(painter, {rest.right() - 12, rest.y(), 14, rest.height()},
                              Qt::RightArrow, theme.secondaryText);
}

QSize ViewPaint::menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents,
                              bool inCombo)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), option.text.isEmpty() ? 9 : 28};
    if (inCombo)
        return {contents.width() + 2 * menuMargin + comboMarkWidth, 30};
    constexpr int shortcutGap = 24;
    return {contents.width() + 2 * menuMargin + markWidth + shortcutGap, 30};
}
