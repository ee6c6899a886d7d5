// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

class StallList;

/// A stall in three lines: how long and when, in which function, and what kind it was.
class StallDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \p stalls outlives it and is the model of the view.
    explicit StallDelegate(const StallList &stalls, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const StallList &m_stalls;
};
