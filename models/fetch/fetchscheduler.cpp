// SPDX-License-Identifier: MIT
#include "fetch/fetchscheduler.h"

#include <algorithm>

int SlotPool::take()
{
    if (m_free.empty())
        return m_next++;
    return m_free.extract(m_free.begin()).value();
}

void FetchScheduler::setLimits(int inFlight, int perHost)
{
    m_maxInFlight = std::max(1, inFlight);
    m_maxPerHost = std::max(1, perHost);
    QList<QString> names;
    for (const auto &[name, host] : m_hosts)
        names.append(name);
    for (const QString &name : names)
        update(name);
}

void FetchScheduler::enqueue(quint64 ticket, const QString &host)
{
    m_waiting += m_hosts[host].queue.insert(ticket).second;
    update(host);
}

void FetchScheduler::remove(quint64 ticket, const QString &host)
{
    const auto found = m_hosts.find(host);
    if (found == m_hosts.end())
        return;
    m_waiting -= int(found->second.queue.erase(ticket));
    update(host);
}

std::optional<FetchScheduler::Start> FetchScheduler::next()
{
    if (m_ready.empty() || inFlight() >= m_maxInFlight)
        return std::nullopt;
    const QString name = m_ready.begin()->second;
    Host &host = m_hosts.at(name);
    const quint64 ticket = host.queue.extract(host.queue.begin()).value();
    --m_waiting;
    const Start start {ticket, m_slots.take(), host.numbers.take()};
    update(name);
    return start;
}

void FetchScheduler::release(const Start &start, const QString &host)
{
    m_slots.giveBack(start.slot);
    m_hosts.at(host).numbers.giveBack(start.hostSlot);
    update(host);
}

void FetchScheduler::update(const QString &name)
{
    const auto found = m_hosts.find(name);
    Host &host = found->second;
    if (host.readyTicket)
        m_ready.erase(*host.readyTicket);
    host.readyTicket.reset();
    if (!host.queue.empty() && host.numbers.taken() < m_maxPerHost) {
        host.readyTicket = *host.queue.begin();
        m_ready.emplace(*host.readyTicket, name);
    } else if (host.queue.empty() && host.numbers.taken() == 0) {
        m_hosts.erase(found);
    }
}
