// SPDX-License-Identifier: MIT
#include "views/gallerymodel.h"

#include "views/moment.h"
#include "views/tasktext.h"

#include <algorithm>

GalleryModel::GalleryModel(const Moment &moment, QObject *parent)
    : QAbstractListModel(parent)
    , m_moment(moment)
{
    connect(&moment, &Moment::aboutToReset, this, &GalleryModel::clear);
}

void GalleryModel::add(TaskId task, const QImage &image)
{
    if (image.isNull())
        return;
    if (m_entries.size() == maxImages) {
        beginRemoveRows({}, 0, 0);
        m_entries.erase(m_entries.begin());
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.push_back({task, image});
    endInsertRows();
}

TaskId GalleryModel::taskAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[size_t(row)].task : TaskId::None;
}

int GalleryModel::rowOf(TaskId task) const
{
    const auto found = std::ranges::find(m_entries, task, &Entry::task);
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    const TaskState *task = m_moment.board().task(entry.task);
    switch (role) {
    case Qt::DecorationRole: return entry.image;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return task ? TaskText::shortTitle(task->title, m_base) : QString();
    case IdRole: return QVariant::fromValue(entry.task);
    default: return {};
    }
}

void GalleryModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}
