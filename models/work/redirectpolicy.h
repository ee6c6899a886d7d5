// SPDX-License-Identifier: MIT
#pragma once

#include "work/fetchrequest.h"

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
