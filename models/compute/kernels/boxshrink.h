// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

#include <functional>
#include <optional>

/// Scales \p image smoothly to \p size, which is small and nowhere larger than the image. The bulk
/// is done in blocks of at most 0.2 ms by averaging whole pixels, the rest by Qt.
/// \p blockDone is called after each block with the share done, 0 … 1; false stops: nullopt.
std::optional<QImage> boxShrink(const QImage &image, QSize size,
                                const std::function<bool(double)> &blockDone);
