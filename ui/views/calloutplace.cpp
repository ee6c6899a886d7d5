// SPDX-License-Identifier: MIT
#include "ui/views/calloutplace.h"

#include <algorithm>
#include <array>

namespace {

/// Centred on the target as far as the window allows.
int aligned(int centre, int extent, int available)
{
    return std::clamp(centre - extent / 2, 0, std::max(0, available - extent));
}

QPoint corner(Qt::Edge side, const QRect &target, const QSize &size, const QSize &window)
{
    const int x = aligned(target.center().x(), size.width(), window.width());
    const int y = aligned(target.center().y(), size.height(), window.height());
    switch (side) {
    case Qt::TopEdge: return {x, target.bottom() + 1};
    case Qt::LeftEdge: return {target.right() + 1, y};
    case Qt::RightEdge: return {target.left() - size.width(), y};
    case Qt::BottomEdge: return {x, target.top() - size.height()};
    }
    Q_UNREACHABLE();
}

int area(const QRect &rect)
{
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

} // namespace

CalloutPlace CalloutPlace::beside(const QRect &target, const QSize &size, const QSize &window,
                                  int inset)
{
    CalloutPlace best;
    int least = -1;
    for (const Qt::Edge side : {Qt::TopEdge, Qt::LeftEdge, Qt::RightEdge, Qt::BottomEdge}) {
        QRect rect(corner(side, target, size, window), size);
        rect.moveLeft(std::clamp(rect.left(), 0, std::max(0, window.width() - size.width())));
        rect.moveTop(std::clamp(rect.top(), 0, std::max(0, window.height() - size.height())));
        const int covered = area(rect.intersected(target));
        if (least >= 0 && covered >= least)
            continue;
        least = covered;
        const bool isAcross = side == Qt::TopEdge || side == Qt::BottomEdge;
        const int towards
            = isAcross ? target.center().x() - rect.left() : target.center().y() - rect.top();
        const int length = isAcross ? size.width() : size.height();
        best = {rect, side, std::clamp(towards, inset, std::max(inset, length - inset))};
    }
    return best;
}
