// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QIconEngine>

/// Paints one of the project's icons in the colour its ink has at that moment.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(IconName name, IconInk ink);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QIconEngine *clone() const override;

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const;
    QColor statusColour() const;

    IconName m_name;
    IconInk m_ink;
};
