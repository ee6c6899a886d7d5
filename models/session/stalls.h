// SPDX-License-Identifier: MIT
#pragma once

#include "session/stallreceipt.h"

#include <QHash>

#include <deque>

class Board;

/// The stalls of a recording with their receipts, numbered from 1 in the order they began:
/// the part of a Projection that knows them. Keeps the newest ones only, so that its memory has a
/// bound. A value.
class Stalls
{
public:
    static constexpr qsizetype mostKept = 1'000;

    explicit Stalls(qsizetype most = mostKept)
        : m_most(most)
    {
    }

    /// Takes the next event of the family of stalls; \p board knows the tasks up to it. Returns the
    /// receipt it changed, valid until the next event; nullptr when it is about none that is kept.
    const StallReceipt *apply(const TaskEvent &event, const Board &board);

    /// How often anything about any of them changed.
    quint64 revision() const { return m_revision; }
    qint64 lastNumber() const { return m_lastNumber; }
    /// Of the oldest one that is kept; above lastNumber() when there is none.
    qint64 firstNumber() const { return m_lastNumber + 1 - qint64(m_receipts.size()); }
    /// \p number is one that is kept.
    const StallReceipt &at(qint64 number) const
    {
        return m_receipts[size_t(number - firstNumber())];
    }
    /// nullptr when it is not kept.
    const StallReceipt *find(TaskId stall) const;
    qint64 numberOf(TaskId stall) const { return m_numbers.value(stall, 0); } ///< 0: not kept

private:
    void begin(TaskId stall);

    qsizetype m_most;
    std::deque<StallReceipt> m_receipts; // oldest first
    QHash<TaskId, qint64> m_numbers;
    qint64 m_lastNumber = 0;
    quint64 m_revision = 0;
};
