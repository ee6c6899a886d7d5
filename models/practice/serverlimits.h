// SPDX-License-Identifier: MIT
#pragma once

#include "practice/requestparser.h"

#include <chrono>

namespace practice {

/// What the server accepts at most.
struct ServerLimits
{
    RequestParser::Limits request;
    std::chrono::milliseconds receive {10'000}; ///< first to last byte of a request
    std::chrono::milliseconds idle {30'000}; ///< between two requests of a connection
    std::chrono::milliseconds linger {1'000}; ///< for the client to close after the server did
    int connections = 4096;
    qint64 cache = 128 * 1024 * 1024; ///< bytes of ready replies kept
};

} // namespace practice
