// SPDX-License-Identifier: MIT
#pragma once

#include <QPainter>
#include <QStyledItemDelegate>

/// Has the style draw what every cell has: ground, selection and focus. What stands on it is the
/// subclass's.
class PanelDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    /// Draws all but the text, and returns what the cell has, with its text.
    QStyleOptionViewItem drawPanel(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString text = std::exchange(item.text, QString());
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        item.text = text;
        return item;
    }
};
