// SPDX-License-Identifier: MIT
#include "session/gallerymodel.h"

#include "session/session.h"
#include "session/tasktext.h"

#include <algorithm>

GalleryModel::GalleryModel(const Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    connect(&session.playhead(), &Playhead::aboutToReset, this, &GalleryModel::clear);
    connect(&session.playhead(), &Playhead::jumped, this, &GalleryModel::showMoment);
}

void GalleryModel::add(TaskId task, const QImage &image)
{
    if (image.isNull())
        return;
    if (m_entries.size() == maxImages)
        dropOldest();
    m_entries.push_back({task, image});
    if (!isDone(task))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_shown.push_back(m_entries.size() - 1);
    endInsertRows();
}

void GalleryModel::dropOldest()
{
    const bool isRow = !m_shown.empty() && m_shown.front() == 0;
    if (isRow)
        beginRemoveRows({}, 0, 0);
    m_entries.erase(m_entries.begin());
    if (isRow)
        m_shown.erase(m_shown.begin());
    for (size_t &entry : m_shown)
        --entry;
    if (isRow)
        endRemoveRows();
}

/// A picture may arrive before the events that tell of its task's end: at the latest moment all are
/// shown.
bool GalleryModel::isDone(TaskId task) const
{
    if (m_session.playhead().isLive())
        return true;
    const TaskState *state = m_session.playhead().board().task(task);
    return state && isFinished(state->status);
}

void GalleryModel::showMoment()
{
    std::vector<size_t> shown;
    for (size_t entry = 0; entry < m_entries.size(); ++entry) {
        if (isDone(m_entries[entry].task))
            shown.push_back(entry);
    }
    const auto differs = std::ranges::mismatch(m_shown, shown);
    const int same = int(differs.in1 - m_shown.begin());
    if (same < rowCount()) {
        beginRemoveRows({}, same, rowCount() - 1);
        m_shown.resize(size_t(same));
        endRemoveRows();
    }
    if (same < int(shown.size())) {
        beginInsertRows({}, same, int(shown.size()) - 1);
        m_shown = std::move(shown);
        endInsertRows();
    }
}

TaskId GalleryModel::taskAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[m_shown[size_t(row)]].task : TaskId::None;
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[m_shown[size_t(index.row())]];
    const TaskState *task = m_session.playhead().board().task(entry.task);
    switch (role) {
    case Qt::DecorationRole: return entry.image;
    case Qt::AccessibleTextRole:
        return task ? TaskText::shortTitle(task->title, m_session.baseAddress()) : QString();
    case Qt::ToolTipRole:
        return task ? TaskText::tip(TaskText::shortTitle(task->title, m_session.baseAddress()))
                    : QString();
    case IdRole: return QVariant::fromValue(entry.task);
    default: return {};
    }
}

void GalleryModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_shown.clear();
    endResetModel();
}
