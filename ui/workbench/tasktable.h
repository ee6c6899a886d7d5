// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>

class Session;
class TaskModel;

/// The table of tasks, sortable and with a filter. Accessible name: Tasks.
class TaskTable final : public QTableView
{
    Q_OBJECT
public:
    /// \p model shows \p session. Both outlive it, or the session is followed by another one before
    /// it goes.
    TaskTable(TaskModel &model, Session &session, QWidget *parent = nullptr);

    /// The model shows \p session already. What is selected in one is in the other.
    void setSession(Session &session);
    /// Shows only tasks whose address, state or detail contains \p text.
    void setFilter(const QString &text) { m_proxy.setFilterFixedString(text); }
    QList<TaskId> selectedTasks() const;
    /// Rows that pass the filter.
    int shownRows() const { return m_proxy.rowCount(); }
    /// The time column runs on while something does.
    void setRunning(bool isRunning);

signals:
    void inspectRequested(TaskId task);
    void cancelRequested(const QList<TaskId> &tasks);
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
    TaskId rowTaskOf(TaskId task) const;
    void tellSelection();
    void followSelection();

    TaskModel &m_model;
    Session *m_session = nullptr;
    bool m_isTelling = false; // the session knows better what is selected
    QSortFilterProxyModel m_proxy;
    QTimer m_clock;
};
