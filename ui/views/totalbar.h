// SPDX-License-Identifier: MIT
#pragma once

#include "record/board.h"

#include <QWidget>

/// The progress of all tasks as one quiet bar; it moves only because something was done.
class TotalBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalBar(QWidget *parent = nullptr);

    void setProgress(const Board &board);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_progress = 0;
    bool m_isDone = false;
};
