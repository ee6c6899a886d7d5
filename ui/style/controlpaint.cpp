// SPDX-License-Identifier: MIT
#include "ui/style/controlpaint.h"

#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>
#include <QVariant>
#include <QWidget>

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor faint(const Theme &theme)
{
    return mixed(theme.surface, theme.secondaryText, 0.45);
}

/// The line around something that can be used must itself be seen.
QColor controlLine(const Theme &theme)
{
    return mixed(theme.line, theme.secondaryText, 0.2);
}

QColor pressed(const QStyleOption &option, const QColor &fill, const QColor &ink)
{
    if (has(option, QStyle::State_Sunken))
        return mixed(fill, ink, 0.12);
    return has(option, QStyle::State_MouseOver) ? mixed(fill, ink, 0.06) : fill;
}

void setUp(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace

void ControlPaint::panel(QPainter &painter, const QRect &rect, const QColor &fill,
                         const QColor &border, int radius, qreal borderWidth)
{
    setUp(painter);
    const qreal half = borderWidth / 2;
    painter.setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF inner
        = border.isValid() ? QRectF(rect).adjusted(half, half, -half, -half) : QRectF(rect);
    painter.drawRoundedRect(inner, radius, radius);
}

void ControlPaint::badge(QPainter &painter, const QPoint &topLeft, int right, int count)
{
    const Theme &theme = Theme::current();
    const QString text = count > 99 ? QStringLiteral("99+") : QLocale().toString(count);
    setUp(painter);
    painter.setFont(Theme::strong(painter.font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = metrics.height();
    QRect badge(topLeft, QSize(std::max(height, metrics.horizontalAdvance(text) + 8), height));
    badge.moveRight(std::min(badge.right(), right));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.stall);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setPen(theme.isDark ? theme.window : theme.surface);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void ControlPaint::focusRing(QPainter &painter, const QRect &rect)
{
    panel(painter, rect, {}, Theme::current().accent, Theme::controlRadius - 1, 1.5);
}

void ControlPaint::chevron(QPainter &painter, const QRect &rect, Qt::ArrowType direction,
                           const QColor &colour)
{
    constexpr int extent = 14;
    setUp(painter);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.save();
    painter.translate(QRectF(rect).center());
    const int turns = direction == Qt::UpArrow ? 2
        : direction == Qt::LeftArrow           ? 1
        : direction == Qt::RightArrow          ? 3
                                               : 0;
    painter.rotate(turns * 90);
    painter.drawPixmap(
        -extent / 2, -extent / 2,
        Icons::pixmap(IconName::Chevron, extent, colour, painter.device()->devicePixelRatio()));
    painter.restore();
}

bool ControlPaint::isPrimary(const QStyleOption &option, const QWidget *widget)
{
    if (widget && widget->property("primary").toBool())
        return true;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void ControlPaint::pushButton(QPainter &painter, const QStyleOption &option, bool primary)
{
    const Theme &theme = Theme::current();
    QColor fill = primary ? theme.accent : theme.surface;
    QColor border = primary ? fill : controlLine(theme);
    if (!has(option, QStyle::State_Enabled)) {
        fill = primary ? mixed(theme.surface, theme.accent, 0.35) : theme.window;
        border = primary ? fill : theme.line;
    } else {
        if (has(option, QStyle::State_On))
            fill = theme.selection;
        fill = pressed(option, fill, primary ? theme.window : theme.text);
        border = primary ? fill : border;
    }
    panel(painter, option.rect, fill, border, Theme::controlRadius);
    if (!has(option, QStyle::State_HasFocus))
        return;
    if (primary) // a ring of the surface, so that accent stands out from accent
        panel(painter, option.rect.adjusted(2, 2, -2, -2), {}, theme.accentText,
              Theme::controlRadius - 2, 1.5);
    else
        panel(painter, option.rect, {}, theme.accent, Theme::controlRadius, 1.5);
}

void ControlPaint::toolButtonPanel(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    QColor fill;
    if (has(option, QStyle::State_On))
        fill = pressed(option, theme.selection, theme.text);
    else if (has(option, QStyle::State_Enabled)
             && (has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver)))
        fill = pressed(option, theme.hover, theme.text);
    const bool flat = has(option, QStyle::State_AutoRaise);
    const QColor border = flat ? QColor() : controlLine(theme);
    if (fill.isValid() || !flat)
        panel(painter, option.rect, fill.isValid() ? fill : theme.surface, border,
              Theme::controlRadius);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect);
}

void ControlPaint::checkBox(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool marked = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor ink = enabled ? theme.accent : faint(theme);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    const QColor fill = marked ? ink : enabled ? theme.surface : theme.window;
    panel(painter, box, enabled ? pressed(option, fill, theme.text) : fill,
          marked ? ink : legible(controlLine(theme), {theme.surface}, enabled ? 3 : 1), 4);
    if (has(option, QStyle::State_On)) {
        const int extent = box.width() - 2;
        painter.drawPixmap(box.x() + 1, box.y() + 1,
                           Icons::pixmap(IconName::Check, extent, theme.accentText,
                                         painter.device()->devicePixelRatio()));
    } else if (has(option, QStyle::State_NoChange)) {
        painter.fillRect(
            QRectF(box).adjusted(4, box.height() / 2.0 - 1, -4, 1 - box.height() / 2.0),
            theme.accentText);
    }
}

void ControlPaint::radioButton(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor ink = enabled ? theme.accent : faint(theme);
    const bool on = has(option, QStyle::State_On);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    panel(painter, box, enabled ? pressed(option, theme.surface, theme.text) : theme.window,
          on ? ink : legible(controlLine(theme), {theme.surface}, enabled ? 3 : 1), box.width() / 2,
          on ? 1.5 : 1);
    if (on)
        panel(painter, box.adjusted(4, 4, -4, -4), ink, {}, box.width() / 2);
}

void ControlPaint::field(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focused = enabled && has(option, QStyle::State_HasFocus);
    const QColor line = focused ? theme.accent : enabled ? controlLine(theme) : theme.line;
    panel(painter, option.rect, enabled ? theme.surface : theme.window,
          enabled && !focused && has(option, QStyle::State_MouseOver)
              ? mixed(line, theme.secondaryText, 0.35)
              : line,
          Theme::controlRadius, focused ? 1.5 : 1);
}

void ControlPaint::comboBox(QPainter &painter, const QStyleOptionComboBox &option,
                            const QRect &arrow)
{
    const Theme &theme = Theme::current();
    if (option.frame)
        field(painter, option);
    chevron(painter, arrow, Qt::DownArrow,
            has(option, QStyle::State_Enabled) ? theme.secondaryText : faint(theme));
}

void ControlPaint::spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
                           const QRect &down)
{
    const Theme &theme = Theme::current();
    if (option.frame)
        field(painter, option);
    const auto arrow = [&](const QRect &rect, Qt::ArrowType direction, QStyle::SubControl control,
                           QAbstractSpinBox::StepEnabledFlag step) {
        const bool usable = option.stepEnabled.testFlag(step) && has(option, QStyle::State_Enabled);
        const bool active = usable && option.activeSubControls == control;
        chevron(painter, rect, direction,
                active       ? theme.accent
                    : usable ? theme.secondaryText
                             : faint(theme));
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    arrow(up, Qt::UpArrow, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    arrow(down, Qt::DownArrow, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void ControlPaint::slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    constexpr int thickness = 4;
    const Theme &theme = Theme::current();
    const bool across = option.orientation == Qt::Horizontal;
    QRect groove = option.rect;
    groove.setSize(across ? QSize(groove.width(), thickness) : QSize(thickness, groove.height()));
    groove.moveCenter(option.rect.center());
    panel(painter, groove, mixed(theme.track, theme.secondaryText, 0.2), {}, thickness / 2);
    QRect done = groove;
    if (!across)
        done.setTop(handle.center().y());
    else if (option.upsideDown)
        done.setLeft(handle.center().x());
    else
        done.setRight(handle.center().x());
    const QColor ink = has(option, QStyle::State_Enabled) ? theme.accent : faint(theme);
    panel(painter, done, ink, {}, thickness / 2);
    panel(painter, handle.adjusted(1, 1, -1, -1), theme.surface, ink, handle.width() / 2, 2);
    if (has(option, QStyle::State_HasFocus))
        panel(painter, handle.adjusted(5, 5, -5, -5), ink, {}, handle.width() / 2);
}

void ControlPaint::scrollBar(QPainter &painter, const QStyleOptionSlider &option,
                             const QRect &handle)
{
    const Theme &theme = Theme::current();
    if (option.minimum == option.maximum)
        return;
    const bool active = option.activeSubControls == QStyle::SC_ScrollBarSlider
        && (has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver));
    const int margin = has(option, QStyle::State_MouseOver) ? 2 : 3;
    const QRect thumb = handle.adjusted(margin, margin, -margin, -margin);
    panel(painter, thumb, mixed(theme.surface, theme.secondaryText, active ? 0.7 : 0.4), {},
          qMin(thumb.width(), thumb.height()) / 2);
}

void ControlPaint::progressGroove(QPainter &painter, const QStyleOption &option)
{
    constexpr int thickness = 6;
    QRect bar(option.rect.x(), 0, option.rect.width(), thickness);
    bar.moveCenter(option.rect.center());
    panel(painter, bar, Theme::current().track, {}, thickness / 2);
}

/// An unknown progress is an empty track: movement of its own would go on while the loop stands
/// still in a program that draws elsewhere, and would tell nothing.
void ControlPaint::progressContents(QPainter &painter, const QStyleOptionProgressBar &option)
{
    constexpr int thickness = 6;
    const qint64 span = qint64(option.maximum) - option.minimum;
    if (span <= 0 || option.progress <= option.minimum)
        return;
    QRect bar(option.rect.x(), 0, 0, thickness);
    bar.setWidth(int(option.rect.width() * (qint64(option.progress) - option.minimum) / span));
    bar.moveTop(option.rect.center().y() - thickness / 2 + 1);
    panel(painter, bar, Theme::current().status(TaskStatus::Running), {}, thickness / 2);
}
