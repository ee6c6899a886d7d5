// SPDX-License-Identifier: MIT
#pragma once

#include <QCoro/QCoroTask>
#include <QFuture>
#include <QPromise>

#include <deque>
#include <utility>

/// So many at once and no more. A coroutine that finds no room is suspended, which blocks nobody,
/// and they go on first come, first served. All on one thread, whose loop turns. It outlives its
/// permits and whoever waits for one.
class AsyncSemaphore final
{
public:
    /// Room for one, given back when it goes. Move-only.
    class Permit final
    {
    public:
        Permit(Permit &&other) noexcept
            : m_semaphore(std::exchange(other.m_semaphore, nullptr))
        {
        }
        Permit &operator=(Permit &&other) noexcept
        {
            std::swap(m_semaphore, other.m_semaphore); // the other one gives back what was here
            return *this;
        }
        ~Permit()
        {
            if (m_semaphore)
                m_semaphore->release();
        }

    private:
        friend class AsyncSemaphore;
        explicit Permit(AsyncSemaphore *semaphore)
            : m_semaphore(semaphore)
        {
        }

        AsyncSemaphore *m_semaphore; // null once moved from
    };

    explicit AsyncSemaphore(int permits);
    Q_DISABLE_COPY_MOVE(AsyncSemaphore)
    ~AsyncSemaphore();

    /// co_await it, and keep what it gives for as long as the room is needed.
    QCoro::Task<Permit> acquire();
    /// Free right now; never while somebody waits.
    int available() const { return m_available; }
    int waiting() const { return int(m_waiting.size()); }

private:
    static QCoro::Task<Permit> permitOf(AsyncSemaphore *semaphore, QFuture<void> turn);
    QFuture<void> turn();
    void release();

    int m_available;
    std::deque<QPromise<void>> m_waiting; // each has its permit once it is finished
};
