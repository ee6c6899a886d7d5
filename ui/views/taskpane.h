// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/card.h"

class EmptyState;
class QLineEdit;
class TaskModel;
class TaskTable;

/// The card with the table of tasks and the box that filters it.
class TaskPane final : public Card
{
    Q_OBJECT
public:
    explicit TaskPane(TaskModel &model, QWidget *parent = nullptr);

    TaskTable &table() { return *m_table; }
    void focusFilter();
    /// There is nothing to fetch then.
    void setReadOnly(bool isReadOnly);

signals:
    /// The button of the empty table was pressed.
    void runRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showEmptyState();

    TaskTable *m_table;
    QLineEdit *m_filter;
    EmptyState *m_empty;
    bool m_isReadOnly = false;
};
