// SPDX-License-Identifier: MIT
#include "ui/lab/cataloguepane.h"

#include "lab/catalogue.h"
#include "ui/style/controlpaint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int side = 8; // left and right of what stands in a row
constexpr int mark = 14;
constexpr int textLeft = side + mark + 6;
constexpr int padding = 6; // above and below a title
constexpr int wraps = int(Qt::AlignLeft) | Qt::TextWordWrap;

QFont headingFont(const QFont &font)
{
    return Theme::strong(font, 0.85);
}

QFont titleFont(QFont font, bool isSelected)
{
    if (isSelected)
        font.setWeight(QFont::DemiBold);
    return font;
}

bool isHeading(const QModelIndex &index)
{
    return index.data(CatalogueModel::IsHeadingRole).toBool();
}

/// Draws the catalogue: quiet headings, and below them the titles, with a tick for what was
/// explored. A title takes two lines where it has to.
class CatalogueDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const QString text = index.data().toString();
        painter->save();
        if (isHeading(index)) {
            painter->setFont(headingFont(option.font));
            painter->setPen(theme.secondaryText);
            painter->drawText(option.rect.adjusted(side, 0, -side, -4), Qt::AlignBottom, text);
            painter->restore();
            return;
        }
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected)
            ControlPaint::panel(*painter, option.rect, theme.selection, {}, Theme::controlRadius);
        else if (option.state & QStyle::State_MouseOver)
            ControlPaint::panel(*painter, option.rect, theme.hover, {}, Theme::controlRadius);
        if (option.state & QStyle::State_HasFocus)
            ControlPaint::focusRing(*painter, option.rect);
        painter->setFont(titleFont(option.font, isSelected));
        painter->setPen(isSelected ? theme.accent : theme.text);
        const QRect place = option.rect.adjusted(textLeft, padding, -side, -padding);
        const int height = painter->fontMetrics().boundingRect(place, wraps, text).height();
        QRect lines = place;
        lines.setTop(option.rect.top() + (option.rect.height() - height) / 2);
        painter->drawText(lines, wraps, text);
        const int lineHeight = painter->fontMetrics().height();
        paintMark(*painter,
                  {option.rect.left() + side, lines.top() + (lineHeight - mark) / 2, mark, mark},
                  index);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (isHeading(index))
            return {0,
                    QFontMetrics(headingFont(option.font)).height() + (index.row() == 0 ? 10 : 20)};
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = (view ? view->viewport()->width() : 200) - textLeft - side;
        // As wide as it is when it is selected, so that nothing moves then.
        const QFontMetrics metrics(titleFont(option.font, true));
        const int height
            = metrics.boundingRect(0, 0, width, 1'000, wraps, index.data().toString()).height();
        return {0, std::max(Theme::rowHeight, height + 2 * padding)};
    }

private:
    void paintMark(QPainter &painter, const QRect &place, const QModelIndex &index) const
    {
        const Theme &theme = Theme::current();
        const qreal ratio = painter.device()->devicePixelRatio();
        if (index.data(CatalogueModel::IsRunningRole).toBool()) {
            painter.drawPixmap(
                place,
                Icons::pixmap(IconName::Running, mark, theme.status(TaskStatus::Running), ratio));
        } else if (index.data(CatalogueModel::IsExploredRole).toBool()) {
            painter.drawPixmap(place, Icons::pixmap(IconName::Check, mark, theme.beat, ratio));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.secondaryText);
            painter.drawEllipse(QRectF(place).center(), 1.5, 1.5);
        }
    }
};

} // namespace

/// The list of the catalogue. The keys pass over its headings, also those to its ends.
class CatalogueView final : public QListView
{
public:
    explicit CatalogueView(QWidget *parent = nullptr)
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

protected:
    /// From where the key would lead on to the nearest row that can be chosen.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers) override
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

    void resizeEvent(QResizeEvent *event) override
    {
        QListView::resizeEvent(event);
        if (event->oldSize().width() != event->size().width())
            scheduleDelayedItemsLayout(); // titles wrap elsewhere
    }

    /// The first of a group with its heading.
    void scrollTo(const QModelIndex &index, ScrollHint hint) override
    {
        const QModelIndex above = index.siblingAtRow(index.row() - 1);
        if (above.isValid() && !(above.flags() & Qt::ItemIsEnabled))
            QListView::scrollTo(above, hint);
        QListView::scrollTo(index, hint);
    }
};

CataloguePane::CataloguePane(QWidget *parent)
    : QWidget(parent)
    , m_model(catalogue())
    , m_current(&catalogue().front())
    , m_search(new QLineEdit(this))
    , m_list(new CatalogueView(this))
    , m_empty(new EmptyState(IconName::Search, tr("No experiment has these words."), this, m_list))
{
    m_search->setPlaceholderText(tr("Search %Ln experiment(s)", nullptr, m_model.count()));
    m_search->setAccessibleName(tr("Search experiments"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(IconName::Search, IconInk::Secondary),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Experiments"));
    new FocusRing(*m_list);
    m_empty->setAction(tr("Show all"));
    m_empty->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CataloguePane::search);
    connect(m_empty, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const Experiment *experiment = m_model.experimentAt(current.row()))
                    emit chosen(*(m_current = experiment));
            });
    showCurrent();
}

void CataloguePane::choose(const Experiment &experiment)
{
    if (m_model.rowOf(&experiment) < 0)
        m_search->clear();
    m_current = &experiment;
    showCurrent();
}

void CataloguePane::focusList()
{
    m_list->setFocus();
}

void CataloguePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CataloguePane::search(const QString &words)
{
    const Experiment *before = m_current;
    m_model.setFilter(words);
    m_current = before; // whoever types has not chosen another one
    m_empty->setVisible(m_model.rowCount() == 0);
    showCurrent();
}

void CataloguePane::showCurrent()
{
    const int row = m_model.rowOf(m_current);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

/// From the search the keys lead on into what it found: Down to it, Enter chooses the first.
bool CataloguePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (m_model.rowCount() > 0) {
        if (m_model.rowOf(m_current) < 0 || key != Qt::Key_Down)
            m_list->setCurrentIndex(m_model.index(1)); // below its heading
        m_list->setFocus(Qt::ShortcutFocusReason);
    }

    return true;
}

void CataloguePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(width() - 1, 0, 1, height(), Theme::current().line);
}
