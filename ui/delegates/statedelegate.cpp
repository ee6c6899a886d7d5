// SPDX-License-Identifier: MIT
#include "ui/delegates/statedelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "views/taskmodel.h"
#include "views/tasktext.h"

#include <QApplication>
#include <QPainter>

namespace {
constexpr int glyph = 14;
constexpr int gap = 7;
} // namespace

int StateDelegate::widest(const QFontMetrics &metrics)
{
    int word = 0;
    for (int status = 0; status < taskStatusCount; ++status)
        word = std::max(word, metrics.horizontalAdvance(TaskText::statusWord(TaskStatus(status))));
    return 2 * Theme::cellMargin + glyph + gap + word + 2;
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
    const int x = item.rect.left() + Theme::cellMargin;
    painter->drawPixmap(x, y,
                        Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status),
                                      painter->device()->devicePixelRatioF()));
    // By the style, so that the word stands on the line of its neighbours.
    item.text = word;
    item.rect.adjust(glyph + gap, 0, 0, 0);
    item.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
    item.backgroundBrush = Qt::NoBrush;
    item.palette.setColor(QPalette::Text, theme.statusText(status));
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
}
