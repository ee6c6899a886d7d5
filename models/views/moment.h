// SPDX-License-Identifier: MIT
#pragma once

#include "record/board.h"

#include <QObject>

class Recording;

/// The board at the moment that every view shows: the latest one, following the recording. It tells
/// the views in one go what a batch of events changed. Lives on the recording's thread.
class Moment final : public QObject
{
    Q_OBJECT
public:
    explicit Moment(Recording &recording, QObject *parent = nullptr);

    const Board &board() const { return m_board; }
    const Recording &recording() const { return m_recording; }
    /// The moment shown; TaskEvent::timeNs.
    qint64 timeNs() const;

signals:
    /// Rows [first, last] are about to be appended, and then were. Between the two signals the
    /// board still has its old rows.
    void aboutToAppendRows(qsizetype first, qsizetype last);
    void rowsAppended();
    /// \p rows, a run of neighbours, changed; other rows have not since they were last told.
    void rowsChanged(const std::vector<qsizetype> &rows);
    /// Anything at all changed; comes last, once for each batch.
    void changed();
    void aboutToReset();
    void reset();

private:
    void follow(qsizetype first, qsizetype end);
    std::vector<qsizetype> applyToKnown(qsizetype first, qsizetype end);
    qsizetype newRows(const std::vector<qsizetype> &events) const;
    void restart();

    Recording &m_recording;
    Board m_board;
};
