// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>

class TaskModel;

/// The table of tasks, sortable and with a filter. Accessible name: Tasks.
class TaskTable final : public QTableView
{
    Q_OBJECT
public:
    explicit TaskTable(TaskModel &model, QWidget *parent = nullptr);

    /// Shows only tasks whose address, state or detail contains \p text.
    void setFilter(const QString &text);
    QList<TaskId> selectedTasks() const;
    /// One that has no row leaves none selected.
    void selectTask(TaskId task);
    /// Rows that pass the filter.
    int shownRows() const { return m_proxy.rowCount(); }
    /// The time column runs on while something does.
    void setRunning(bool isRunning);

signals:
    void inspectRequested(TaskId task);
    void cancelRequested(const QList<TaskId> &tasks);
    void selectedTaskChanged(TaskId task);
    /// Rows came, went, or pass the filter or no longer do.
    void shownRowsChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupColumns();
    int headerWidth(int column) const;
    void fitColumns();
    void copySelection() const;
    TaskId taskAt(const QModelIndex &proxyIndex) const;

    TaskModel &m_model;
    QSortFilterProxyModel m_proxy;
    QTimer m_clock;
};
