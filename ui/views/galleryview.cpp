// SPDX-License-Identifier: MIT
#include "ui/views/galleryview.h"

#include "ui/delegates/thumbnaildelegate.h"
#include "ui/theme/theme.h"
#include "ui/views/emptystate.h"
#include "ui/views/focusring.h"
#include "views/gallerymodel.h"

#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {
constexpr int idealCell = 104;
constexpr double aspect = 0.68;
constexpr int margin = 6;
constexpr QMargins ringInset {0, 0, margin, 0};
} // namespace

GalleryView::GalleryView(GalleryModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_empty(new EmptyState(IconName::Gallery, {}, viewport()))
{
    setObjectName(u"Gallery"_s);
    setAccessibleName(tr("Gallery"));
    setModel(&model);
    setItemDelegate(new ThumbnailDelegate(this));
    setFrameShape(NoFrame);
    setViewMode(IconMode);
    setMovement(Static);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMouseTracking(true);
    setViewportMargins(margin, margin, 0, margin);
    setReadOnly(false);
    new FocusRing(*this, ringInset);
    connect(&model, &GalleryModel::rowsInserted, this, &GalleryView::showEmptyState);
    connect(&model, &GalleryModel::rowsRemoved, this, &GalleryView::showEmptyState);
    connect(&model, &GalleryModel::modelReset, this, &GalleryView::showEmptyState);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        emit inspectRequested(m_model.taskAt(index.row()));
    });
}

void GalleryView::setExpected(int count)
{
    if (count == m_expected)
        return;
    m_expected = count;
    viewport()->update();
    showEmptyState();
}

void GalleryView::setReadOnly(bool isReadOnly)
{
    m_empty->setSentence(isReadOnly ? tr("A trace tells what happened. It holds no pictures.")
                                    : tr("Thumbnails appear here as they arrive."));
}

void GalleryView::showEmptyState()
{
    m_empty->setVisible(m_expected == 0 && m_model.rowCount() == 0);
}

void GalleryView::resizeEvent(QResizeEvent *event)
{
    fitCells();
    QListView::resizeEvent(event);
}

void GalleryView::fitCells()
{
    // The view keeps room for a scroll bar, shown or not, and wraps a row that fits exactly.
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int width = std::max(60, contentsRect().width() - margin - scrollBar - 1);
    m_columns = std::max(1, width / idealCell);
    const int cell = width / m_columns;
    setGridSize({cell, int(cell * aspect)});
    setIconSize(gridSize());
}

void GalleryView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    if (m_expected > 0)
        paintExpected(painter);
}

void GalleryView::paintExpected(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().track);
    const QSize cell = gridSize();
    const int first = m_model.rowCount();
    for (int i = first; i < first + m_expected; ++i) {
        const QRect place(QPoint((i % m_columns) * cell.width(),
                                 (i / m_columns) * cell.height() - verticalScrollBar()->value()),
                          cell);
        if (place.top() > viewport()->height())
            return;
        painter.drawRoundedRect(QRectF(place).adjusted(4, 4, -4, -4), 5, 5);
    }
}
