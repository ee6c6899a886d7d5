// SPDX-License-Identifier: MIT
#include "ui/views/taskpane.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/views/emptystate.h"
#include "ui/views/tasktable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

TaskPane::TaskPane(TaskModel &model, QWidget *parent)
    : Card(parent)
    , m_table(new TaskTable(model, this))
    , m_filter(new QLineEdit(this))
    , m_empty(new EmptyState(IconName::Workbench, {}, this, m_table->viewport()))
{
    auto *title = new QLabel(tr("Tasks"), this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_filter->setObjectName(u"Filter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(
        tr("Show only tasks whose address, state or detail contains this (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(Icons::icon(IconName::Search, IconInk::Secondary),
                        QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(260);
    m_filter->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Theme::cellMargin, 5, 6, 5);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_filter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    setTabOrder(m_filter, m_table);
    connect(m_filter, &QLineEdit::textChanged, m_table, &TaskTable::setFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &TaskPane::showEmptyState);
    connect(m_table, &TaskTable::shownRowsChanged, this, &TaskPane::showEmptyState);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_filter->text().isEmpty())
            emit runRequested();
        else
            m_filter->clear();
    });
    showEmptyState();
}

void TaskPane::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    showEmptyState();
}

void TaskPane::showEmptyState()
{
    const QString text = m_filter->text();
    m_empty->setVisible(m_table->shownRows() == 0);
    if (!text.isEmpty()) {
        m_empty->setSentence(tr("No task matches “%1”.").arg(text));
        m_empty->setAction(tr("Show all tasks"));
    } else if (m_isReadOnly) {
        m_empty->setSentence(tr("There is no task in this trace."));
        m_empty->setAction({});
    } else {
        m_empty->setSentence(tr("Fetches and computations appear here, each with its progress "
                                "and its end. Run fetches the addresses above."));
        m_empty->setAction(tr("Fetch them now"));
    }
}

void TaskPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool TaskPane::eventFilter(QObject *watched, QEvent *event)
{
    // Escape clears a filter before it cancels anything.
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_filter && isKey && !m_filter->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_filter->clear();
        return true;
    }
    return Card::eventFilter(watched, event);
}
