// SPDX-License-Identifier: MIT
#include "ui/style/loopstyle.h"

#include "ui/style/controlpaint.h"
#include "ui/style/icons.h"
#include "ui/style/stylemetrics.h"
#include "ui/style/theme.h"
#include "ui/style/viewpaint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QTextFormat>

using namespace Qt::StringLiterals;

namespace {

/// An option comes with its type in it; one of another type is left to Fusion.
template <typename Option> const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

auto saved(QPainter *painter)
{
    painter->save();
    return qScopeGuard([painter] { painter->restore(); });
}

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp: return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft: return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight: return Qt::RightArrow;
    default: return Qt::DownArrow;
    }
}

} // namespace

LoopStyle::LoopStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void LoopStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QSlider *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void LoopStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    const auto restore = saved(painter);
    switch (element) {
    case PE_PanelButtonCommand:
        ControlPaint::pushButton(*painter, *option, ControlPaint::isPrimary(*option, widget));
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QPushButton *>(widget)
            && option->state.testFlag(State_KeyboardFocusChange))
            ControlPaint::focusRing(*painter, option->rect);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            ControlPaint::field(*painter, *option);
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        ControlPaint::chevron(*painter, option->rect, arrowOf(element),
                              Theme::current().secondaryText);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = as<QStyleOptionHeader>(option))
            ViewPaint::sortArrow(*painter, *header);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option))
            ViewPaint::item(*painter, *item);
        return;
    case PE_PanelButtonTool: return ControlPaint::toolButtonPanel(*painter, *option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return ControlPaint::checkBox(*painter, *option);
    case PE_IndicatorRadioButton: return ControlPaint::radioButton(*painter, *option);
    case PE_Frame: return ViewPaint::frame(*painter, *option, widget);
    case PE_FrameGroupBox: return ViewPaint::groupFrame(*painter, *option);
    case PE_PanelMenu: return ViewPaint::menuPanel(*painter, *option);
    case PE_PanelTipLabel: return ViewPaint::toolTip(*painter, *option);
    case PE_FrameTabWidget:
    case PE_PanelScrollAreaCorner:
    case PE_FrameDefaultButton:
    case PE_FrameLineEdit:
    case PE_FrameMenu:
    case PE_FrameTabBarBase: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LoopStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto restore = saved(painter);
    switch (element) {
    case CE_PushButtonLabel: return drawPushButtonLabel(option, painter, widget);
    case CE_ItemViewItem: return drawItem(option, painter, widget);
    case CE_HeaderLabel: return drawHeaderLabel(option, painter, widget);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return ViewPaint::headerSection(*painter, *option);
    case CE_ProgressBarGroove: return ControlPaint::progressGroove(*painter, *option);
    case CE_ProgressBarContents:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            ControlPaint::progressContents(*painter, *bar);
        return;
    case CE_ProgressBarLabel:
        if (const auto *bar = as<QStyleOptionProgressBar>(option)) {
            painter->setPen(Theme::current().text);
            painter->drawText(bar->rect, Qt::AlignRight | Qt::AlignVCenter, bar->text);
        }
        return;
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            ViewPaint::menuItem(*painter, *item, qobject_cast<const QComboBox *>(widget));
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            ViewPaint::tab(*painter, *tab);
        return;
    case CE_TabBarTabLabel: return drawTabLabel(option, painter, widget);
    case CE_Splitter: return ViewPaint::splitter(*painter, *option);
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void LoopStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto restore = saved(painter);
    const auto part = [&](SubControl subControl) {
        return proxy()->subControlRect(control, option, subControl, widget);
    };
    if (const auto *combo = as<QStyleOptionComboBox>(option); combo && control == CC_ComboBox)
        ControlPaint::comboBox(*painter, *combo, part(SC_ComboBoxArrow));
    else if (const auto *spin = as<QStyleOptionSpinBox>(option); spin && control == CC_SpinBox)
        ControlPaint::spinBox(*painter, *spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
    else if (const auto *bar = as<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
        ControlPaint::scrollBar(*painter, *bar, part(SC_ScrollBarSlider));
    else if (const auto *slider = as<QStyleOptionSlider>(option); slider && control == CC_Slider)
        ControlPaint::slider(*painter, *slider, part(SC_SliderHandle));
    else if (control == CC_ToolButton)
        drawToolButton(option, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void LoopStyle::drawPushButtonLabel(const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *button = as<QStyleOptionButton>(option);
    if (!button)
        return;
    QStyleOptionButton copy = *button;
    if (ControlPaint::isPrimary(*option, widget))
        copy.palette.setColor(QPalette::ButtonText, Theme::current().accentText);
    painter->setFont(Theme::strong(painter->font()));
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, painter, widget);
}

void LoopStyle::drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *button = as<QStyleOptionToolButton>(option);
    if (!button)
        return;
    QStyleOptionToolButton copy = *button;
    const Theme &theme = Theme::current();
    if (option->state.testFlag(State_On))
        copy.palette.setColor(QPalette::ButtonText, theme.accent);
    else if (widget && widget->property("quiet").toBool())
        copy.palette.setColor(QPalette::ButtonText, theme.secondaryText);
    if (StyleMetrics::opensMenu(option)) {
        proxy()->drawPrimitive(PE_PanelButtonTool, &copy, painter, widget);
        const QRect arrow(copy.rect.right() - StyleMetrics::menuArrowWidth, copy.rect.y(),
                          StyleMetrics::menuArrowWidth, copy.rect.height());
        ControlPaint::chevron(*painter, arrow, Qt::DownArrow, theme.secondaryText);
        copy.rect.setRight(arrow.left());
        proxy()->drawControl(CE_ToolButtonLabel, &copy, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(CC_ToolButton, &copy, painter, widget);
}

void LoopStyle::drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = as<QStyleOptionViewItem>(option);
    if (!item)
        return;
    QStyleOptionViewItem copy = *item;
    copy.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
    QProxyStyle::drawControl(CE_ItemViewItem, &copy, painter, widget);
}

void LoopStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *header = as<QStyleOptionHeader>(option);
    if (!header)
        return;
    QStyleOptionHeader copy = *header;
    copy.state.setFlag(State_On, false); // not bold over the selected column
    copy.palette.setColor(QPalette::ButtonText, Theme::current().secondaryText);
    QProxyStyle::drawControl(CE_HeaderLabel, &copy, painter, widget);
}

void LoopStyle::drawTabLabel(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *tab = as<QStyleOptionTab>(option);
    if (!tab)
        return;
    QStyleOptionTab copy = *tab;
    if (!(option->state & (State_Selected | State_MouseOver)) && option->state & State_Enabled)
        copy.palette.setColor(QPalette::WindowText, Theme::current().secondaryText);
    QProxyStyle::drawControl(CE_TabBarTabLabel, &copy, painter, widget);
}

QIcon LoopStyle::standardIcon(StandardPixmap icon, const QStyleOption *option,
                              const QWidget *widget) const
{
    return icon == SP_LineEditClearButton ? Icons::icon(IconName::Close, IconInk::Secondary)
                                          : QProxyStyle::standardIcon(icon, option, widget);
}

QRect LoopStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    if (const auto *bar = as<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
        return visualRect(option->direction, option->rect,
                          StyleMetrics::scrollBarPart(*bar, subControl));
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return rect.adjusted(5, 0, 0, 0);
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return rect.adjusted(4, 0, 0, 0);
    return rect;
}

QRect LoopStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const auto *bar = as<QStyleOptionProgressBar>(option);
    const int percent = bar && bar->textVisible ? StyleMetrics::percentWidth : 0;
    switch (element) {
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents: return option->rect.adjusted(0, 0, -percent, 0);
    case SE_ProgressBarLabel:
        return {option->rect.right() - percent + 1, option->rect.y(), percent,
                option->rect.height()};
    case SE_LineEditContents: {
        const auto *frame = as<QStyleOptionFrame>(option);
        const int margin = frame && frame->lineWidth > 0 ? 6 : 0; // none within a combo box
        return QProxyStyle::subElementRect(element, option, widget).adjusted(margin, 0, 0, 0);
    }
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize LoopStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                  const QSize &contents, const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (const auto *item = as<QStyleOptionMenuItem>(option); item && type == CT_MenuItem)
        return ViewPaint::menuItemSize(*item, contents, qobject_cast<const QComboBox *>(widget));
    return StyleMetrics::sizeFromContents(type, option, contents, size);
}

int LoopStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    const std::optional<int> ours = StyleMetrics::pixelMetric(metric, widget);
    return ours ? *ours : QProxyStyle::pixelMetric(metric, option, widget);
}

int LoopStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    auto *link = qstyleoption_cast<QStyleHintReturnVariant *>(data);
    if (hint == SH_TextControl_FocusIndicatorTextCharFormat && link) {
        QTextCharFormat format;
        format.setProperty(QTextFormat::OutlinePen, QPen(Theme::current().accent, 1.5));
        link->variant = format;
        return true;
    }
    const std::optional<int> ours = StyleMetrics::styleHint(hint);
    return ours ? *ours : QProxyStyle::styleHint(hint, option, widget, data);
}
