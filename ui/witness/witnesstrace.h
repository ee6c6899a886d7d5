// SPDX-License-Identifier: MIT
#pragma once

#include "loop/pulsereport.h"

#include <QWidget>

#include <deque>

/// The pulse of another process over the last six seconds: a stroke for every report that a beat
/// came before, and a flat line while none does.
class WitnessTrace final : public QWidget
{
    Q_OBJECT
public:
    explicit WitnessTrace(QWidget *parent = nullptr);

    void add(const PulseReport &report);

    QSize sizeHint() const override { return {320, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int xOf(qint64 timeNs) const;

    std::deque<PulseReport> m_reports;
};
