// SPDX-License-Identifier: MIT
#include "ui/lab/runchartaccessible.h"

#include "ui/lab/runchart.h"

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *create(const QString &className, QObject *object)
{
    auto *chart = qobject_cast<RunChart *>(object);
    return className == "RunChart"_L1 && chart ? new RunChartAccessible(chart) : nullptr;
}

} // namespace

RunChartAccessible::RunChartAccessible(RunChart *chart)
    : QAccessibleWidget(chart, QAccessible::Chart)
{
}

void RunChartAccessible::install()
{
    QAccessible::installFactory(create);
}

QString RunChartAccessible::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Value && kind != QAccessible::Description)
        return QAccessibleWidget::text(kind);
    return static_cast<const RunChart *>(object())->valueText();
}
