// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/controlpaint.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

/// A surface with a hairline border and round corners that holds a part of a page.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setContentsMargins(1, 1, 1, 1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = Theme::current();
        ControlPaint::panel(painter, rect(), theme.surface, theme.line, Theme::cardRadius);
    }
};
