// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QCoreApplication>
#include <QHash>

#include <limits>

/// Whether events, which come one after the other, could be those of a real recording: in order of
/// time, with numbers that everything that is computed from them can bear, tasks whose parents came
/// before them, and stalls that began. Views rely on that.
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
    /// Of tasks and stalls.
    qsizetype taskCount() const { return m_known.size(); }

private:
    /// Whom a number names.
    struct Named
    {
        enum class Kind : quint8 { Unseen, Task, Stall }; ///< Unseen: as a parent only
        Kind kind = Kind::Unseen;
        qint32 stacks = 0; ///< of a stall so far
    };

    QString ofTime(const TaskEvent &event);
    QString ofCode(const TaskEvent &event) const;
    QString ofValue(const TaskEvent &event) const;
    QString ofNumbers(const TaskEvent &event);
    QString ofQueued(const TaskEvent &event);
    QString ofStall(const TaskEvent &event);
    static QString ofSample(Named &stall, const TaskEvent &event);

    qint64 m_originNs;
    qint64 m_lastNs = std::numeric_limits<qint64>::min(); // the first may be older than the origin
    QHash<TaskId, Named> m_known;
};
