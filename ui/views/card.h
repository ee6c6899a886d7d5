// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

/// A surface with a hairline border and round corners that holds a part of a page.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
