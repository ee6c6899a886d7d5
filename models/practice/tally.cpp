// SPDX-License-Identifier: MIT
#include "practice/tally.h"

namespace practice {

void Tally::connected()
{
    m_connections.fetch_add(1, std::memory_order_relaxed);
    raise(m_peakOpen, ++m_open);
}

ServerCounters Tally::snapshot() const
{
    return {.requests = m_requests,
            .connections = m_connections,
            .openConnections = m_open,
            .peakConnections = m_peakOpen,
            .concurrent = m_concurrent,
            .peakConcurrent = m_peakConcurrent,
            .rejected = m_rejected,
            .peakBuffered = m_peakBuffered};
}

void Tally::reset()
{
    m_requests = 0;
    m_connections = 0;
    m_rejected = 0;
    m_peakBuffered = 0;
    m_peakOpen = m_open.load();
    m_peakConcurrent = m_concurrent.load();
}

} // namespace practice
