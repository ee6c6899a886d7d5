// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QPointF>
#include <QRect>

/// Which part of the plane a Mandelbrot picture shows, and how. A value.
struct MandelbrotView
{
    QPointF centre {-0.65, 0.0}; ///< of the picture, in the complex plane; upwards is positive
    double scale = 0.0035; ///< length of a pixel's side in the plane
    QSize size {800, 600}; ///< pixels
    int maxIterations = 1'000; ///< a point that has not escaped by then counts as inside
    int tile = 64; ///< pixels along a tile's side

    bool operator==(const MandelbrotView &) const = default;

    /// The point of the plane in the middle of a pixel.
    QPointF pointAt(QPoint pixel) const
    {
        return {centre.x() + (pixel.x() + 0.5 - size.width() / 2.0) * scale,
                centre.y() - (pixel.y() + 0.5 - size.height() / 2.0) * scale};
    }
};

/// Rectangles that cover the picture exactly once, from the middle outwards: the eye is there.
QList<QRect> mandelbrotTiles(const MandelbrotView &view);
