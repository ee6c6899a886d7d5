// SPDX-License-Identifier: MIT
#include "views/moment.h"

#include "record/recording.h"

#include <QSet>

#include <algorithm>
#include <numeric>

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
    return m_isLive ? m_recording.nowNs() : m_pastNs;
}

qsizetype Moment::events() const
{
    return m_isLive ? m_recording.size() : m_pastEvents;
}

const TaskEvent *Moment::lastEvent() const
{
    return events() > 0 ? &m_recording.at(events() - 1) : nullptr;
}

Board Moment::boardAt(qint64 timeNs) const
{
    return m_history.fold(m_recording, eventsUntil(timeNs), m_past, m_pastEvents);
}

void Moment::showAt(qint64 timeNs)
{
    showEvents(eventsUntil(timeNs), std::max(timeNs, m_recording.originNs()));
}

void Moment::step(qsizetype events)
{
    const qsizetype target = std::clamp<qsizetype>(this->events() + events, 0, m_recording.size());
    showEvents(target, target > 0 ? m_recording.at(target - 1).timeNs : m_recording.originNs());
}

void Moment::showLive()
{
    if (m_isLive)
        return;
    exchangeBoard(m_live, [this] { m_isLive = true; });
    m_past.clear();
    m_pastEvents = 0;
    emit jumped();
    emit changed();
}

/// The number of events that happened up to \p timeNs.
qsizetype Moment::eventsUntil(qint64 timeNs) const
{
    qsizetype begin = 0;
    for (qsizetype end = m_recording.size(); begin < end;) {
        const qsizetype middle = begin + (end - begin) / 2;
        if (m_recording.at(middle).timeNs <= timeNs)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

void Moment::showEvents(qsizetype events, qint64 timeNs)
{
    const Board next = m_history.fold(m_recording, events, m_past, m_pastEvents);
    exchangeBoard(next, [&] {
        m_past = next;
        m_isLive = false;
        m_pastEvents = events;
        m_pastNs = timeNs;
    });
    emit jumped();
    emit changed();
}

/// Lets \p show put \p next in the place of the board shown, and tells the views. All rows between
/// the first and the last one that changed count as one run: a view that sorts must never see a row
/// that changed and was not told.
template <typename Show> void Moment::exchangeBoard(const Board &next, Show show)
{
    emit aboutToJump();
    const qsizetype oldRows = board().rowCount();
    const qsizetype newRows = next.rowCount();
    if (newRows < oldRows) {
        emit aboutToRemoveRows(newRows, oldRows - 1);
        emit rowsRemoved(newRows);
    }
    qsizetype first = 0;
    qsizetype end = std::min(oldRows, newRows);
    while (first < end && board().hasSameRow(next, first))
        ++first;
    while (end > first && board().hasSameRow(next, end - 1))
        --end;
    std::vector<qsizetype> rows(size_t(end - first));
    std::iota(rows.begin(), rows.end(), first);
    show();
    if (!rows.empty())
        emit rowsChanged(rows);
    if (newRows > oldRows) {
        emit aboutToAppendRows(oldRows, newRows - 1);
        emit rowsAppended();
    }
}

void Moment::follow(qsizetype first, qsizetype end)
{
    if (first == end)
        return;
    if (m_isLive) {
        const std::vector<qsizetype> later = applyToKnown(first, end);
        const qsizetype added = newRows(later);
        const qsizetype oldRows = m_live.rowCount();
        if (added > 0)
            emit aboutToAppendRows(oldRows, oldRows + added - 1);
        for (const qsizetype index : later)
            m_live.apply(m_recording.at(index));
        if (added > 0)
            emit rowsAppended();
    } else {
        for (qsizetype index = first; index < end; ++index)
            m_live.apply(m_recording.at(index));
    }
    m_history.offer(end, m_live);
    emit changed();
}

/// Applies those of the events [first, end) that are about tasks the board knows already, one run
/// of neighbouring rows after the other, and tells each at once: a view that sorts must never see a
/// row that changed and was not told. Returns the other events. (The order of events matters within
/// a task only.)
std::vector<qsizetype> Moment::applyToKnown(qsizetype first, qsizetype end)
{
    std::vector<qsizetype> later;
    std::vector<std::pair<qsizetype, qsizetype>> known; // row and event
    for (qsizetype i = first; i < end; ++i) {
        const TaskState *task = m_live.task(m_recording.at(i).task);
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
        m_live.apply(m_recording.at(index));
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
    const bool wasLive = m_isLive;
    emit aboutToReset();
    m_live.clear();
    m_past.clear();
    m_history.clear();
    m_pastEvents = 0;
    m_isLive = true;
    emit reset();
    if (!wasLive)
        emit jumped();
    emit changed();
}
