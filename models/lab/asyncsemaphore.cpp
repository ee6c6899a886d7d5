// SPDX-License-Identifier: MIT
#include "lab/asyncsemaphore.h"

#include <QCoro/QCoroFuture>

AsyncSemaphore::AsyncSemaphore(int permits)
    : m_available(permits)
{
    Q_ASSERT(permits > 0);
}

AsyncSemaphore::~AsyncSemaphore()
{
    Q_ASSERT(m_waiting.empty()); // or they would wait for ever
}

QCoro::Task<AsyncSemaphore::Permit> AsyncSemaphore::acquire()
{
    return permitOf(this, turn()); // takes its place in the queue now, not when it is awaited
}

QCoro::Task<AsyncSemaphore::Permit> AsyncSemaphore::permitOf(AsyncSemaphore *semaphore,
                                                             QFuture<void> turn)
{
    co_await turn;
    co_return Permit(semaphore);
}

QFuture<void> AsyncSemaphore::turn()
{
    QPromise<void> promise;
    promise.start();
    const QFuture<void> turn = promise.future();
    if (m_available > 0) {
        --m_available;
        promise.finish();
    } else {
        m_waiting.push_back(std::move(promise));
    }
    return turn;
}

/// The permit goes straight to who waits longest, so that nobody who comes now is before them.
void AsyncSemaphore::release()
{
    if (m_waiting.empty()) {
        ++m_available;
        return;
    }
    QPromise<void> next = std::move(m_waiting.front());
    m_waiting.pop_front();
    next.finish(); // its coroutine goes on from the loop, not from within this call
}
