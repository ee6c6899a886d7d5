// SPDX-License-Identifier: MIT
#include "record/snapshot.h"

#include <algorithm>

void Snapshot::append(TaskEvent &&event)
{
    if (m_size == qsizetype(m_chunks.size()) * chunkSize)
        m_chunks.push_back(std::make_shared<TaskEvent[]>(chunkSize));
    m_chunks.back()[m_size % chunkSize] = std::move(event);
    ++m_size;
}

void Snapshot::ownTail()
{
    if (m_chunks.empty() || m_chunks.back().use_count() == 1)
        return;
    const std::shared_ptr<TaskEvent[]> shared = m_chunks.back();
    m_chunks.back() = std::make_shared<TaskEvent[]>(chunkSize);
    const qsizetype used = m_size - qsizetype(m_chunks.size() - 1) * chunkSize;
    std::copy_n(shared.get(), used, m_chunks.back().get());
}
