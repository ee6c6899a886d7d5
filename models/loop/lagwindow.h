// SPDX-License-Identifier: MIT
#pragma once

#include "record/laghistogram.h"

#include <array>

/// The lags of the last ten seconds, in 20 slices of half a second: a slice is dropped as a whole,
/// so the window reaches back 9.5 to 10 s. Times are those of Recorder::now() and never go back.
class LagWindow
{
public:
    static constexpr qint64 lengthNs = 10'000'000'000;

    void add(qint64 timeNs, qint64 lagNs);
    /// What is in the window at \p timeNs.
    LagSummary summary(qint64 timeNs) const;

private:
    static constexpr int sliceCount = 20;
    static constexpr qint64 sliceNs = lengthNs / sliceCount;

    struct Slice
    {
        qint64 number = -1; // time / sliceNs
        LagHistogram lags;
    };
    std::array<Slice, sliceCount> m_slices;
};
