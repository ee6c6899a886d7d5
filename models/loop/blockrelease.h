// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <mutex>
#include <optional>
#include <stop_token>

/// Ends a block of the loop that was made on purpose, from outside of that loop. Thread-safe.
class BlockRelease
{
public:
    BlockRelease() = default;
    Q_DISABLE_COPY_MOVE(BlockRelease)

    /// A block is on, for as long as this lives. On the blocked thread. One that a nested loop
    /// brings within another is a part of that one and ends with it.
    class Block
    {
    public:
        explicit Block(BlockRelease &release)
            : m_release(release)
            , m_stop(release.begin())
        {
        }
        Q_DISABLE_COPY_MOVE(Block)
        ~Block() { m_release.end(); }

        std::stop_token token() const { return m_stop; }
        bool wasReleased() const { return m_stop.stop_requested(); }

    private:
        BlockRelease &m_release;
        std::stop_token m_stop;
    };

    bool isBlocking() const
    {
        const std::lock_guard lock(m_mutex);
        return m_source.has_value();
    }
    /// Ends the block that is on; nothing happens without one.
    void request()
    {
        std::stop_source source(std::nostopstate);
        {
            const std::lock_guard lock(m_mutex);
            if (!m_source)
                return;
            source = *m_source;
        }
        source.request_stop(); // without the lock: what it calls may come back here
    }

private:
    std::stop_token begin()
    {
        const std::lock_guard lock(m_mutex);
        if (m_depth++ == 0)
            m_source.emplace();
        return m_source->get_token();
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        if (--m_depth == 0)
            m_source.reset();
    }

    mutable std::mutex m_mutex; // guards the others
    std::optional<std::stop_source> m_source;
    int m_depth = 0; // blocks within each other
};
