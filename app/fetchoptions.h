// SPDX-License-Identifier: MIT
#pragma once

#include "work/job.h"

#include <QStringList>

/// What `loopscope fetch` was asked to do. A value.
struct FetchOptions
{
    QStringList addresses; ///< as given
    QStringList lists; ///< files with an address on each line; "-" is the standard input
    int inFlight = 24;
    int perHost = 6;
    JobOptions job {};
    bool json = false;
    QString trace {}; ///< where to save one; empty: nowhere
    quint32 seed = 1;

    /// Nothing to fetch was named, so it is the practice server's addresses.
    bool wantsPractice() const { return addresses.isEmpty() && lists.isEmpty(); }
};
