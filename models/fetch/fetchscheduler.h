// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>

/// Hands out the lowest free number first, so that the same few connections stay warm.
class SlotPool
{
public:
    int take(); ///< from 0
    void giveBack(int slot) { m_free.insert(slot); }
    int taken() const { return m_next - int(m_free.size()); }

private:
    std::set<int> m_free;
    int m_next = 0;
};

/// Decides which waiting fetch may start: first in first out, within a limit over all and one per
/// host. Pure logic without network, clock or thread.
class FetchScheduler
{
public:
    struct Start
    {
        quint64 ticket = 0;
        int slot = 0; ///< among all in flight, lowest free first
        int hostSlot = 0; ///< among those of its host, lowest free first
    };

    /// Below one is one. Lower ones end nothing that was started.
    void setLimits(int inFlight, int perHost);
    int maxInFlight() const { return m_maxInFlight; }
    int maxPerHost() const { return m_maxPerHost; }

    /// \p ticket orders the queue: the lowest goes first, so a redirected fetch keeps its turn.
    void enqueue(quint64 ticket, const QString &host);
    /// Takes a ticket out of the queue, if it waits there.
    void remove(quint64 ticket, const QString &host);
    /// The next fetch that may start now, if any; it holds its slots until release().
    std::optional<Start> next();
    /// Gives back the slots of \p start, once.
    void release(const Start &start, const QString &host);

    int waiting() const { return m_waiting; }
    int inFlight() const { return m_slots.taken(); }

private:
    struct Host
    {
        std::set<quint64> queue;
        SlotPool numbers;
        std::optional<quint64> readyTicket; // its key in m_ready
    };
    void update(const QString &name);

    std::map<QString, Host> m_hosts;
    std::map<quint64, QString> m_ready; // first ticket of each host that may start another
    SlotPool m_slots;
    int m_maxInFlight = 24;
    int m_maxPerHost = 6;
    int m_waiting = 0;
};
