// SPDX-License-Identifier: MIT
#include "ui/lab/knobslider.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

KnobSlider::KnobSlider(int first, QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
    , m_first(first)
{
}

void KnobSlider::paintEvent(QPaintEvent *event)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const int x = handle / 2
        + QStyle::sliderPositionFromValue(minimum(), maximum(), m_first, width() - handle,
                                          option.upsideDown);
    QPainter(this).fillRect(x - 1, height() / 2 + 5, 2, 5, Theme::current().secondaryText);
    QSlider::paintEvent(event); // its handle covers the mark where it stands on it
}
