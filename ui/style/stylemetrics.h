// SPDX-License-Identifier: MIT
#pragma once

#include <QStyle>
#include <QStyleOption>

#include <optional>

/// The measures of LoopStyle. Nothing where Fusion's will do. Logical pixels.
namespace StyleMetrics {
constexpr int menuArrowWidth = 18; ///< beside the text of a tool button that opens a menu
constexpr int percentWidth = 48; ///< beside a progress bar that shows its text

std::optional<int> pixelMetric(QStyle::PixelMetric metric, const QWidget *widget);
std::optional<int> styleHint(QStyle::StyleHint hint);
/// \p size is what Fusion wants.
QSize sizeFromContents(QStyle::ContentsType type, const QStyleOption *option, const QSize &contents,
                       const QSize &size);
/// Scroll bars are thin and have no arrows.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
/// A tool button that opens a menu wherever it is clicked.
bool opensMenu(const QStyleOption *option);
} // namespace StyleMetrics
