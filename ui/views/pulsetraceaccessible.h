// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>

class PulseTrace;

/// Tells a screen reader that the trace is a chart, and what it shows in words.
class PulseTraceAccessible final : public QAccessibleWidget
{
public:
    explicit PulseTraceAccessible(PulseTrace *trace);
    /// Registers it with Qt; more calls than one do nothing.
    static void install();

    QString text(QAccessible::Text kind) const override;
};
