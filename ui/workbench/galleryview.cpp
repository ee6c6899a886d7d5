// SPDX-License-Identifier: MIT
#include "ui/workbench/galleryview.h"

#include "session/gallerymodel.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"

#include <QCache>
#include <QImage>
#include <QItemSelectionModel>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Paints a thumbnail that fills its cell, with round corners and a frame when it is selected. Each
/// is scaled and cut once and kept as it is shown, since the view paints all it shows whenever
/// another one arrives.
class ThumbnailDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The cell of the view, whatever the first picture's shape.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return option.decorationSize;
    }

private:
    const QPixmap &cell(const QImage &image, QSize size, qreal scale) const;

    static constexpr int maxPixels = 4'000'000; // 16 MB
    mutable QCache<qint64, QPixmap> m_cells {maxPixels}; // by QImage::cacheKey(), of m_size
    mutable QSize m_size; // in device pixels
};

constexpr qreal radius = 5;
constexpr int inset = 4;

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    const QRect place = option.rect.adjusted(inset, inset, -inset, -inset);
    if (image.isNull() || place.isEmpty())
        return;
    painter->drawPixmap(place, cell(image, place.size(), painter->device()->devicePixelRatioF()));
    const bool isMarked = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    if (!isMarked && !(option.state & QStyle::State_MouseOver))
        return;
    const Theme &theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isMarked ? theme.accent : theme.line, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(place), radius, radius);
    painter->restore();
}

/// The part of \p image that fills \p size with its aspect kept. Valid until the next call.
const QPixmap &ThumbnailDelegate::cell(const QImage &image, QSize size, qreal scale) const
{
    const QSize pixels = (QSizeF(size) * scale).toSize();
    if (std::exchange(m_size, pixels) != pixels)
        m_cells.clear();
    if (const QPixmap *ready = m_cells.object(image.cacheKey()))
        return *ready;
    const QSizeF shown = QSizeF(size).scaled(image.size(), Qt::KeepAspectRatio);
    const QRectF source(
        QPointF((image.width() - shown.width()) / 2, (image.height() - shown.height()) / 2), shown);
    auto made = std::make_unique<QPixmap>(pixels);
    made->setDevicePixelRatio(scale);
    made->fill(Qt::transparent);
    QPainter painter(made.get());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(QRectF({}, size), radius, radius);
    painter.setClipPath(frame);
    painter.drawImage(QRectF({}, size), image, source);
    painter.end();
    const qsizetype cost = std::min<qsizetype>(maxPixels, pixels.width() * pixels.height());
    const qint64 key = image.cacheKey();
    m_cells.insert(key, made.release(), cost);
    return *m_cells.object(key);
}

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
    setSession(model.session());
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

void GalleryView::setSession(const Session &session)
{
    const bool hasPictures = &session == &m_model.session();
    QAbstractItemModel *const shown = hasPictures ? &m_model : nullptr;
    if (shown != model()) {
        const std::unique_ptr<QItemSelectionModel> before(selectionModel()); // setModel() keeps it
        setModel(shown);
    }
    m_empty->setSentence(hasPictures ? tr("Thumbnails appear here as they arrive.")
                                     : tr("A trace tells what happened. It holds no pictures."));
    showEmptyState();
}

void GalleryView::showEmptyState()
{
    m_empty->setVisible(m_expected == 0 && (!model() || m_model.rowCount() == 0));
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
