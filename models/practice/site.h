// SPDX-License-Identifier: MIT
#pragma once

#include "practice/query.h"
#include "practice/reply.h"
#include "practice/requestparser.h"

#include <QHash>

namespace practice {

class Tally;

/// What all requests share. Lives in the server's thread.
struct Site
{
    quint32 seed = 1;
    QByteArray prefix; ///< "/TOKEN/"
    Tally *tally = nullptr;
    QHash<QByteArray, int> failures; ///< of flaky, by key
    std::shared_ptr<int> overload = std::make_shared<int>(0); ///< requests in it right now
};

/// One request to an endpoint. Lives as long as the endpoint's function runs.
struct Call
{
    const Request &request;
    QByteArrayView path; ///< "image/17", without token and query
    QByteArrayView argument; ///< "17"
    Query &query;
    Site &site;
};

} // namespace practice
