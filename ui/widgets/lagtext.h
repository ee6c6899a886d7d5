// SPDX-License-Identifier: MIT
#pragma once

#include "loop/stall.h"
#include "record/laghistogram.h"

#include <QString>

/// A lag in a person's words and locale: "0.2 ms", "123 ms", "2.01 s".
QString lagText(qint64 ns);
/// "lag p50 0.2 ms, p99 1.4 ms, worst 2.01 s"
QString lagSummaryText(const LagSummary &lags);
/// "frozen 2.01 s" for a hang, "busy 0.4 s" for congestion.
QString stallText(const Stall &stall);
