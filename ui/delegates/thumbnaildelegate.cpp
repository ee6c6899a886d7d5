// SPDX-License-Identifier: MIT
#include "ui/delegates/thumbnaildelegate.h"

#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <memory>
#include <utility>

namespace {
constexpr qreal radius = 5;
constexpr int inset = 4;
} // namespace

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    const QRect place = option.rect.adjusted(inset, inset, -inset, -inset);
    if (image.isNull() || place.isEmpty())
        return;
    painter->drawPixmap(place, cell(image, place.size(), painter->device()->devicePixelRatioF()));
    const bool isMarked = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    if (!isMarked && !(option.state & QStyle::State_MouseOver))
        return;
    const Theme &theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isMarked ? theme.accent : theme.line, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(place), radius, radius);
    painter->restore();
}

/// The part of \p image that fills \p size with its aspect kept. Valid until the next call.
const QPixmap &ThumbnailDelegate::cell(const QImage &image, QSize size, qreal scale) const
{
    const QSize pixels = (QSizeF(size) * scale).toSize();
    if (std::exchange(m_size, pixels) != pixels)
        m_cells.clear();
    if (const QPixmap *ready = m_cells.object(image.cacheKey()))
        return *ready;
    const QSizeF shown = QSizeF(size).scaled(image.size(), Qt::KeepAspectRatio);
    const QRectF source(
        QPointF((image.width() - shown.width()) / 2, (image.height() - shown.height()) / 2), shown);
    auto made = std::make_unique<QPixmap>(pixels);
    made->setDevicePixelRatio(scale);
    made->fill(Qt::transparent);
    QPainter painter(made.get());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(QRectF({}, size), radius, radius);
    painter.setClipPath(frame);
    painter.drawImage(QRectF({}, size), image, source);
    painter.end();
    const qsizetype cost = std::min<qsizetype>(maxPixels, pixels.width() * pixels.height());
    const qint64 key = image.cacheKey();
    m_cells.insert(key, made.release(), cost);
    return *m_cells.object(key);
}
