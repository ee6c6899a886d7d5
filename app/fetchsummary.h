// SPDX-License-Identifier: MIT
#pragma once

#include "loop/laghistogram.h"

/// How a whole run ended. A value.
struct FetchSummary
{
    int succeeded = 0;
    int failed = 0;
    int cancelled = 0;
    int timedOut = 0;
    int abandoned = 0;
    int rejected = 0;
    qint64 elapsedNs = 0;
    LagSummary lag {}; ///< of the loop of the command

    int total() const { return succeeded + failed + cancelled + timedOut + abandoned + rejected; }
    bool isAllWell() const { return succeeded == total(); }
};
