// SPDX-License-Identifier: MIT
#include "ui/delegates/progressdelegate.h"

#include "ui/theme/theme.h"
#include "views/taskmodel.h"

#include <QApplication>
#include <QPainter>

namespace {
constexpr int barHeight = 5;
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const auto status = TaskStatus(index.data(TaskModel::StatusRole).toInt());
    const double fraction = index.data(TaskModel::FractionRole).toDouble();
    const Theme &theme = Theme::current();
    QRectF track(item.rect.left() + Theme::cellMargin,
                 item.rect.center().y() - barHeight / 2.0 + 0.5,
                 item.rect.width() - 2 * Theme::cellMargin, barHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.track);
    painter->drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    if (fraction > 0) {
        track.setWidth(std::max<qreal>(barHeight, track.width() * fraction));
        painter->setBrush(theme.status(status));
        painter->drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    }
    painter->restore();
}
