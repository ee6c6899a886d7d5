// SPDX-License-Identifier: MIT
#include "work/kernels/mandelbrotview.h"

#include <algorithm>

QList<QRect> mandelbrotTiles(const MandelbrotView &view)
{
    const QRect picture(QPoint(0, 0), view.size);
    const int side = std::max(1, view.tile);
    QList<QRect> tiles;
    for (int y = 0; y < picture.height(); y += side) {
        for (int x = 0; x < picture.width(); x += side)
            tiles.append(QRect(x, y, side, side) & picture);
    }
    const auto distance = [&picture](const QRect &tile) {
        const QPoint twice = tile.topLeft() + tile.bottomRight() - picture.bottomRight();
        return qint64(twice.x()) * twice.x() + qint64(twice.y()) * twice.y();
    };
    std::ranges::stable_sort(tiles, {}, distance);
    return tiles;
}
