// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"

#include <QImage>
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

struct MandelbrotTile
{
    QRect rect; ///< where it belongs in the picture
    QImage image; ///< of that size, Format_RGB32
};

/// One tile of the picture. Progress counts rows; a stop is looked for every 0.2 ms, however deep
/// the zoom.
KernelFunction<MandelbrotTile> mandelbrotTileKernel(const MandelbrotView &view, QRect rect);

/// The same pixels by the same loop without context, progress or stop: what the kernel's overhead
/// is measured against.
MandelbrotTile mandelbrotTileBare(const MandelbrotView &view, QRect rect);
