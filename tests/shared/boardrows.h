// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"
#include "session/taskmodel.h"

#include <QAbstractProxyModel>
#include <QTest>

/// \p model has a row for each of \p board, and \p sorted, which sorts it by state, has them in
/// that order. Who calls it returns when QTest::currentTestFailed().
inline void compareRows(const TaskModel &model, const QAbstractProxyModel &sorted,
                        const Board &board)
{
    QCOMPARE(model.rowCount(), int(board.rowCount()));
    QCOMPARE(sorted.rowCount(), model.rowCount());
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.taskAt(row), board.row(row).id);
        QCOMPARE(model.index(row, 0).data(TaskModel::StatusRole).toInt(),
                 int(board.row(row).status));
        if (row > 0) {
            QVERIFY(sorted.index(row - 1, TaskModel::StateColumn).data(TaskModel::SortRole).toInt()
                    <= sorted.index(row, TaskModel::StateColumn).data(TaskModel::SortRole).toInt());
        }
    }
}
