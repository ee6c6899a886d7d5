// SPDX-License-Identifier: MIT
#pragma once

#include "record/board.h"

#include <QWidget>

#include <array>

/// The progress of all tasks as one quiet bar; it moves only because something was done. Once all
/// are done it shows how they ended, each share in the colour of its state.
class TotalBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalBar(QWidget *parent = nullptr);

    void setProgress(const Board &board);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<int, taskStatusCount> m_ends {}; // how many ended how; all zero until all are done
    double m_progress = 0;
};
