// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace practice {

/// What a PracticeServer saw since it was made or its counters were reset.
struct ServerCounters
{
    qint64 requests = 0; ///< with the right token
    qint64 connections = 0; ///< accepted
    int openConnections = 0;
    int peakConnections = 0;
    int concurrent = 0; ///< requests being answered
    int peakConcurrent = 0;
    qint64 rejected = 0; ///< malformed, too large, too slow, wrong token, one too many
    qint64 peakBuffered = 0; ///< most bytes of replies that waited in memory for one slow reader
};

} // namespace practice
