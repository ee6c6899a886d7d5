// SPDX-License-Identifier: MIT
#include "ui/lab/catalogueview.h"

#include "ui/lab/cataloguedelegate.h"

#include <QResizeEvent>

#include <algorithm>

CatalogueView::CatalogueView(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new CatalogueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

/// From where the key would lead on to the nearest row that can be chosen.
QModelIndex CatalogueView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = model()->rowCount() - 1;
    const int page = std::max(1, viewport()->height() / std::max(1, sizeHintForRow(last)) - 1);
    const int from = currentIndex().row();
    const bool isUp = action == MoveUp || action == MovePageUp || action == MoveEnd
        || action == MovePrevious || action == MoveLeft;
    int row = from;
    switch (action) {
    case MoveHome: row = 0; break;
    case MoveEnd: row = last; break;
    case MovePageUp: row = from - page; break;
    case MovePageDown: row = from + page; break;
    default: row = from + (isUp ? -1 : 1);
    }
    row = std::clamp(row, 0, std::max(0, last));
    while (row >= 0 && row <= last && !(model()->index(row, 0).flags() & Qt::ItemIsEnabled))
        row += isUp ? -1 : 1;
    return row >= 0 && row <= last ? model()->index(row, 0) : currentIndex();
}

/// The first of a group with its heading.
void CatalogueView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    if (above.isValid() && !(above.flags() & Qt::ItemIsEnabled))
        QListView::scrollTo(above, hint);
    QListView::scrollTo(index, hint);
}

void CatalogueView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout(); // titles wrap elsewhere
}
