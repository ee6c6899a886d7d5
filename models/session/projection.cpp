// SPDX-License-Identifier: MIT
#include "session/projection.h"

#include <algorithm>

bool Projection::apply(const TaskEvent &event)
{
    if (event.kind == EventKind::Lag)
        m_lateBeats.push_back({event.timeNs, event.value});
    if (familyOf(event.kind) == EventFamily::Stall) {
        const StallReceipt *stall = m_stalls.apply(event, m_board);
        if (stall)
            m_spans.setStall(quint32(m_stalls.numberOf(stall->id) - 1), *stall);
        return stall;
    }
    m_board.apply(event);
    return m_spans.apply(event, m_board);
}

std::span<const LateBeat> Projection::lateBeats(qint64 fromNs, qint64 toNs) const
{
    const auto begin = std::ranges::upper_bound(m_lateBeats, fromNs, {}, &LateBeat::timeNs);
    const auto end
        = std::ranges::upper_bound(begin, m_lateBeats.end(), toNs, {}, &LateBeat::timeNs);
    return {begin, end};
}

TaskId Projection::parentOf(TaskId task) const
{
    const TaskState *state = m_board.task(task);
    return state ? state->parent : TaskId::None;
}

QList<TaskId> Projection::childrenOf(TaskId task) const
{
    QList<TaskId> children;
    for (const qsizetype place : m_spans.childrenOf(m_board.indexOf(task)))
        children.append(m_board.at(place).id);
    return children;
}

QString Projection::culpritTextOf(TaskId stall) const
{
    const StallReceipt *receipt = m_stalls.find(stall);
    return receipt ? receipt->culpritText() : QString();
}
