// SPDX-License-Identifier: MIT
#include "ui/widgets/folding.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

Folding::Folding(QWidget &row, std::vector<Step> steps)
    : QObject(&row)
    , m_row(row)
    , m_steps(std::move(steps))
{
    row.setMinimumWidth(1); // instead of what the layout needs now
    row.installEventFilter(this);
}

bool Folding::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return false;
}

/// Each step is told only when it changes: what is hidden for a moment loses the focus.
void Folding::fit()
{
    while (!m_needed.empty() && m_row.width() >= m_needed.back()) {
        m_needed.pop_back();
        m_steps[m_needed.size()](false);
    }
    while (m_needed.size() < m_steps.size()) {
        const int needed = m_row.layout()->totalMinimumSize().width();
        if (needed <= m_row.width())
            break;
        m_steps[m_needed.size()](true);
        m_needed.push_back(needed);
        for (const QWidget *part : m_row.findChildren<QWidget *>()) {
            if (part->layout())
                part->layout()->activate(); // or it tells the row of its new size only later
        }
    }
}
