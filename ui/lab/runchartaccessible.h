// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>

class RunChart;

/// Lets a screen reader find the small timeline of a variant as a chart that can be read.
class RunChartAccessible final : public QAccessibleWidget
{
public:
    explicit RunChartAccessible(RunChart *chart);

    /// From then on every RunChart has one. Does it once.
    static void install();

    QString text(QAccessible::Text kind) const override;
};
