// SPDX-License-Identifier: MIT
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// How LoopStyle draws menus, headers, tabs, frames and items of views.
namespace ViewPaint {
void frame(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void groupFrame(QPainter &painter, const QStyleOption &option);
void menuPanel(QPainter &painter, const QStyleOption &option);
void toolTip(QPainter &painter, const QStyleOption &option);
void item(QPainter &painter, const QStyleOptionViewItem &option);
void headerSection(QPainter &painter, const QStyleOption &option);
void sortArrow(QPainter &painter, const QStyleOptionHeader &option);
void tab(QPainter &painter, const QStyleOptionTab &option);
void splitter(QPainter &painter, const QStyleOption &option);

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option, bool inCombo);
QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents, bool inCombo);
} // namespace ViewPaint
