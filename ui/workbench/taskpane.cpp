// SPDX-License-Identifier: MIT
#include "ui/workbench/taskpane.h"

#include "session/session.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/workbench/tasktable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

TaskPane::TaskPane(TaskModel &model, Session &session, QWidget *parent)
    : Card(parent)
    , m_session(&session)
    , m_table(new TaskTable(model, session, this))
    , m_filter(new QLineEdit(this))
    , m_empty(new EmptyState(IconName::Workbench, {}, this, m_table->viewport()))
{
    auto *title = new QLabel(tr("Tasks"), this);
    title->setFont(Theme::strong(font()));
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
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_session->setProperty("taskFilter", text);
        m_table->setFilter(text);
        showEmptyState();
    });
    connect(m_table, &TaskTable::shownRowsChanged, this, &TaskPane::showEmptyState);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_filter->text().isEmpty())
            emit runRequested();
        else
            m_filter->clear();
    });
    showEmptyState();
}

void TaskPane::setSession(Session &session)
{
    m_session = &session;
    m_filter->setText(session.property("taskFilter").toString()); // first: it decides on the rows
    m_table->setSession(session);
    showEmptyState();
}

void TaskPane::showEmptyState()
{
    const QString text = m_filter->text();
    m_empty->setVisible(m_table->shownRows() == 0);
    if (!text.isEmpty()) {
        m_empty->setSentence(tr("No task matches “%1”.").arg(text));
        m_empty->setAction(tr("Show all tasks"));
    } else if (!m_session->isGrowing()) {
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
