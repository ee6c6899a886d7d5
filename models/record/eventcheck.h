// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QCoreApplication>
#include <QHash>

#include <limits>

/// Whether events, which come one after the other, could be those of a real recording: in order of
/// time, with numbers that everything that is computed from them can bear, and tasks whose parents
/// came before them. Views rely on that.
class EventCheck
{
    Q_DECLARE_TR_FUNCTIONS(Trace)
public:
    explicit EventCheck(qint64 originNs = 0)
        : m_originNs(originNs)
    {
    }

    /// What is wrong with \p event, in a few words; empty when nothing is.
    QString fault(const TaskEvent &event);
    qsizetype taskCount() const { return m_queued.size(); }

private:
    QString ofTime(const TaskEvent &event);
    QString ofCode(const TaskEvent &event) const;
    QString ofValue(const TaskEvent &event) const;
    QString ofTask(const TaskEvent &event);

    qint64 m_originNs;
    qint64 m_lastNs = std::numeric_limits<qint64>::min(); // the first may be older than the origin
    quint32 m_lowestId = 0;
    quint32 m_highestId = 0;
    QHash<TaskId, bool> m_queued; // true once queued; false: a parent that was never seen
};
