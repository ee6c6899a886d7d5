// SPDX-License-Identifier: MIT
#include "ui/style/stylemetrics.h"

#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>

namespace {

constexpr int shortestHandle = 32;

QRect scrollBarHandle(const QStyleOptionSlider &option)
{
    const bool across = option.orientation == Qt::Horizontal;
    const int length = across ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const qint64 all = range + option.pageStep;
    const int wanted = range > 0 && all > 0 ? int(option.pageStep * qint64(length) / all) : length;
    const int handle = qBound(qMin(shortestHandle, length), wanted, length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    return across ? QRect(option.rect.x() + start, option.rect.y(), handle, option.rect.height())
                  : QRect(option.rect.x(), option.rect.y() + start, option.rect.width(), handle);
}

QSize toolButtonSize(const QStyleOption *option, const QSize &size)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    QSize wanted = size.expandedTo({Theme::controlHeight - 2, Theme::controlHeight - 2});
    if (button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty())
        wanted.rwidth() += 8;
    if (StyleMetrics::opensMenu(option))
        wanted.rwidth() += StyleMetrics::menuArrowWidth;
    return wanted;
}

/// Rows are as high as their view says; only the header on top has a height of its own.
QSize headerSize(const QStyleOption *option, const QSize &size)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool onTop = header && header->orientation == Qt::Horizontal;
    return onTop ? size.expandedTo({0, Theme::controlHeight}) : size;
}

} // namespace

std::optional<int> StyleMetrics::pixelMetric(QStyle::PixelMetric metric, const QWidget *widget)
{
    switch (metric) {
    case QStyle::PM_DefaultFrameWidth:
        // Far enough in that the square viewport stays inside the round corners of a card.
        return qobject_cast<const QAbstractScrollArea *>(widget) ? 3 : 1;
    case QStyle::PM_ScrollBarExtent: return 12;
    case QStyle::PM_ScrollBarSliderMin: return shortestHandle;
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical: return 0;
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight: return 18;
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing: return 8;
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize: return 16;
    case QStyle::PM_MenuPanelWidth: return 1;
    case QStyle::PM_MenuVMargin: return 5;
    case QStyle::PM_MenuHMargin: return 0;
    case QStyle::PM_HeaderMargin: return Theme::cellMargin;
    case QStyle::PM_SplitterWidth: return 8;
    case QStyle::PM_TabBarTabHSpace: return 28;
    case QStyle::PM_TabBarTabVSpace: return 20;
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_TabBarTabShiftVertical: return 0;
    case QStyle::PM_SliderLength:
    case QStyle::PM_SliderThickness:
    case QStyle::PM_SliderControlThickness: return 18;
    case QStyle::PM_FocusFrameHMargin:
        if (qobject_cast<const QAbstractItemView *>(widget))
            return Theme::cellMargin - 1; // the style adds one
        return std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<int> StyleMetrics::styleHint(QStyle::StyleHint hint)
{
    switch (hint) {
    case QStyle::SH_EtchDisabledText:
    case QStyle::SH_DitherDisabledText:
    case QStyle::SH_DialogButtonBox_ButtonsHaveIcons:
    case QStyle::SH_ScrollBar_ContextMenu:
    case QStyle::SH_ItemView_ActivateItemOnSingleClick: return 0;
    case QStyle::SH_Menu_MouseTracking:
    case QStyle::SH_Menu_SupportsSections:
    case QStyle::SH_ComboBox_Popup: return 1;
    case QStyle::SH_Table_GridLineColor: return int(Theme::current().line.rgb());
    case QStyle::SH_Header_ArrowAlignment: return int(Qt::AlignRight | Qt::AlignVCenter);
    case QStyle::SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    default: return std::nullopt;
    }
}

QSize StyleMetrics::sizeFromContents(QStyle::ContentsType type, const QStyleOption *option,
                                     const QSize &contents, const QSize &size)
{
    const int height = qMax(Theme::controlHeight,
                            option ? option->fontMetrics.height() + 12 : Theme::controlHeight);
    switch (type) {
    case QStyle::CT_PushButton:
        // The label is bolder than the font that measured it.
        return {contents.width() * 27 / 25 + 28, qMax(height, contents.height() + 8)};
    case QStyle::CT_ComboBox: return {size.width() + 10, height};
    case QStyle::CT_SpinBox: return {size.width() + 12, height};
    case QStyle::CT_LineEdit: return size.expandedTo({0, height});
    case QStyle::CT_ToolButton: return toolButtonSize(option, size);
    case QStyle::CT_HeaderSection: return headerSize(option, size);
    case QStyle::CT_ProgressBar: return {size.width(), qMax(18, contents.height() / 2)};
    default: return size;
    }
}

QRect StyleMetrics::scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect handle = scrollBarHandle(option);
    const bool across = option.orientation == Qt::Horizontal;
    QRect rest = option.rect;
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return handle;
    case QStyle::SC_ScrollBarGroove: return option.rect;
    case QStyle::SC_ScrollBarSubPage:
        across ? rest.setRight(handle.left() - 1) : rest.setBottom(handle.top() - 1);
        return rest;
    case QStyle::SC_ScrollBarAddPage:
        across ? rest.setLeft(handle.right() + 1) : rest.setTop(handle.bottom() + 1);
        return rest;
    default: return {};
    }
}

bool StyleMetrics::opensMenu(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}
