// SPDX-License-Identifier: MIT
// How late the three limits of a fetch are, while 200 requests are in flight and the pool is full.
#include "busypool.h"
#include "engine/engine.h"
#include "measure.h"
#include "side.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto asked = 500ms;
constexpr int inFlight = 200;

/// Keeps requests of 1 KiB in flight until it is destroyed, from a thread of its own: it waits for
/// one after the other and asks anew.
class Load final
{
public:
    Load(Fetcher &fetcher, const QUrl &address, int count)
        : m_thread([this, &fetcher, address, count](const std::stop_token &stop) {
            std::vector<QFuture<FetchResult>> flying;
            for (int i = 0; i < count; ++i)
                flying.push_back(fetcher.fetch({.url = address}));
            for (size_t i = 0; !stop.stop_requested(); i = (i + 1) % flying.size()) {
                if (!flying[i].result().outcome.hasSucceeded())
                    giveUp(flying[i].result().outcome.message);
                ++m_replies;
                flying[i] = fetcher.fetch({.url = address});
            }
        })
    {
    }
    qint64 replies() const { return m_replies; }

private:
    std::atomic<qint64> m_replies = 0;
    std::jthread m_thread; // last: it uses the rest
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
    late.append(double(state->finishedNs - beganNs - std::chrono::nanoseconds(asked).count())
                / 1e6);
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
    const Load load(engine.fetcher(), options.address(u"bytes/1k"_s),
                    inFlight - int(kinds.size()) * each);
    QJsonArray late;
    for (int batch = 0; batch < options.scaled(6, 1); ++batch) {
        QList<std::pair<QFuture<FetchResult>, bool>> waiting;
        for (const Limit &kind : kinds) {
            for (int i = 0; i < each; ++i) {
                waiting.append(
                    {engine.fetcher().fetch(
                         {.url = options.address(kind.path), .limits = kind.limits, .retries = 0}),
                     kind.fromFirstByte});
            }
        }
        while (
            std::ranges::any_of(waiting, [](const auto &one) { return !one.first.isFinished(); }))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        engine.session().recording().drain();
        for (const auto &[future, fromFirstByte] : waiting)
            collect(engine.session().playhead().board(), future.result().task, fromFirstByte, late);
    }
    stop.request_stop();
    return {{u"lateMs"_s, late}, {u"replies"_s, load.replies()}};
}
