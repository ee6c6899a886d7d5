// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <QAbstractTableModel>

class Session;

/// The table of tasks: a row for each task without a parent, in the order they were queued. Holds
/// nothing itself, the rows are those of the session's board. GUI thread.
class TaskModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TaskColumn,
        StateColumn,
        ProgressColumn,
        DetailColumn,
        TimeColumn,
        TriesColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole, ///< TaskId
        StatusRole, ///< int of TaskStatus
        FractionRole, ///< double 0 … 1, -1 unknown
        SortRole, ///< a number or a text, by column
        FilterRole, ///< all that a person may search a task by
    };

    /// \p session outlives it, or is followed by another one before it goes.
    explicit TaskModel(Session &session, QObject *parent = nullptr);

    void setSession(Session &session);
    TaskId taskAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void tellTitles();
    void tellChanges(const std::vector<qsizetype> &rows);
    QString cell(const TaskState &task, int column) const;
    QVariant sortKey(const TaskState &task, int column) const;

    Session *m_session = nullptr;
    int m_rows = 0; // what the views were told, which is the board's unless a batch is on its way
};
