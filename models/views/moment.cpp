// SPDX-License-Identifier: MIT
#include "views/moment.h"

#include "record/recording.h"

#include <QSet>

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
    return m_recording.nowNs();
}

void Moment::follow(qsizetype first, qsizetype end)
{
    if (first == end)
        return;
    const std::vector<qsizetype> later = applyToKnown(first, end);
    const qsizetype added = newRows(later);
    const qsizetype oldRows = m_board.rowCount();
    if (added > 0)
        emit aboutToAppendRows(oldRows, oldRows + added - 1);
    for (const qsizetype index : later)
        m_board.apply(m_recording.at(index));
    if (added > 0)
        emit rowsAppended();
    emit changed();
}

/// Applies those of the events [first, end) that are about tasks the board knows already, one run of
/// neighbouring rows after the other, and tells each at once: a view that sorts must never see a
/// row that changed and was not told. Returns the other events. (The order of events matters within
/// a task only.)
std::vector<qsizetype> Moment::applyToKnown(qsizetype first, qsizetype end)
{
    std::vector<qsizetype> later;
    std::vector<std::pair<qsizetype, qsizetype>> known; // row and event
    for (qsizetype i = first; i < end; ++i) {
        const TaskState *task = m_board.task(m_recording.at(i).task);
        if (!task)
            later.push_back(i);
        else
            known.emplace_back(task->row, i);
    }
    std::ranges::sort(known);
    std::vector<qsizetype> run;
    for (const auto &[row, index] : known) {
        if (!run.empty() && row > run.back() + 1) {
            emit rowsChanged(run);
            run.clear();
        }
        m_board.apply(m_recording.at(index));
        if (row >= 0 && (run.empty() || row != run.back()))
            run.push_back(row);
    }
    if (!run.empty())
        emit rowsChanged(run);
    return later;
}

/// How many rows \p events will add: no more than views are told may come, so a task that is queued
/// twice, as a foreign recording may have it, counts once.
qsizetype Moment::newRows(const std::vector<qsizetype> &events) const
{
    QSet<TaskId> added;
    qsizetype rows = 0;
    for (const qsizetype index : events) {
        const TaskEvent &event = m_recording.at(index);
        if (event.kind != EventKind::Queued || added.contains(event.task))
            continue;
        added.insert(event.task);
        rows += hasRow(event);
    }
    return rows;
}

void Moment::restart()
{
    emit aboutToReset();
    m_board.clear();
    emit reset();
    emit changed();
}
