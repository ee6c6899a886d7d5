// SPDX-License-Identifier: MIT
#pragma once

#include "compute/computepool.h"
#include "shared/plug.h"

#include <QTest>
#include <QThreadPool>

#include <latch>
#include <memory>

// Threads that are made when they are first needed and kept from then on. How many a run needs
// depends on how fast the machine is, so a test that counts what there is makes all of them first.

/// Of Qt Concurrent, whose pool is also made by the first wait for a future that is not finished
/// yet.
inline void startThreadsOfQt()
{
    QThreadPool &pool = *QThreadPool::globalInstance();
    pool.setExpiryTimeout(-1);
    const auto allRun = std::make_shared<std::latch>(pool.maxThreadCount() + 1);
    for (int i = 0; i < pool.maxThreadCount(); ++i)
        pool.start([allRun] { allRun->arrive_and_wait(); });
    allRun->arrive_and_wait(); // waitForDone() would end them again
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
