// SPDX-License-Identifier: MIT
#include "lab/cataloguemodel.h"

#include "lab/labtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString headingOf(Experiment::Group group)
{
    switch (group) {
    case Experiment::Group::Foundations: return labText(QT_TRANSLATE_NOOP("Lab", "Foundations"));
    case Experiment::Group::Styles: return labText(QT_TRANSLATE_NOOP("Lab", "Styles"));
    case Experiment::Group::Patterns: return labText(QT_TRANSLATE_NOOP("Lab", "Patterns"));
    case Experiment::Group::Pitfalls: return labText(QT_TRANSLATE_NOOP("Lab", "Pitfalls"));
    case Experiment::Group::Seeing: return labText(QT_TRANSLATE_NOOP("Lab", "Seeing"));
    case Experiment::Group::Projects: break;
    }
    return labText(QT_TRANSLATE_NOOP("Lab", "Small projects"));
}

bool hasAll(const Experiment &experiment, const QStringList &words)
{
    const QString text
        = labText(experiment.title) + u'\n' + labText(experiment.lesson) + u'\n' + experiment.id;
    return std::ranges::all_of(
        words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CatalogueModel::CatalogueModel(std::span<const Experiment> experiments, QObject *parent)
    : QAbstractListModel(parent)
    , m_experiments(experiments)
{
    fill();
}

void CatalogueModel::fill()
{
    const QStringList words = m_filter.simplified().split(u' ', Qt::SkipEmptyParts);
    m_rows.clear();
    for (const Experiment &experiment : m_experiments) {
        if (!hasAll(experiment, words))
            continue;
        if (m_rows.empty() || m_rows.back().group != experiment.group)
            m_rows.push_back({experiment.group, nullptr});
        m_rows.push_back({experiment.group, &experiment});
    }
}

int CatalogueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == IsHeadingRole)
        return row.experiment == nullptr;
    if (row.experiment)
        return experimentData(*row.experiment, role);
    return role == Qt::DisplayRole ? headingOf(row.group) : QVariant();
}

QVariant CatalogueModel::experimentData(const Experiment &experiment, int role) const
{
    const QString title = labText(experiment.title);
    const bool isExplored = m_explored.contains(experiment.id);
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::ToolTipRole: return labText(experiment.lesson);
    case Qt::AccessibleTextRole:
        if (&experiment == m_running)
            return tr("%1, running").arg(title);
        return isExplored ? tr("%1, explored").arg(title) : title;
    case IdRole: return QString(experiment.id);
    case IsExploredRole: return isExplored;
    case IsRunningRole: return &experiment == m_running;
    default: return {};
    }
}

Qt::ItemFlags CatalogueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!m_rows[size_t(index.row())].experiment)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void CatalogueModel::setFilter(const QString &words)
{
    if (words == m_filter)
        return;
    beginResetModel();
    m_filter = words;
    fill();
    endResetModel();
}

const Experiment *CatalogueModel::experimentAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[size_t(row)].experiment : nullptr;
}

int CatalogueModel::rowOf(const Experiment *experiment) const
{
    const auto found = std::ranges::find(m_rows, experiment, &Row::experiment);
    return !experiment || found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void CatalogueModel::setExplored(const QString &id)
{
    if (m_explored.contains(id))
        return;
    m_explored.insert(id);
    for (const Experiment &experiment : m_experiments) {
        if (experiment.id == id)
            tellChanged(&experiment);
    }
}

QStringList CatalogueModel::explored() const
{
    QStringList ids(m_explored.begin(), m_explored.end());
    ids.sort();
    return ids;
}

void CatalogueModel::setRunning(const Experiment *experiment)
{
    const Experiment *before = std::exchange(m_running, experiment);
    tellChanged(before);
    tellChanged(experiment);
}

void CatalogueModel::tellChanged(const Experiment *experiment)
{
    const int row = rowOf(experiment);
    if (row >= 0)
        emit dataChanged(index(row), index(row));
}
