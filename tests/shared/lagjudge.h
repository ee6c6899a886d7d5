// SPDX-License-Identifier: MIT
#pragma once

#include "shared/loopwatch.h"

#include <QTest>

#include <functional>
#include <utility>

/// Whether \p measure is good once out of three times; each is reported with its figures. What a
/// measurement of time says may be the doing of the machine and its other programs; what it says
/// three times is that of the test. On the test's thread.
inline bool holdsOnceOfThree(const std::function<std::pair<bool, QByteArray>()> &measure)
{
    for (int i = 1; i <= 3; ++i) {
        const auto [isGood, figures] = measure();
        if (QTest::currentTestFailed())
            return false;
        qInfo("measurement %d of at most 3, %s: %s", i, isGood ? "good" : "bad",
              figures.constData());
        if (isGood)
            return true;
    }
    return false;
}

/// Whether the loop of this thread lived, once out of three times, while \p provoke did something.
/// It has the watch active while its loop runs, for longer than a beat, and is repeated until
/// enough beats were due: fewer say nothing of a loop.
inline bool loopLives(const std::function<void(LoopWatch &)> &provoke)
{
    constexpr qint64 enough = 10;
    return holdsOnceOfThree([&]() -> std::pair<bool, QByteArray> {
        LoopWatch watch;
        for (int i = 0; i < 100 && watch.ours().count < enough; ++i) {
            provoke(watch);
            if (QTest::currentTestFailed() || !watch.lived())
                break;
        }
        const bool wasWatched = watch.ours().count >= enough || !watch.lived();
        return {wasWatched && watch.lived(),
                wasWatched ? watch.figures() : QByteArray("the loop was never watched")};
    });
}
