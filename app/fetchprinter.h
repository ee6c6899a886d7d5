// SPDX-License-Identifier: MIT
#pragma once

#include "app/fetchsummary.h"

#include <QByteArray>

struct RejectedAddress;
struct TaskState;

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
