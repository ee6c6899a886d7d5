// SPDX-License-Identifier: MIT
#include "practice/router.h"

#include "practice/endpoints.h"
#include "practice/tally.h"

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace practice {

namespace {

constexpr int poolThreads = 2;
constexpr qint64 entryCost = 512; // of a cached reply besides its bytes
constexpr int longestDelay = 600'000;

/// The thread that paints for the server must not compete with a GUI in the same process.
void stepBack()
{
#ifdef Q_OS_LINUX
    thread_local const int done = setpriority(PRIO_PROCESS, id_t(gettid()), 10);
    Q_UNUSED(done);
#endif
}

bool isReading(const Request &request)
{
    return request.method == Method::Get || request.method == Method::Head;
}

} // namespace

Router::Router(quint32 seed, const QByteArray &token, Tally *tally, qint64 cacheLimit)
    : m_tally(tally)
    , m_cache(qsizetype(cacheLimit))
{
    m_site.seed = seed;
    m_site.prefix = '/' + token + '/';
    m_site.tally = tally;
    m_notFound = std::make_shared<Reply>(
        rawReply(makeHead(404, {}, 0, "Connection: close\r\n"), Reply::Ending::Close));
    m_pool.setMaxThreadCount(poolThreads);
}

Router::~Router()
{
    m_pool.clear();
    m_pool.waitForDone();
}

SharedReply Router::answer(const Request &request)
{
    if (!request.target.startsWith(m_site.prefix)) {
        m_tally->countRejected();
        return m_notFound;
    }
    m_tally->countRequest();
    const QByteArrayView path = request.target.sliced(m_site.prefix.size());
    if (isReading(request)) {
        const auto key = QByteArray::fromRawData(path.data(), path.size());
        if (const SharedReply *ready = m_cache.object(key))
            return *ready;
    }
    return compose(request, path);
}

SharedReply Router::compose(const Request &request, QByteArrayView path)
{
    const qsizetype mark = path.indexOf('?');
    Query query(mark < 0 ? QByteArrayView() : path.sliced(mark + 1));
    Reply reply = ask(request, mark < 0 ? path : path.first(mark), query);
    if (query.has("fail"))
        reply = sentence(int(query.number("fail", 500, 400, 599)), "You asked for a failure.");
    const std::chrono::milliseconds delay(query.number("delay", 0, 0, longestDelay));
    if (!query.problem().isEmpty())
        reply = sentence(400, query.problem());
    else
        reply.delay += delay;
    if (isReading(request))
        reply.cacheKey = path.toByteArray();
    else
        reply.cacheCost = Reply::neverCached;
    const auto shared = std::make_shared<const Reply>(std::move(reply));
    keep(shared);
    return shared;
}

Reply Router::ask(const Request &request, QByteArrayView path, Query &query)
{
    constexpr QByteArrayView allow = "Allow: GET, HEAD, POST, OPTIONS\r\n";
    if (request.method == Method::Options)
        return sentence(204, {}, allow);
    if (request.method == Method::Put || request.method == Method::Delete)
        return sentence(405, "Nothing here can be changed.", allow);
    const qsizetype slash = path.indexOf('/');
    const QByteArrayView name = slash < 0 ? path : path.first(slash);
    const Endpoint endpoint = endpointOf(name);
    if (!endpoint)
        return sentence(404, "There is no endpoint '" + name.toByteArray() + "' here.");
    Call call {.request = request,
               .path = path,
               .argument = slash < 0 ? QByteArrayView() : path.sliced(slash + 1),
               .query = query,
               .site = m_site};
    return endpoint(call);
}

/// Queues of our own carry the orders there and back, because a race detector can see their lock;
/// those of Qt are out of its sight, and every order would look like a race.
void Router::make(const SharedReply &order, QObject *client, const Done &done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ordered.push_back({order, client, done});
    }
    m_pool.start([this] { makeNext(); });
}

void Router::makeNext()
{
    stepBack();
    Order order;
    {
        const std::lock_guard lock(m_mutex);
        order = std::move(m_ordered.front());
        m_ordered.pop_front();
    }
    Reply reply = order.reply->later();
    reply.delay += order.reply->delay;
    if (order.reply->cacheCost == Reply::neverCached)
        reply.cacheCost = Reply::neverCached;
    reply.cacheKey = order.reply->cacheKey;
    order.reply = std::make_shared<const Reply>(std::move(reply));
    const std::lock_guard lock(m_mutex);
    m_made.push_back(std::move(order));
    if (m_made.size() == 1)
        QMetaObject::invokeMethod(this, &Router::deliver, Qt::QueuedConnection);
}

void Router::deliver()
{
    std::deque<Order> made;
    {
        const std::lock_guard lock(m_mutex);
        made.swap(m_made);
    }
    for (const Order &order : made) {
        keep(order.reply);
        if (order.client)
            order.done(order.reply);
    }
}

void Router::keep(const SharedReply &reply)
{
    if (reply->later || reply->cacheCost == Reply::neverCached)
        return;
    const qint64 cost = reply->cacheCost + reply->cacheKey.size() + entryCost;
    m_cache.insert(reply->cacheKey, new SharedReply(reply), qsizetype(cost));
}

} // namespace practice
