// SPDX-License-Identifier: MIT
#include "record/outcome.h"

using namespace Qt::StringLiterals;

QLatin1StringView outcomeName(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Succeeded: return "succeeded"_L1;
    case Outcome::Kind::Failed: return "failed"_L1;
    case Outcome::Kind::Cancelled: return "cancelled"_L1;
    case Outcome::Kind::TimedOut: return "timedOut"_L1;
    case Outcome::Kind::Abandoned: return "abandoned"_L1;
    }
    Q_UNREACHABLE();
}
