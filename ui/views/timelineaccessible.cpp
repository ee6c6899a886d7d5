// SPDX-License-Identifier: MIT
#include "ui/views/timelineaccessible.h"

#include "ui/views/timelineview.h"

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *create(const QString &className, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return className == "TimelineView"_L1 && view ? new TimelineAccessible(view) : nullptr;
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineView *view)
    : QAccessibleWidget(view, QAccessible::Chart)
{
}

void TimelineAccessible::install()
{
    QAccessible::installFactory(create);
}

QString TimelineAccessible::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Value && kind != QAccessible::Description)
        return QAccessibleWidget::text(kind);
    return static_cast<const TimelineView *>(object())->valueText();
}
