// SPDX-License-Identifier: MIT
#include "session/taskmodel.h"

#include "session/session.h"
#include "session/tasktext.h"

using namespace Qt::StringLiterals;

TaskModel::TaskModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
{
    setSession(session);
}

void TaskModel::setSession(Session &session)
{
    beginResetModel();
    if (m_session)
        m_session->disconnectView(*this);
    m_session = &session;
    m_rows = int(session.playhead().board().rowCount());
    endResetModel();
    connect(&session, &Session::baseAddressChanged, this, &TaskModel::tellTitles);
    const Playhead &playhead = session.playhead();
    connect(&playhead, &Playhead::aboutToAppendRows, this, [this](qsizetype first, qsizetype last) {
        beginInsertRows({}, int(first), int(last));
    });
    connect(&playhead, &Playhead::rowsAppended, this, [this] {
        m_rows = int(m_session->playhead().board().rowCount());
        endInsertRows();
    });
    connect(&playhead, &Playhead::aboutToRemoveRows, this, [this](qsizetype first, qsizetype last) {
        beginRemoveRows({}, int(first), int(last));
    });
    connect(&playhead, &Playhead::rowsRemoved, this, [this](qsizetype rows) {
        m_rows = int(rows);
        endRemoveRows();
    });
    connect(&playhead, &Playhead::rowsChanged, this, &TaskModel::tellChanges);
    connect(&playhead, &Playhead::aboutToReset, this, [this] { beginResetModel(); });
    connect(&playhead, &Playhead::reset, this, [this] {
        m_rows = int(m_session->playhead().board().rowCount());
        endResetModel();
    });
}

void TaskModel::tellTitles()
{
    if (m_rows > 0)
        emit dataChanged(index(0, TaskColumn), index(m_rows - 1, TaskColumn));
}

TaskId TaskModel::taskAt(int row) const
{
    return row >= 0 && row < m_rows ? m_session->playhead().board().row(row).id : TaskId::None;
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TaskState &task = m_session->playhead().board().row(index.row());
    switch (role) {
    case Qt::DisplayRole: return cell(task, index.column());
    case Qt::ToolTipRole:
        return TaskText::tip(index.column() == TaskColumn ? task.title
                                                          : cell(task, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() >= TimeColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                            : int(Qt::AlignLeft | Qt::AlignVCenter);
    case IdRole: return QVariant::fromValue(task.id);
    case StatusRole: return int(task.status);
    case FractionRole: return task.fraction();
    case SortRole: return sortKey(task, index.column());
    case FilterRole:
        return QString(task.title + u'\n' + TaskText::statusWord(task.status) + u'\n'
                       + TaskText::detail(task));
    default: return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn: return tr("Task");
    case StateColumn: return tr("State");
    case ProgressColumn: return tr("Progress");
    case DetailColumn: return tr("Detail");
    case TimeColumn: return tr("Time");
    case TriesColumn: return tr("Tries");
    default: return {};
    }
}

QString TaskModel::cell(const TaskState &task, int column) const
{
    switch (column) {
    case TaskColumn: return TaskText::shortTitle(task.title, m_session->baseAddress());
    case StateColumn: return TaskText::statusWord(task.status);
    case ProgressColumn: {
        const double fraction = task.fraction();
        return fraction < 0 ? QString() : tr("%1 %").arg(int(fraction * 100));
    }
    case DetailColumn: return TaskText::detail(task);
    case TimeColumn: return TaskText::duration(task, m_session->playhead().timeNs());
    case TriesColumn: return task.attempts > 0 ? QString::number(task.attempts) : QString();
    default: return {};
    }
}

QVariant TaskModel::sortKey(const TaskState &task, int column) const
{
    switch (column) {
    case StateColumn: return int(task.status);
    case ProgressColumn: return task.fraction();
    case DetailColumn: return task.bytes;
    case TimeColumn: {
        const qint64 end = task.finishedNs < 0 ? m_session->playhead().timeNs() : task.finishedNs;
        return task.startedNs < 0 ? -1 : end - task.startedNs;
    }
    case TriesColumn: return task.attempts;
    default: return cell(task, column);
    }
}

void TaskModel::tellChanges(const std::vector<qsizetype> &rows)
{
    for (size_t i = 0; i < rows.size();) {
        size_t last = i; // a run of neighbours is one change
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        emit dataChanged(index(int(rows[i]), 0), index(int(rows[last]), ColumnCount - 1));
        i = last + 1;
    }
}
