// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// How a task ended. The five kinds are never mixed up: a timeout is not a cancel, a cancel is not
/// a failure, and Abandoned means that nobody ever said how it ended.
struct Outcome
{
    enum class Kind : quint8 { Succeeded, Failed, Cancelled, TimedOut, Abandoned };

    Kind kind = Kind::Abandoned;
    QString message; ///< a sentence a person can act on; may be empty when it succeeded

    static Outcome succeeded(QString message = {}) { return {Kind::Succeeded, std::move(message)}; }
    static Outcome failed(QString message) { return {Kind::Failed, std::move(message)}; }
    static Outcome cancelled(QString message = {}) { return {Kind::Cancelled, std::move(message)}; }
    static Outcome timedOut(QString message) { return {Kind::TimedOut, std::move(message)}; }

    bool hasSucceeded() const { return kind == Kind::Succeeded; }
    bool operator==(const Outcome &) const = default;
};

/// "succeeded", "failed", "cancelled", "timedOut", "abandoned": for reports, never translated.
QLatin1StringView outcomeName(Outcome::Kind kind);
