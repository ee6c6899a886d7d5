// SPDX-License-Identifier: MIT
#pragma once

#include "shared/plug.h"
#include "work/computepool.h"

#include <QTest>
#include <QThreadPool>

#include <latch>

// Threads that are made when they are first needed and kept from then on. How many a run needs
// depends on how fast the machine is, so a test that counts what there is makes all of them first.

/// Of Qt Concurrent, whose pool is also made by the first wait for a future that is not finished
/// yet.
inline void startThreadsOfQt()
{
    QThreadPool &pool = *QThreadPool::globalInstance();
    pool.setExpiryTimeout(-1);
    std::latch allRun(pool.maxThreadCount());
    for (int i = 0; i < pool.maxThreadCount(); ++i)
        pool.start([&allRun] { allRun.arrive_and_wait(); });
    pool.waitForDone();
}

/// Of \p pool, by a task for each. False if they did not all run within the guard.
inline bool startThreadsOf(ComputePool &pool)
{
    Plug plug;
    QList<QFuture<Computed<int>>> all;
    for (int i = 0; i < pool.threadCount(); ++i)
        all.append(pool.run(QStringLiteral("needs a thread"), plug.kernel()));
    const bool allRun
        = QTest::qWaitFor([&] { return plug.running() == pool.threadCount(); }, 60'000);
    plug.release();
    for (auto &future : all)
        future.waitForFinished();
    return allRun;
}
