// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>

/// When the next limit of each flight is over, and one timer for the earliest. Times are those of
/// Recorder::now(), in nanoseconds. Belongs to the thread of its context.
class Deadlines final
{
public:
    /// So late is nobody whom load alone keeps.
    static constexpr qint64 heldNs = 250'000'000;

    /// \p onDue is called by the loop when the earliest is over, or before. This moves to another
    /// thread with \p context, which outlives it.
    Deadlines(QObject *context, std::function<void()> onDue);

    /// The deadline of \p ticket from now on; Recorder::never for none.
    void set(quint64 ticket, qint64 dueNs);
    /// Leaves the timer as it is: to look once in vain is cheaper than to move it.
    void remove(quint64 ticket);
    /// The ticket with the earliest deadline, if that is over at \p nowNs.
    std::optional<quint64> due(qint64 nowNs) const;
    /// By how much the earliest is over at \p nowNs. There has to be one.
    qint64 lateNs(qint64 nowNs) const { return nowNs - m_order.begin()->first; }
    bool isEmpty() const { return m_order.empty(); }

    /// Has the timer go off in time, or not at all when there is nothing to wait for.
    void arm();

private:
    std::set<std::pair<qint64, quint64>> m_order; // time and ticket
    std::unordered_map<quint64, qint64> m_times;
    QTimer m_timer;
    qint64 m_timerNs = 0; // the deadline it was started for
};
