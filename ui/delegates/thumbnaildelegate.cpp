// SPDX-License-Identifier: MIT
#include "ui/delegates/thumbnaildelegate.h"

#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace {
constexpr qreal radius = 5;
constexpr qreal inset = 4;
}

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    const QRectF cell = QRectF(option.rect).adjusted(inset, inset, -inset, -inset);
    if (image.isNull() || cell.isEmpty())
        return;
    // The part of the image that fills the cell with its aspect kept.
    const QSizeF shown = cell.size().scaled(image.size(), Qt::KeepAspectRatio);
    const QRectF source(QPointF((image.width() - shown.width()) / 2,
                                (image.height() - shown.height()) / 2), shown);
    const Theme &theme = Theme::current();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(cell, radius, radius);
    painter->setClipPath(frame);
    painter->drawImage(cell, image, source);
    painter->setClipping(false);
    const bool isMarked = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    if (isMarked || option.state & QStyle::State_MouseOver) {
        painter->setPen(QPen(isMarked ? theme.accent : theme.line, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(cell, radius, radius);
    }
    painter->restore();
}
