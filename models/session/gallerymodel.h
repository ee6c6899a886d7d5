// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QAbstractListModel>
#include <QImage>

#include <vector>

class Session;

/// The thumbnails of a session's tasks, in the order they were finished; of an older moment those
/// whose task was done by then. Keeps the newest ones only, so that its memory has a bound. GUI
/// thread.
class GalleryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int maxImages = 512; ///< about 35 MB at 160×107 pixels
    enum Role { IdRole = Qt::UserRole }; ///< TaskId; the image is Qt::DecorationRole, a QImage

    /// \p session outlives it.
    explicit GalleryModel(const Session &session, QObject *parent = nullptr);

    const Session &session() const { return m_session; }
    void add(TaskId task, const QImage &image);
    TaskId taskAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        TaskId task;
        QImage image;
    };
    bool isDone(TaskId task) const;
    void dropOldest();
    void showMoment();
    void clear();

    const Session &m_session;
    std::vector<Entry> m_entries; // of all, as they came
    std::vector<size_t> m_shown; // those that are rows
};
