// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <memory>
#include <vector>

/// The events of a recording up to some moment, as a value: copying it costs a pointer for each
/// 4096 events. The copy may be read, and destroyed, on any thread while the recording goes on,
/// since an event that was appended never changes and never moves.
class Snapshot
{
public:
    Snapshot() = default;
    explicit Snapshot(qint64 originNs)
        : m_originNs(originNs)
    {
    }

    qsizetype size() const { return m_size; }
    const TaskEvent &at(qsizetype index) const
    {
        return m_chunks[size_t(index) / chunkSize][index % chunkSize];
    }
    /// When the recording began; TaskEvent::timeNs.
    qint64 originNs() const { return m_originNs; }
    /// The time of the last event; the origin when there is none.
    qint64 endNs() const { return m_size == 0 ? m_originNs : at(m_size - 1).timeNs; }

    /// Only for who made it: two copies that both grow would write to the same place.
    void append(TaskEvent &&event);

private:
    static constexpr qsizetype chunkSize = 4096;

    std::vector<std::shared_ptr<TaskEvent[]>> m_chunks;
    qsizetype m_size = 0;
    qint64 m_originNs = 0;
};
