// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/card.h"

class EmptyState;
class QLineEdit;
class Session;
class TaskModel;
class TaskTable;

/// The card with the table of tasks and the box that filters it.
class TaskPane final : public Card
{
    Q_OBJECT
public:
    /// As of TaskTable.
    TaskPane(TaskModel &model, Session &session, QWidget *parent = nullptr);

    /// Each session has its own filter.
    void setSession(Session &session);
    TaskTable &table() { return *m_table; }
    void focusFilter();

signals:
    /// The button of the empty table was pressed.
    void runRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showEmptyState();

    Session *m_session;
    TaskTable *m_table;
    QLineEdit *m_filter;
    EmptyState *m_empty;
};
