// SPDX-License-Identifier: MIT
#include "ui/widgets/scrollcolumn.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

ScrollColumn::ScrollColumn(QWidget *contents, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and comes into view with it
    setWidget(contents);
    contents->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    contents->installEventFilter(this);
}

bool ScrollColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

/// Not widgetResizable: that scrolls as soon as there is less room than words that wrap would like.
void ScrollColumn::fit()
{
    const QLayout &layout = *widget()->layout();
    const auto leastHeight = [&layout](int width) {
        return layout.hasHeightForWidth() ? layout.totalMinimumHeightForWidth(width)
                                          : layout.totalMinimumSize().height();
    };
    QSize room = maximumViewportSize();
    if (leastHeight(room.width()) > room.height())
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
    const int width = std::max(room.width(), layout.totalMinimumSize().width());
    widget()->resize(width, std::max(room.height(), leastHeight(width)));
}
