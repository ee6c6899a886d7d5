// SPDX-License-Identifier: MIT
#pragma once

#include "job/job.h"
#include "shared/chaosledger.h"

#include <QFutureWatcher>

#include <memory>

/// Someone who waits for results and may go at any moment. Whoever is there is told each result
/// exactly once, and nobody is told anything after that.
class ChaosReceiver final : public QObject
{
public:
    explicit ChaosReceiver(ChaosLedger &ledger)
        : m_ledger(ledger)
    {
    }
    ~ChaosReceiver() override { m_state->isThere = false; }

    template <typename Value> void watch(const QFuture<Value> &future)
    {
        auto *watcher = new QFutureWatcher<Value>(this);
        ++m_state->awaited;
        connect(watcher, &QFutureWatcherBase::finished, this,
                [state = m_state, &ledger = m_ledger, times = 0]() mutable {
                    state->check(ledger);
                    if (++times > 1)
                        ledger.fault(QStringLiteral("a receiver was told twice"));
                    --state->awaited;
                });
        watcher->setFuture(future);
    }
    /// \p isThere tells whether the job still is.
    void watch(const Job &job, const std::shared_ptr<bool> &isThere)
    {
        const auto check = [state = m_state, &ledger = m_ledger, isThere] {
            state->check(ledger);
            if (!*isThere)
                ledger.fault(QStringLiteral("a job that is gone tells something"));
        };
        connect(&job, &Job::imageReady, this, check);
        connect(&job, &Job::finished, this, check);
    }
    int awaited() const { return m_state->awaited; }

private:
    struct State
    {
        void check(ChaosLedger &ledger) const
        {
            if (!isThere)
                ledger.fault(QStringLiteral("a receiver that is gone was told something"));
        }
        bool isThere = true;
        int awaited = 0;
    };
    ChaosLedger &m_ledger;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};
