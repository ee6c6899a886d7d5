// SPDX-License-Identifier: MIT
#include "ui/lab/cataloguedelegate.h"

#include "lab/cataloguemodel.h"
#include "ui/theme/controlpaint.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace {

constexpr int side = 8; // left and right of what stands in a row
constexpr int mark = 14;
constexpr int textLeft = side + mark + 6;
constexpr int padding = 6; // above and below a title
constexpr int wraps = int(Qt::AlignLeft) | Qt::TextWordWrap;

QFont headingFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setWeight(QFont::DemiBold);
    return font;
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

} // namespace

QSize CatalogueDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    if (isHeading(index))
        return {0, QFontMetrics(headingFont(option.font)).height() + (index.row() == 0 ? 10 : 20)};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : 200) - textLeft - side;
    // As wide as it is when it is selected, so that nothing moves then.
    const QFontMetrics metrics(titleFont(option.font, true));
    const int height
        = metrics.boundingRect(0, 0, width, 1'000, wraps, index.data().toString()).height();
    return {0, std::max(Theme::rowHeight, height + 2 * padding)};
}

void CatalogueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
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

void CatalogueDelegate::paintMark(QPainter &painter, const QRect &place,
                                  const QModelIndex &index) const
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
