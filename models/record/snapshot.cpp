// SPDX-License-Identifier: MIT
#include "record/snapshot.h"

void Snapshot::append(TaskEvent &&event)
{
    if (m_size == qsizetype(m_chunks.size()) * chunkSize)
        m_chunks.push_back(std::make_shared<TaskEvent[]>(chunkSize));
    m_chunks.back()[m_size % chunkSize] = std::move(event);
    ++m_size;
}
