// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"

#include <QByteArray>
#include <QImage>

/// Images with more pixels are refused before they are decoded.
constexpr qint64 maxImagePixels = 100'000'000;

/// The picture in \p body, upright as its camera meant it, made to fit into \p bound with its
/// aspect kept and at least one pixel either way; never enlarged. \p bound is small, in pixels.
/// Throws KernelError when it is no image, too large or damaged. Raster formats only: drawing an
/// SVG can neither be stopped nor bounded. Progress counts bytes.
KernelFunction<QImage> thumbnailKernel(QByteArray body, QSize bound = {160, 120});
