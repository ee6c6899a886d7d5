// SPDX-License-Identifier: MIT
#pragma once

#include "server/site.h"

#include <QCache>
#include <QThreadPool>

namespace practice {

using SharedReply = std::shared_ptr<const Reply>;

/// Finds the reply to a request: checks the token, looks into the cache, asks the endpoint. Lives
/// in the server's thread and owns the pool for what takes longer.
class Router
{
public:
    /// \p context lives in the server's thread and outlives the router.
    Router(QObject *context, quint32 seed, const QByteArray &token, Tally *tally,
           qint64 cacheLimit);
    Q_DISABLE_COPY_MOVE(Router)
    ~Router();

    /// Never null. When its `later` is set, it still has to be made.
    SharedReply answer(const Request &request);
    /// Makes \p order on the pool, then calls \p done here, unless \p client is gone by then.
    void make(const SharedReply &order, QObject *client,
              const std::function<void(const SharedReply &)> &done);

private:
    SharedReply compose(const Request &request, QByteArrayView path);
    Reply ask(const Request &request, QByteArrayView path, Query &query);
    void keep(const SharedReply &reply);

    QObject *m_context;
    Tally *m_tally;
    Site m_site;
    SharedReply m_notFound;
    QCache<QByteArray, SharedReply> m_cache; // cost in bytes
    QThreadPool m_pool;
};

} // namespace practice
