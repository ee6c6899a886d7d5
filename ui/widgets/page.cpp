// SPDX-License-Identifier: MIT
#include "ui/widgets/page.h"

#include <utility>

Page::Page(IconName icon, const QString &title, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(title)
{
    setObjectName(name);
}

void Page::build()
{
    if (!std::exchange(m_isBuilt, true))
        makeContents();
}

void Page::showEvent(QShowEvent *event)
{
    build();
    QWidget::showEvent(event);
}
