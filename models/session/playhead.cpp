// SPDX-License-Identifier: MIT
#include "session/playhead.h"

#include "record/recording.h"

#include <QSet>

#include <algorithm>
#include <numeric>

Playhead::Playhead(Recording &recording, QObject *parent)
    : QObject(parent)
    , m_recording(recording)
    , m_projection(recording.originNs())
{
    connect(&m_recording, &Recording::appended, this, &Playhead::follow);
    connect(&m_recording, &Recording::cleared, this, &Playhead::restart);
    follow(0, m_recording.size());
}

qint64 Playhead::timeNs() const
{
    return m_isLive ? m_recording.nowNs() : m_pastNs;
}

qsizetype Playhead::events() const
{
    return m_isLive ? m_recording.size() : m_pastEvents;
}

const TaskEvent *Playhead::lastEvent() const
{
    return events() > 0 ? &m_recording.at(events() - 1) : nullptr;
}

Board Playhead::boardAt(qint64 timeNs) const
{
    return m_history.fold(m_recording, eventsUntil(timeNs), m_past, m_pastEvents);
}

void Playhead::showAt(qint64 timeNs)
{
    showEvents(eventsUntil(timeNs), std::max(timeNs, m_recording.originNs()));
}

void Playhead::step(qsizetype events)
{
    const qsizetype target = std::clamp<qsizetype>(this->events() + events, 0, m_recording.size());
    showEvents(target, target > 0 ? m_recording.at(target - 1).timeNs : m_recording.originNs());
}

void Playhead::showLive()
{
    if (m_isLive)
        return;
    exchangeBoard(latest(), [this] { m_isLive = true; });
    m_past.clear();
    m_pastEvents = 0;
    emit jumped();
    emit changed();
}

qsizetype Playhead::eventsUntil(qint64 timeNs) const
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

void Playhead::showEvents(qsizetype events, qint64 timeNs)
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
template <typename Show> void Playhead::exchangeBoard(const Board &next, Show show)
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

void Playhead::follow(qsizetype first, qsizetype end)
{
    if (first == end)
        return;
    bool isNotable = false;
    if (m_isLive) {
        const std::vector<qsizetype> later = applyToKnown(first, end, isNotable);
        const qsizetype added = newRows(later);
        const qsizetype oldRows = latest().rowCount();
        if (added > 0)
            emit aboutToAppendRows(oldRows, oldRows + added - 1);
        for (const qsizetype index : later)
            isNotable |= m_projection.apply(m_recording.at(index));
        if (added > 0)
            emit rowsAppended();
    } else {
        for (qsizetype index = first; index < end; ++index)
            isNotable |= m_projection.apply(m_recording.at(index));
    }
    m_history.offer(end, latest());
    if (isNotable)
        emit spansChanged();
    emit changed();
}

/// Applies those of the events [first, end) that are about tasks the board knows already, one run
/// of neighbouring rows after the other, and tells each at once: a view that sorts must never see a
/// row that changed and was not told. Returns the other events. (The order of events matters within
/// a task only.)
std::vector<qsizetype> Playhead::applyToKnown(qsizetype first, qsizetype end, bool &isNotable)
{
    std::vector<qsizetype> later;
    std::vector<std::pair<qsizetype, qsizetype>> known; // row and event
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_recording.at(i);
        const bool isOfTask = familyOf(event.kind) == EventFamily::Task;
        const TaskState *task = isOfTask ? latest().task(event.task) : nullptr;
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
        isNotable |= m_projection.apply(m_recording.at(index));
        if (row >= 0 && (run.empty() || row != run.back()))
            run.push_back(row);
    }
    if (!run.empty())
        emit rowsChanged(run);
    return later;
}

/// How many rows \p events will add: no more than views are told may come, so a task that is queued
/// twice, as a foreign recording may have it, counts once.
qsizetype Playhead::newRows(const std::vector<qsizetype> &events) const
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

void Playhead::restart()
{
    const bool wasLive = m_isLive;
    emit aboutToReset();
    m_projection = Projection(m_recording.originNs());
    m_past.clear();
    m_history.clear();
    m_pastEvents = 0;
    m_isLive = true;
    emit reset();
    if (!wasLive)
        emit jumped();
    emit spansChanged();
    emit changed();
}
