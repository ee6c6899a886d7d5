// SPDX-License-Identifier: MIT
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// How LoopStyle draws buttons, fields and their marks. Each takes its colours from
/// Theme::current() and what it draws from the option.
namespace ControlPaint {
/// \p rect with its one-pixel border on pixel centres.
void panel(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border,
           int radius, qreal borderWidth = 1);
void focusRing(QPainter &painter, const QRect &rect);
/// How many things are new, at \p topLeft but not beyond \p right; logical pixels.
void badge(QPainter &painter, const QPoint &topLeft, int right, int count);
void chevron(QPainter &painter, const QRect &rect, Qt::ArrowType direction, const QColor &colour);

bool isPrimary(const QStyleOption &option, const QWidget *widget);
void pushButton(QPainter &painter, const QStyleOption &option, bool primary);
void toolButtonPanel(QPainter &painter, const QStyleOption &option);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void field(QPainter &painter, const QStyleOption &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void progressGroove(QPainter &painter, const QStyleOption &option);
void progressContents(QPainter &painter, const QStyleOptionProgressBar &option);
} // namespace ControlPaint
