// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

/// A hairline between two columns.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::current().line);
    }
};
