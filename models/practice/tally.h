// SPDX-License-Identifier: MIT
#pragma once

#include "practice/servercounters.h"

#include <atomic>

namespace practice {

/// The living ServerCounters. Only the server's thread counts; any thread may look and reset.
class Tally
{
public:
    void countRequest() { m_requests.fetch_add(1, std::memory_order_relaxed); }
    void countRejected() { m_rejected.fetch_add(1, std::memory_order_relaxed); }
    void connected();
    void disconnected() { m_open.fetch_sub(1, std::memory_order_relaxed); }
    void begun() { raise(m_peakConcurrent, ++m_concurrent); }
    void done() { --m_concurrent; }
    void buffered(qint64 bytes) { raise(m_peakBuffered, bytes); }
    int open() const { return m_open.load(std::memory_order_relaxed); }

    ServerCounters snapshot() const;
    /// What is open or being answered stays counted, and becomes the new peak.
    void reset();

private:
    template <typename T> static void raise(std::atomic<T> &peak, T value)
    {
        if (value > peak.load(std::memory_order_relaxed))
            peak.store(value, std::memory_order_relaxed);
    }

    std::atomic<qint64> m_requests = 0;
    std::atomic<qint64> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::atomic<int> m_peakOpen = 0;
    std::atomic<int> m_concurrent = 0;
    std::atomic<int> m_peakConcurrent = 0;
    std::atomic<qint64> m_rejected = 0;
    std::atomic<qint64> m_peakBuffered = 0;
};

} // namespace practice
