// SPDX-License-Identifier: MIT
#include "ui/views/pulsetraceaccessible.h"

#include "ui/views/pulsetrace.h"

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *create(const QString &className, QObject *object)
{
    auto *trace = qobject_cast<PulseTrace *>(object);
    return className == "PulseTrace"_L1 && trace ? new PulseTraceAccessible(trace) : nullptr;
}

} // namespace

PulseTraceAccessible::PulseTraceAccessible(PulseTrace *trace)
    : QAccessibleWidget(trace, QAccessible::Chart)
{
}

void PulseTraceAccessible::install()
{
    QAccessible::installFactory(create);
}

QString PulseTraceAccessible::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Value && kind != QAccessible::Description)
        return QAccessibleWidget::text(kind);
    return static_cast<const PulseTrace *>(object())->valueText();
}
