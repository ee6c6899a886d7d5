// SPDX-License-Identifier: MIT
#include "views/moment.h"

#include "record/recorder.h"
#include "record/recording.h"

#include <algorithm>

Moment::Moment(Recording &recording, QObject *parent)
    : QObject(parent)
    , m_recording(recording)
{
    connect(&m_recording, &Recording::appended, this, &Moment::follow);
    connect(&m_recording, &Recording::cleared, this, &Moment::restart);
    follow(0, m_recording.size());
}

qint64 Moment::timeNs() const
{
    return Recorder::now();
}

void Moment::follow(qsizetype first, qsizetype end)
{
    if (first == end)
        return;
    qsizetype added = 0;
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_recording.at(i);
        added += event.kind == EventKind::Queued && event.parent == TaskId::None;
    }
    const qsizetype oldRows = m_board.rowCount();
    if (added > 0)
        emit aboutToAppendRows(oldRows, oldRows + added - 1);
    std::vector<qsizetype> rows;
    for (qsizetype i = first; i < end; ++i) {
        const TaskState *task = m_board.apply(m_recording.at(i));
        if (task && task->row >= 0 && task->row < oldRows)
            rows.push_back(task->row);
    }
    if (added > 0)
        emit rowsAppended();
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    if (!rows.empty())
        emit rowsChanged(rows);
    emit changed();
}

void Moment::restart()
{
    emit aboutToReset();
    m_board.clear();
    emit reset();
    emit changed();
}
