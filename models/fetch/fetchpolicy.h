// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"

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

/// Where a redirect may lead, and what of the request goes there. Pure functions.
namespace RedirectPolicy {

constexpr int maxHops = 10;

/// Scheme, host and port: what a connection and a person's trust belong to.
QString origin(const QUrl &url);

/// The address that \p location, the field of a reply from \p from, means. Without a user name or
/// password: those are never taken over from a server. Nothing when there is no usable address.
std::optional<QUrl> target(const QUrl &from, const QByteArray &location);

/// Empty when a redirect from \p from to the last of \p hops may be followed, otherwise the reason.
QString refusal(const QUrl &from, const QList<QUrl> &hops);

/// Turns \p request into the one for \p to. RFC 9110, 15.4: which status turns POST into GET, and
/// that fields which prove who asks are not for another origin.
void follow(FetchRequest &request, const QUrl &from, const QUrl &to, int status);

} // namespace RedirectPolicy
