// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>

/// Tells a screen reader that a widget is a chart, and what it shows in words: its valueText().
/// \p Chart has Q_OBJECT. Qt owns what is made. GUI thread.
template <typename Chart> class ChartAccessible final : public QAccessibleWidget
{
public:
    /// From then on every \p Chart has one; more calls than one do nothing.
    static void install() { QAccessible::installFactory(create); }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Value && kind != QAccessible::Description)
            return QAccessibleWidget::text(kind);
        return static_cast<const Chart *>(object())->valueText();
    }

private:
    explicit ChartAccessible(Chart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
    {
    }

    /// Asked for each class that the object is of, beginning with its own.
    static QAccessibleInterface *create(const QString &className, QObject *object)
    {
        const bool isChart = className == QLatin1StringView(Chart::staticMetaObject.className());
        auto *chart = isChart ? qobject_cast<Chart *>(object) : nullptr;
        return chart ? new ChartAccessible(chart) : nullptr;
    }
};
