// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

/// Paints a thumbnail that fills its cell, with round corners and a frame when it is selected. Each
/// is scaled and cut once and kept as it is shown, since the view paints all it shows whenever
/// another one arrives.
class ThumbnailDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The cell of the view, whatever the first picture's shape.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return option.decorationSize;
    }

private:
    const QPixmap &cell(const QImage &image, QSize size, qreal scale) const;

    static constexpr int maxPixels = 4'000'000; // 16 MB
    mutable QCache<qint64, QPixmap> m_cells {maxPixels}; // by QImage::cacheKey(), of m_size
    mutable QSize m_size; // in device pixels
};
