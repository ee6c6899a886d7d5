// SPDX-License-Identifier: MIT
#include "ui/views/heartring.h"

#include "ui/theme/theme.h"

#include <QPainter>

HeartRing::HeartRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HeartRing::setBeats(qint64 beats)
{
    if (std::exchange(m_beats, beats) != beats)
        update();
}

void HeartRing::setAlert(bool alert)
{
    if (std::exchange(m_alert, alert) != alert)
        update();
}

void HeartRing::paintEvent(QPaintEvent *)
{
    constexpr int degrees = 16; // of QPainter
    constexpr qint64 beatsPerTurn = 60;
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(3, 3, -3, -3);
    painter.setPen(QPen(theme.track, 3.5));
    painter.drawEllipse(ring);
    painter.setPen(QPen(m_alert ? theme.stall : theme.beat, 3.5, Qt::SolidLine, Qt::RoundCap));
    const int clockwise = -int(m_beats % beatsPerTurn * 360 / beatsPerTurn);
    painter.drawArc(ring, (90 + clockwise) * degrees, -120 * degrees);
}
