// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>

/// How late heartbeats are drawn, those of the window and those of a run alike, so that one is read
/// by what the other taught: a bar as high as the logarithm of its lag, and from the threshold on a
/// stall. A value; lags in nanoseconds, the rest in logical pixels.
struct LagScale
{
    static constexpr int columnWidth = 3; ///< a bar of two pixels and a gap
    static constexpr double lowestNs = 100'000;
    static constexpr double highestNs = 3'000'000'000;

    std::chrono::nanoseconds threshold; ///< LoopMonitor::stallThreshold()

    bool isStall(qint64 lagNs) const { return lagNs >= threshold.count(); }
    /// Of a bar within \p room.
    static int height(qint64 lagNs, int room)
    {
        const double lag = std::max(double(lagNs), lowestNs);
        const double share = std::log(lag / lowestNs) / std::log(highestNs / lowestNs);
        return std::clamp(int(std::lround(share * (room - 2))), 2, room);
    }
};
