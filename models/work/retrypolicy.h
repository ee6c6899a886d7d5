// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

class QRandomGenerator;

/// When and how a failed attempt is repeated. Pure functions.
namespace RetryPolicy {

/// GET, HEAD, PUT, DELETE, OPTIONS and TRACE (RFC 9110, 9.2.2): asking twice does no harm.
bool isIdempotent(const QByteArray &method);
/// 408, 425, 429, 500, 502, 503 and 504: the server may do better in a moment.
bool isRetryableStatus(int status);
/// The value of a Retry-After field, seconds or HTTP date, as a wait from \p now.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &field, const QDateTime &now);
/// Exponential backoff with full jitter (Marc Brooker, "Exponential Backoff And Jitter", 2015), but
/// never below half: a wait between base·2^(attempt-1)/2 and base·2^(attempt-1), at most 10 s.
/// \p attempt counts from 1.
std::chrono::milliseconds backoff(int attempt, QRandomGenerator &random);

} // namespace RetryPolicy
