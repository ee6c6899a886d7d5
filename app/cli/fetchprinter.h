// SPDX-License-Identifier: MIT
#pragma once

#include "record/laghistogram.h"

#include <QByteArray>

struct RejectedAddress;
struct TaskState;

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

/// The words for the outcomes of `loopscope fetch`: whole lines, UTF-8. Pure.
class FetchPrinter
{
public:
    virtual ~FetchPrinter() = default;

    virtual QByteArray heading() const { return {}; }
    virtual QByteArray rejected(const RejectedAddress &address) const = 0;
    /// \p task has finished.
    virtual QByteArray finished(const TaskState &task) const = 0;
    virtual QByteArray summary(const FetchSummary &summary) const = 0;
};
