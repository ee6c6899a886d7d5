// SPDX-License-Identifier: MIT
#include "lab/asyncsemaphore.h"
#include "lab/experiment.h"
#include "lab/lab.h"
#include "record/recorder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int refusal = 503;

/// The server takes a moment for it, and only so many at once: the others it refuses, at once.
QString pageOf(const Lab &lab)
{
    return u"overload?limit=%1&ms=20"_s.arg(lab.knob("servers"));
}

int answered(const QList<FetchResult> &results)
{
    return int(std::ranges::count_if(
        results, [](const FetchResult &result) { return result.outcome.hasSucceeded(); }));
}

void tell(Lab &lab, const QList<FetchResult> &results)
{
    const double seconds = double(Recorder::now() - lab.beginNs()) / 1e9;
    lab.measure(QT_TRANSLATE_NOOP("Lab", "answered"), answered(results));
    lab.measure(QT_TRANSLATE_NOOP("Lab", "refused"),
                double(std::ranges::count(results, refusal, &FetchResult::status)));
    lab.measure(QT_TRANSLATE_NOOP("Lab", "answers per second"), answered(results) / seconds,
                Unit::PerSecond);
}

//! [pitfall]
QCoro::Task<> allAtOnce(Lab &lab)
{
    QList<FetchResult> all;
    int left = lab.knob("requests");
    bool isWorthwhile = true;
    while (left > 0 && isWorthwhile) {
        QList<QFuture<FetchResult>> started;
        for (int i = 0; i < left; ++i)
            started.append(lab.fetch(pageOf(lab)));
        const QList<FetchResult> results = co_await Lab::gather(started);
        isWorthwhile = answered(results) > 0;
        left -= answered(results); // who was refused asks again, all at once
        all += results;
    }
    tell(lab, all);
}
//! [pitfall]

//! [pattern]
QCoro::Task<FetchResult> askInTurn(Lab &lab, AsyncSemaphore &semaphore)
{
    const AsyncSemaphore::Permit permit = co_await semaphore.acquire();
    co_return co_await lab.fetch(pageOf(lab)); // gives the permit back when it has its answer
}

QCoro::Task<> someAtOnce(Lab &lab)
{
    AsyncSemaphore semaphore(lab.knob("ours"));
    std::vector<QCoro::Task<FetchResult>> started;
    for (int i = 0; i < lab.knob("requests"); ++i)
        started.push_back(askInTurn(lab, semaphore));

    QList<FetchResult> all;
    for (const QCoro::Task<FetchResult> &task : started)
        all.append(co_await task);
    tell(lab, all);
}
//! [pattern]

/// Why there is nothing to learn from these knobs; empty when there is.
QString objection(const VariantResult &pitfall, const VariantResult &pattern)
{
    if (pattern.value("refused"_L1) > 0) {
        return QCoreApplication::translate(
                   "Lab",
                   "Our limit lets through more than the server takes: %1 refused and not asked "
                   "again, %2 answered.")
            .arg(pattern.text("refused"_L1), pattern.text("answered"_L1));
    }
    if (pitfall.value("refused"_L1) == 0) {
        return QCoreApplication::translate(
                   "Lab",
                   "The server takes all %1 at once, so a limit is not needed: %2 without, %3 with "
                   "one.")
            .arg(pitfall.text("answered"_L1), pitfall.text("time"_L1), pattern.text("time"_L1));
    }
    return {};
}

QString sentenceFor(const VariantResult &pitfall, const VariantResult &pattern)
{
    return QCoreApplication::translate(
               "Lab",
               "All at once: %1 refused on the way to %2 answers, %3 and %4. Some at once: %5 "
               "refused, %6 answers, %7 and %8.")
        .arg(pitfall.text("refused"_L1), pitfall.text("answered"_L1), pitfall.text("time"_L1),
             pitfall.text("answers per second"_L1), pattern.text("refused"_L1),
             pattern.text("answered"_L1), pattern.text("time"_L1),
             pattern.text("answers per second"_L1));
}

Verdict judge(const Results &results)
{
    const VariantResult &pitfall = results.pitfall();
    const VariantResult &pattern = results.pattern();
    const double answers = pattern.value("answered"_L1);
    const QString but = objection(pitfall, pattern);
    return {.holds = but.isEmpty() && answers > 0 && answers == pitfall.value("answered"_L1),
            .number = pitfall.value("refused"_L1),
            .sentence = but.isEmpty() ? sentenceFor(pitfall, pattern) : but};
}

} // namespace

Experiment rateLimit()
{
    return {
        .id = "rate-limit"_L1,
        .group = Experiment::Group::Patterns,
        .title = QT_TRANSLATE_NOOP("Lab", "Rate limit"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "More at once is not faster."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "all at once, and again"), allAtOnce},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "a semaphore in front"), someAtOnce}},
        .knobs = {{"requests"_L1, QT_TRANSLATE_NOOP("Lab", "Requests"), 200, 20, 300},
                  {"servers"_L1, QT_TRANSLATE_NOOP("Lab", "The server takes at once"), 8, 4, 64},
                  {"ours"_L1, QT_TRANSLATE_NOOP("Lab", "We ask at once"), 8, 1, 64}},
        .prediction = {QT_TRANSLATE_NOOP("Lab",
                                         "How many times does the server refuse, when all "
                                         "ask at once?"),
                       Unit::Count, 0, 5'000},
        .judge = judge,
        .related = {"fan-out-fan-in"_L1, "hidden-queue"_L1, "timeout"_L1},
    };
}
