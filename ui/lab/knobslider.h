// SPDX-License-Identifier: MIT
#pragma once

#include <QSlider>

/// A slider with a small mark at the value it had at first.
class KnobSlider final : public QSlider
{
    Q_OBJECT
public:
    explicit KnobSlider(int first, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_first;
};
