// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QHash>
#include <QList>

#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>

/// Whatever can be cancelled, whoever does it: one map from task to std::stop_source. A task is in
/// it from TaskHandle::stopToken() to its end, or until cancelAll() meets it; that a stop reaches
/// its children is the matter of whoever does the task. All functions from any thread.
class Cancellation final : public std::enable_shared_from_this<Cancellation>
{
public:
    /// Something was asked for and its tasks are still to come. For as long as this lives it counts
    /// as running; only cancelAll() can cancel it. Whoever makes a task of it looks at
    /// isCancelled() once that has its stopToken(), so that no cancelAll() falls in between.
    class Intent
    {
    public:
        explicit Intent(Cancellation &cancellation);
        Q_DISABLE_COPY_MOVE(Intent)
        ~Intent() { --m_cancellation->m_count; }

        bool isCancelled() const { return m_cancellation->m_round != m_round; }

    private:
        const std::shared_ptr<Cancellation> m_cancellation;
        const quint64 m_round;
    };

    /// Those of \p tasks that have not ended. Of many, the stops follow from a pool thread; so they
    /// do after cancelAll().
    void cancel(const QList<TaskId> &tasks);
    void cancel(TaskId task);
    void cancelAll();
    /// Tasks that have not ended, asked to stop or not, and intents.
    int count() const { return m_count; }

private:
    friend class TaskHandle;
    std::stop_token add(TaskId task);
    void remove(TaskId task);

    std::mutex m_mutex; // guards m_stops
    QHash<TaskId, std::stop_source> m_stops; // of those cancelAll() has not met
    std::atomic<int> m_count = 0;
    std::atomic<quint64> m_round = 0; // counts calls of cancelAll()
};
