// SPDX-License-Identifier: MIT
// How late the three limits of a fetch are, while 200 requests are in flight and the pool is full.
#include "app/engine.h"
#include "busypool.h"
#include "measure.h"
#include "side.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto asked = 500ms;
constexpr int inFlight = 200;

/// Keeps requests of 1 KiB in flight until it is told to stop.
class Load final
{
public:
    Load(Fetcher &fetcher, const QUrl &address, int count)
        : m_fetcher(fetcher)
        , m_address(address)
        , m_left(std::make_shared<std::atomic<int>>(count))
    {
        for (int i = 0; i < count; ++i)
            next();
    }
    void end()
    {
        m_isOver = true;
        for (int left = *m_left; left > 0; left = *m_left)
            m_left->wait(left);
    }
    qint64 replies() const { return m_replies; }

private:
    void next()
    {
        m_fetcher.fetch({.url = m_address}).then([this, left = m_left](const FetchResult &result) {
            if (!result.outcome.hasSucceeded())
                giveUp(result.outcome.message);
            ++m_replies;
            if (!m_isOver)
                return next();
            --*left; // this may be gone from here on
            left->notify_all();
        });
    }

    Fetcher &m_fetcher;
    const QUrl m_address;
    std::atomic<bool> m_isOver = false;
    std::atomic<qint64> m_replies = 0;
    const std::shared_ptr<std::atomic<int>> m_left;
};

struct Limit
{
    QString path;
    FetchLimits limits;
    bool fromFirstByte; ///< else it counts from the send
};

/// How late \p task, which timed out, was by its record.
void collect(const Board &board, TaskId task, bool fromFirstByte, QJsonArray &late)
{
    const TaskState *state = board.task(task);
    if (!state || state->status != TaskStatus::TimedOut)
        giveUp(u"A limit did not end its fetch as timed out."_s);
    const qint64 beganNs = fromFirstByte ? state->firstByteNs : state->sentNs;
    late.append(double(state->finishedNs - beganNs - std::chrono::nanoseconds(asked).count()) / 1e6);
}

} // namespace

QJsonObject deadlineOurs(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    const std::array<Limit, 3> kinds {{
        {u"hang"_s, {.firstByte = {}, .silence = {}, .total = asked}, false},
        {u"hang"_s, {.firstByte = asked, .silence = {}, .total = {}}, false},
        {u"drip?ms=60000"_s, {.firstByte = {}, .silence = asked, .total = {}}, true},
    }};
    const int each = options.scaled(10, 2);
    Engine engine;
    engine.fetcher().setMaxInFlight(inFlight);
    engine.fetcher().setMaxPerHost(inFlight);
    std::stop_source stop;
    for (int i = 0; i < engine.pool().threadCount(); ++i)
        engine.pool().run(u"busy"_s, endlessKernel(), stop.get_token());
    Load load(engine.fetcher(), options.address(u"bytes/1k"_s), inFlight - int(kinds.size()) * each);
    QJsonArray late;
    for (int batch = 0; batch < options.scaled(6, 1); ++batch) {
        QList<std::pair<QFuture<FetchResult>, bool>> waiting;
        for (const Limit &kind : kinds) {
            for (int i = 0; i < each; ++i) {
                waiting.append({engine.fetcher().fetch({.url = options.address(kind.path),
                                                        .limits = kind.limits, .retries = 0}),
                                kind.fromFirstByte});
            }
        }
        while (std::ranges::any_of(waiting, [](const auto &one) { return !one.first.isFinished(); }))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        engine.recording().drain();
        for (const auto &[future, fromFirstByte] : waiting)
            collect(engine.moment().board(), future.result().task, fromFirstByte, late);
    }
    load.end();
    stop.request_stop();
    return {{u"lateMs"_s, late}, {u"replies"_s, load.replies()}};
}
