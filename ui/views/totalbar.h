// SPDX-License-Identifier: MIT
#pragma once

#include "record/board.h"

#include <QWidget>

#include <vector>

/// The progress of all tasks as one quiet bar, with a part for each way of ending; it moves only
/// because something was done.
class TotalBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalBar(QWidget *parent = nullptr);

    void setProgress(const Board &board);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// A part of the bar: its share of the whole, and the state whose colour it has.
    struct Part
    {
        TaskStatus status;
        double share;
        bool operator==(const Part &) const = default;
    };
    std::vector<Part> m_parts; // from left to right
};
