// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QWidget>

/// What a screen reader calls \p widget.
inline QString accessibleName(QWidget &widget)
{
    const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&widget);
    return access ? access->text(QAccessible::Name) : QString();
}

/// The widget below \p root that a screen reader calls \p name; nullptr when there is none.
template <typename Widget> Widget *named(const QWidget &root, const QString &name)
{
    for (Widget *widget : root.findChildren<Widget *>()) {
        // A combo box tells its text instead where labels are relations.
        if (widget->accessibleName() == name || accessibleName(*widget) == name)
            return widget;
    }
    return nullptr;
}
