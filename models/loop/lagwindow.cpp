// SPDX-License-Identifier: MIT
#include "loop/lagwindow.h"

void LagWindow::add(qint64 timeNs, qint64 lagNs)
{
    const qint64 number = timeNs / sliceNs;
    Slice &slice = m_slices[size_t(number % sliceCount)];
    if (slice.number != number) {
        slice.number = number;
        slice.lags.clear();
    }
    slice.lags.add(lagNs);
}

LagSummary LagWindow::summary(qint64 timeNs) const
{
    const qint64 newest = timeNs / sliceNs;
    LagHistogram all;
    for (const Slice &slice : m_slices) {
        if (slice.number > newest - sliceCount && slice.number <= newest)
            all += slice.lags;
    }
    return all.summary();
}
