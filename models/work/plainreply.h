// SPDX-License-Identifier: MIT
#pragma once

#include "work/fetchrequest.h"

/// Reads what a blocking socket received: status line, fields, and a body that ends with the
/// connection or with Content-Length. Enough for the demonstration of a blocking fetch, which
/// knows neither chunks nor compression; such a body is marked as unverified.
namespace PlainReply {
FetchResult parse(const QByteArray &bytes);
}
