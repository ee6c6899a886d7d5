// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/card.h"

class QLabel;
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter(const QString &text);

    TaskTable *m_table;
    QLineEdit *m_filter;
};
