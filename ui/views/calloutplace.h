// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>

/// Where a callout goes. A value; no widget in it, all in pixels of the window.
struct CalloutPlace
{
    QRect rect;
    Qt::Edge side = Qt::TopEdge; ///< of rect, towards the target
    int arrow = 0; ///< where along that side the arrow leaves, from rect's left or top

    /// The first of below, right, left and above with room for \p size beside \p target in
    /// \p window; where none has, the side that covers least. \p inset is how near the arrow may
    /// come to a corner.
    static CalloutPlace beside(const QRect &target, const QSize &size, const QSize &window,
                               int inset);
};
