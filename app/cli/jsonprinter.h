// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/fetchprinter.h"

/// A JSON object on each line, the keys always in the same order.
class JsonPrinter final : public FetchPrinter
{
public:
    QByteArray rejected(const RejectedAddress &address) const override;
    QByteArray finished(const TaskState &task) const override;
    QByteArray summary(const FetchSummary &summary) const override;
};
