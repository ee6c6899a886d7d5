// SPDX-License-Identifier: MIT
#pragma once

#include "session/stallreceipt.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

class Session;
class Stalls;

/// The stalls of a session up to the moment shown, the newest first, each with its receipt as it
/// was known then. GUI thread.
class StallList final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole }; ///< TaskId; the text is Qt::DisplayRole

    /// \p session outlives it, or is followed by another one before it goes.
    explicit StallList(Session &session, QObject *parent = nullptr);

    void setSession(Session &session);

    /// \p row is one of the list's; valid until the list changes.
    const StallReceipt &receipt(int row) const;
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
    const Stalls &stalls() const;
    qint64 lastShown() const;
    StallReceipt asOfThen(const StallReceipt &receipt) const;
    void lookBack(qint64 last);
    void refresh();
    void dropOldest();
    void tellChanges();
    void restart();

    Session *m_session = nullptr;
    // The numbers of those that the views were told of, as in Stalls.
    qint64 m_first = 1;
    qint64 m_last = 0;
    quint64 m_revision = 0; // of Stalls
    // Of those in the past that more was told of later, by number; and which moment that was.
    QHash<qint64, StallReceipt> m_then;
    qsizetype m_thenEvents = -1;
    QSet<qint64> m_changed; // numbers that look otherwise since another moment is shown
};
