// SPDX-License-Identifier: MIT
#pragma once

#include "views/stallreceipt.h"

#include <QAbstractListModel>
#include <QHash>

#include <deque>

class Recording;

/// The stalls of a recording, the newest first, each with its receipt. Keeps the newest ones only,
/// so that its memory has a bound. GUI thread.
class StallList final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int maxReceipts = 1'000;
    enum Role { IdRole = Qt::UserRole }; ///< TaskId; the text is Qt::DisplayRole

    /// \p recording outlives it.
    explicit StallList(const Recording &recording, QObject *parent = nullptr);

    /// \p row is one of the list's; valid until the list changes.
    const StallReceipt &receipt(int row) const { return m_receipts[size_t(row)]; }
    int rowOf(TaskId stall) const; ///< -1 when it is not here
    /// The stall that \p timeNs lies in, or the newest one that ended before; -1 without any.
    int rowAt(qint64 timeNs) const;
    /// When it began, counted from the beginning of the recording.
    qint64 sinceOriginNs(const StallReceipt &receipt) const;
    /// The text of a receipt, for copying.
    QString text(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void follow(qsizetype first, qsizetype end);
    void restart();
    void queue(const TaskEvent &event);

    const Recording &m_recording;
    std::deque<StallReceipt> m_receipts; // newest first
    QHash<TaskId, qint64> m_numbers; // of those, counted from 1
    qint64 m_lastNumber = 0;
    QHash<TaskId, QString> m_titles; // of what a stall can have happened in
};
