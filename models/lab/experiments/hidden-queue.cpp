// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto requestsName = QT_TRANSLATE_NOOP("Lab", "requests");
constexpr auto timedOutName = QT_TRANSLATE_NOOP("Lab", "timed out");

using Replies = std::vector<std::unique_ptr<QNetworkReply>>;

QString pathOf(const Lab &lab)
{
    return u"delay/%1"_s.arg(lab.knob("answer"));
}

std::chrono::milliseconds limitOf(const Lab &lab)
{
    return std::chrono::milliseconds(lab.knob("limit"));
}

QNetworkRequest plainRequest(const Lab &lab)
{
    QNetworkRequest request(lab.address(pathOf(lab)));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

/// Reports what becomes of \p reply: queued until its request really leaves, then running.
void report(Lab &lab, QNetworkReply &reply)
{
    auto task
        = std::make_shared<TaskHandle>(lab.recorder(), TaskType::Fetch, pathOf(lab), lab.task());
    QObject::connect(&reply, &QNetworkReply::requestSent, &reply,
                     [task] { task->run({Lane::Kind::Network}); });
    QObject::connect(&reply, &QNetworkReply::finished, &reply, [task, &reply] {
        task->finish(reply.error() == QNetworkReply::NoError
                         ? Outcome::succeeded()
                         : Outcome::timedOut(reply.errorString()));
    });
}

/// Completes when all of \p replies have finished, well or not; a stop aborts them.
QCoro::Task<> allFinished(Lab &lab, const Replies &replies)
{
    const std::stop_callback abortAll(lab.stopToken(), [&replies] {
        for (const auto &reply : replies)
            reply->abort();
    });
    for (const auto &reply : replies) {
        auto promise = std::make_shared<QPromise<void>>();
        promise->start();
        const auto finish = [promise] { promise->finish(); };
        QObject::connect(reply.get(), &QNetworkReply::finished, reply.get(), finish);
        if (reply->isFinished())
            finish();
        co_await promise->future();
    }
}

//! [pitfall]
QCoro::Task<> limitFromTheCall(Lab &lab)
{
    QNetworkAccessManager manager;
    QNetworkRequest request = plainRequest(lab);
    request.setTransferTimeout(int(limitOf(lab).count())); // the clock starts with get()
    Replies replies;
    for (int i = 0; i < lab.knob("requests"); ++i) {
        replies.emplace_back(manager.get(request)); // six leave, the others wait unseen
        report(lab, *replies.back());
    }
    co_await allFinished(lab, replies);
    const auto timedOut = std::ranges::count_if(replies, [](const auto &reply) {
        return reply->error() == QNetworkReply::OperationCanceledError;
    });
    lab.measure(requestsName, lab.knob("requests"));
    lab.measure(timedOutName, double(timedOut));
}
//! [pitfall]

//! [pattern]
QCoro::Task<> limitFromTheSend(Lab &lab)
{
    lab.fetcher().setMaxPerHost(6); // a queue of our own, that can be seen and told
    FetchRequest request = lab.request(pathOf(lab));
    request.limits.total = limitOf(lab); // the clock starts when the request leaves
    QList<QFuture<FetchResult>> started;
    for (int i = 0; i < lab.knob("requests"); ++i)
        started.append(lab.fetch(request));
    const QList<FetchResult> results = co_await Lab::gather(started);
    const auto timedOut = std::ranges::count_if(results, [](const FetchResult &result) {
        return result.outcome.kind == Outcome::Kind::TimedOut;
    });
    lab.measure(requestsName, lab.knob("requests"));
    lab.measure(timedOutName, double(timedOut));
}
//! [pattern]

Verdict judge(const Results &results)
{
    const double requests = results.pattern().value("requests"_L1);
    const double lost = results.pitfall().value("timed out"_L1);
    const double kept = results.pattern().value("timed out"_L1);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "Of %1 requests %2 timed out when the clock started with the call, %3 when it started with "
        "the send. The server was as fast for all of them.");
    return {.holds = lost >= requests / 2 && kept == 0,
            .number = lost,
            .sentence = sentence.arg(results.pattern().text("requests"_L1),
                                     results.pitfall().text("timed out"_L1),
                                     results.pattern().text("timed out"_L1))};
}

} // namespace

Experiment hiddenQueue()
{
    return {
        .id = "hidden-queue"_L1,
        .group = Experiment::Group::Pitfalls,
        .title = QT_TRANSLATE_NOOP("Lab", "The hidden queue"),
        .lesson
        = QT_TRANSLATE_NOOP("Lab", "Six connections per host, and the clock is already ticking."),
        .variants
        = {{"pitfall"_L1, Variant::Role::Pitfall,
            QT_TRANSLATE_NOOP("Lab", "the limit counts from the call"), limitFromTheCall},
           {"pattern"_L1, Variant::Role::Pattern,
            QT_TRANSLATE_NOOP("Lab", "the limit counts from the send"), limitFromTheSend}},
        .knobs = {{"requests"_L1, QT_TRANSLATE_NOOP("Lab", "Requests"), 60, 12, 120},
                  {"answer"_L1, QT_TRANSLATE_NOOP("Lab", "Server answers after"), 200, 50, 400,
                   QT_TRANSLATE_NOOP("Lab", "ms")},
                  {"limit"_L1, QT_TRANSLATE_NOOP("Lab", "Time limit"), 900, 100, 2'000,
                   QT_TRANSLATE_NOOP("Lab", "ms")}},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many requests will time out?"), Unit::Count, 0, 120},
        .judge = judge,
        .related = {"timeout"_L1, "rate-limit"_L1, "fan-out-fan-in"_L1},
    };
}
