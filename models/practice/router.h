// SPDX-License-Identifier: MIT
#pragma once

#include "practice/site.h"

#include <QCache>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <deque>
#include <mutex>

namespace practice {

using SharedReply = std::shared_ptr<const Reply>;

/// Finds the reply to a request: checks the token, looks into the cache, asks the endpoint. Lives
/// in the server's thread and owns the pool for what takes longer.
class Router final : public QObject
{
public:
    using Done = std::function<void(const SharedReply &)>;

    Router(quint32 seed, const QByteArray &token, Tally *tally, qint64 cacheLimit);
    ~Router() override;

    /// Never null. When its `later` is set, it still has to be made.
    SharedReply answer(const Request &request);
    /// Makes \p order on the pool, then calls \p done here, unless \p client is gone by then.
    void make(const SharedReply &order, QObject *client, const Done &done);

private:
    struct Order
    {
        SharedReply reply; // what is to be made, then what was made
        QPointer<QObject> client;
        Done done;
    };

    SharedReply compose(const Request &request, QByteArrayView path);
    Reply ask(const Request &request, QByteArrayView path, Query &query);
    void makeNext();
    void deliver();
    void keep(const SharedReply &reply);

    Tally *m_tally;
    Site m_site;
    SharedReply m_notFound;
    QCache<QByteArray, SharedReply> m_cache; // cost in bytes
    std::mutex m_mutex; // guards m_ordered and m_made
    std::deque<Order> m_ordered; // one for each start on its way in m_pool
    std::deque<Order> m_made;
    QThreadPool m_pool;
};

} // namespace practice
