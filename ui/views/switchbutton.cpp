// SPDX-License-Identifier: MIT
#include "ui/views/switchbutton.h"

#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace {
constexpr QSize trackSize(34, 18);
constexpr int gap = 10;
constexpr int margin = 4; // room for the focus ring
} // namespace

SwitchButton::SwitchButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont demiBold = font();
    demiBold.setWeight(QFont::DemiBold);
    setFont(demiBold);
}

QSize SwitchButton::sizeHint() const
{
    return {trackSize.width() + gap + fontMetrics().horizontalAdvance(text()) + 2 * margin,
            qMax(trackSize.height(), fontMetrics().height()) + 2 * margin};
}

bool SwitchButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void SwitchButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF track(QPointF(margin, (height() - trackSize.height()) / 2), trackSize);
    paintTrack(painter, track);
    painter.setPen(!isEnabled()      ? palette().color(QPalette::Disabled, QPalette::WindowText)
                       : isChecked() ? theme.stallText
                                     : theme.text);
    painter.drawText(rect().adjusted(margin + trackSize.width() + gap, 0, -margin, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

void SwitchButton::paintTrack(QPainter &painter, const QRectF &track) const
{
    const Theme &theme = Theme::current();
    const QColor off = legible(mixed(theme.surface, theme.secondaryText, 0.5), {theme.surface}, 3);
    QColor ground = isChecked() ? theme.stall : off;
    if (isDown() || underMouse())
        ground = mixed(ground, theme.text, isDown() ? 0.2 : 0.1);
    if (!isEnabled())
        ground = theme.line;
    const qreal radius = track.height() / 2;
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.drawRoundedRect(track.adjusted(-2.75, -2.75, 2.75, 2.75), radius + 2.75,
                                radius + 2.75);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(track, radius, radius);
    const QPointF centre(isChecked() ? track.right() - radius : track.left() + radius,
                         track.center().y());
    painter.setBrush(Qt::white);
    painter.drawEllipse(centre, radius - 2.5, radius - 2.5);
}
