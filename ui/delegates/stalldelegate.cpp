// SPDX-License-Identifier: MIT
#include "ui/delegates/stalldelegate.h"

#include "ui/theme/theme.h"
#include "views/stalllist.h"
#include "views/tasktext.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>

namespace {

constexpr int margin = 14;
constexpr int lines = 3;
constexpr int leading = 3;

QFont lengthFont(const QFont &base)
{
    QFont font = Theme::numberFont(base);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont codeFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF() * 0.92);
    return font;
}

} // namespace

StallDelegate::StallDelegate(const StallList &stalls, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_stalls(stalls)
{
}

QSize StallDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(lengthFont(option.font)).height()
        + QFontMetrics(codeFont(option.font)).height() + QFontMetrics(option.font).height();
    return {120, height + (lines - 1) * leading + 2 * (margin - 2)};
}

void StallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Theme &theme = Theme::current();
    const StallReceipt &receipt = m_stalls.receipt(index.row());
    QRect line = option.rect.adjusted(margin, margin - 2, -margin, 0);
    const auto write = [&](const QFont &font, const QColor &colour, const QString &text,
                           Qt::Alignment alignment) {
        painter->setFont(font);
        painter->setPen(colour);
        const QFontMetrics metrics(font);
        line.setHeight(metrics.height());
        painter->drawText(line, int(alignment | Qt::AlignVCenter),
                          metrics.elidedText(text, Qt::ElideRight, line.width()));
    };
    const QColor lengthColour = receipt.isPause() ? theme.secondaryText
        : receipt.isCongestion                    ? theme.congestionText
                                                  : theme.stallText;
    write(lengthFont(option.font), lengthColour, receipt.lengthText(), Qt::AlignLeft);
    write(Theme::numberFont(option.font), theme.secondaryText,
          tr("at %1").arg(TaskText::seconds(m_stalls.sinceOriginNs(receipt))), Qt::AlignRight);
    line.moveTop(line.bottom() + 1 + leading);
    const QString function = receipt.guilty().function;
    write(codeFont(option.font), theme.text, function.isEmpty() ? tr("no stack") : function,
          Qt::AlignLeft);
    line.moveTop(line.bottom() + 1 + leading);
    write(option.font, theme.secondaryText, receipt.kindText(), Qt::AlignLeft);
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.line);
}
