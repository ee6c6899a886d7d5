// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>

class TimelineView;

/// Tells a screen reader that the timeline is a chart, and what it shows in words.
class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView *view);
    /// Registers it with Qt; more calls than one do nothing.
    static void install();

    QString text(QAccessible::Text kind) const override;
};
