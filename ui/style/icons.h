// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <QIcon>

/// The project's own icons, one SVG each in resources/icons.
enum class IconName : quint8 {
    Workbench,
    Lab,
    Timeline,
    Stalls,
    Run,
    Stop,
    Retry,
    Open,
    Edit,
    Paste,
    Export,
    Search,
    Close,
    Gallery,
    Mandelbrot,
    Settings,
    Help,
    Copy,
    Queued,
    Running,
    Suspended,
    Succeeded,
    Failed,
    TimedOut,
    Cancelled,
    Abandoned,
    Frozen,
    Chevron,
    Check
};
constexpr int iconCount = 29;

/// What an icon is drawn with; looked up when it is painted, so it follows the theme.
enum class IconInk : quint8 {
    Text, ///< accent when checked or selected
    Secondary, ///< likewise
    Accent,
    OnAccent, ///< upon a filled primary button
    Status, ///< of the status that the icon stands for
};

/// Every icon is sharp at any size and scale and greyed when disabled. GUI thread only.
namespace Icons {
QIcon icon(IconName name, IconInk ink = IconInk::Text);
QIcon icon(TaskStatus status);
IconName nameOf(TaskStatus status);
/// For delegates and paint events. \p extent in logical pixels; cached.
QPixmap pixmap(IconName name, int extent, const QColor &colour, qreal devicePixelRatio);
} // namespace Icons
