// SPDX-License-Identifier: MIT
#pragma once

#include "work/kernelcontext.h"
#include "work/kernels/mandelbrotview.h"

#include <QImage>

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
