// SPDX-License-Identifier: MIT
#include "ui/delegates/statedelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "views/taskmodel.h"

#include <QApplication>
#include <QPainter>

namespace {
constexpr int glyph = 14;
constexpr int margin = 10;
constexpr int gap = 7;
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString word = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const auto status = TaskStatus(index.data(TaskModel::StatusRole).toInt());
    const Theme &theme = Theme::current();
    const int y = item.rect.center().y() - glyph / 2 + 1;
    const int x = item.rect.left() + margin;
    painter->drawPixmap(x, y, Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status),
                                            painter->device()->devicePixelRatioF()));
    painter->setFont(item.font);
    painter->setPen(theme.statusText(status));
    const QRect text = item.rect.adjusted(margin + glyph + gap, 0, -4, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(word, Qt::ElideRight, text.width()));
}
