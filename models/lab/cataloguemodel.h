// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"

#include <QAbstractListModel>
#include <QSet>

#include <span>

/// The experiments as a list: each group a heading that cannot be chosen, below it its experiments.
/// A filter leaves those whose title, lesson or id has all its words, and their headings.
class CatalogueModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, IsHeadingRole, IsExploredRole, IsRunningRole };

    /// \p experiments outlive it and stand in the order of their groups.
    explicit CatalogueModel(std::span<const Experiment> experiments, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// How many experiments there are, whatever the filter leaves.
    int count() const { return int(m_experiments.size()); }
    void setFilter(const QString &words);
    const QString &filter() const { return m_filter; }
    /// nullptr for a heading.
    const Experiment *experimentAt(int row) const;
    /// -1 when it is not shown.
    int rowOf(const Experiment *experiment) const;

    /// All its variants ended well and were judged. Ids that nobody knows are kept, for a version
    /// that does.
    void setExplored(const QString &id);
    bool isExplored(const QString &id) const { return m_explored.contains(id); }
    QStringList explored() const;
    /// nullptr: none.
    void setRunning(const Experiment *experiment);

private:
    struct Row
    {
        Experiment::Group group;
        const Experiment *experiment; ///< nullptr: the heading
    };

    void fill();
    void tellChanged(const Experiment *experiment);
    QVariant experimentData(const Experiment &experiment, int role) const;

    const std::span<const Experiment> m_experiments;
    std::vector<Row> m_rows;
    QString m_filter;
    QSet<QString> m_explored;
    const Experiment *m_running = nullptr;
};
