// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <vector>

/// A vector whose copies share what neither has changed: copying costs a pointer for each chunk,
/// and changing an element afterwards copies its chunk once. So many states of a long list that
/// differ in little are cheap to keep, and copies may be read on different threads. References hold
/// until the next change of this copy.
template <typename T> class SharedChunks
{
public:
    static constexpr qsizetype chunkSize = 64;

    qsizetype size() const { return m_size; }
    const T &operator[](qsizetype index) const
    {
        return (*m_chunks[size_t(index / chunkSize)])[size_t(index % chunkSize)];
    }
    T &edit(qsizetype index) { return own(index / chunkSize)[size_t(index % chunkSize)]; }
    T &append(T value)
    {
        if (m_size % chunkSize == 0) {
            m_chunks.push_back(std::make_shared<Chunk>());
            m_chunks.back()->reserve(chunkSize);
        }
        ++m_size;
        return own((m_size - 1) / chunkSize).emplace_back(std::move(value));
    }
    /// Whether \p index is in a chunk that both have in common: then its value is the same.
    bool shares(const SharedChunks &other, qsizetype index) const
    {
        const auto chunk = size_t(index / chunkSize);
        return m_chunks[chunk] == other.m_chunks[chunk];
    }
    /// How many chunks were copied in the making of this; never falls.
    qint64 copiedChunks() const { return m_copied; }

private:
    using Chunk = std::vector<T>;

    Chunk &own(qsizetype index)
    {
        std::shared_ptr<Chunk> &chunk = m_chunks[size_t(index)];
        if (chunk.use_count() > 1) {
            auto copy = std::make_shared<Chunk>();
            copy->reserve(chunkSize);
            copy->assign(chunk->begin(), chunk->end());
            chunk = std::move(copy);
            ++m_copied;
        } else {
            // Another thread that let go of its copy a moment ago has read it to the end.
            std::atomic_thread_fence(std::memory_order_acquire);
        }
        return *chunk;
    }

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    qsizetype m_size = 0;
    qint64 m_copied = 0;
};
