// SPDX-License-Identifier: MIT
#pragma once

#include "record/board.h"

#include <QWidget>

#include <array>

/// How many tasks are in each state: glyph, number and word, in the state's colour. States that
/// nobody is in are left out but for queued, running and succeeded; words give way when it is
/// narrow.
class CountStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit CountStrip(QWidget *parent = nullptr);

    void setCounts(const Board &board);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isShown(TaskStatus status) const;
    int width(TaskStatus status, bool withWord) const;
    int totalWidth(bool withWords) const;

    std::array<int, taskStatusCount> m_counts {};
};
