// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr auto pagesName = QT_TRANSLATE_NOOP("Lab", "pages");

/// Each page takes a time of its own, the same for both variants.
QStringList pagesOf(const Lab &lab)
{
    QRandomGenerator random = lab.random();
    QStringList pages;
    for (int i = 0; i < lab.knob("pages"); ++i)
        pages.append(
            u"delay/%1"_s.arg(random.bounded(lab.knob("slowest") / 2, lab.knob("slowest"))));
    return pages;
}

//! [pitfall]
QCoro::Task<> sequentialAwaits(Lab &lab)
{
    int received = 0;
    for (const QString &page : pagesOf(lab)) {
        // Nothing else is in flight while this one waits.
        const FetchResult result = co_await lab.fetch(page);
        received += result.outcome.hasSucceeded();
    }
    lab.measure(pagesName, received);
}
//! [pitfall]

//! [pattern]
QCoro::Task<> gatheredAwaits(Lab &lab)
{
    QList<QFuture<FetchResult>> started;
    for (const QString &page : pagesOf(lab))
        started.append(lab.fetch(page)); // on its way, nobody waits yet

    int received = 0;
    for (const FetchResult &result : co_await Lab::gather(started))
        received += result.outcome.hasSucceeded();
    lab.measure(pagesName, received);
}
//! [pattern]

Verdict judge(const Results &results)
{
    const double times = results.ratio("time"_L1, 1);
    const double pages = results.pattern().value("pages"_L1);
    const QString sentence = QCoreApplication::translate(
        "Lab", "%1 pages: %2 one after another, %3 together: %4 as fast.");
    return {.holds = times >= 6 && pages == results.pitfall().value("pages"_L1) && pages > 0,
            .number = times,
            .sentence = sentence.arg(
                MeasurementText::value(pages, Unit::Count), results.pitfall().text("time"_L1),
                results.pattern().text("time"_L1), MeasurementText::value(times, Unit::Times))};
}

} // namespace

Experiment fanOutFanIn()
{
    return {
        .id = "fan-out-fan-in"_L1,
        .group = Experiment::Group::Patterns,
        .title = QT_TRANSLATE_NOOP("Lab", "Fan out, fan in"),
        .lesson
        = QT_TRANSLATE_NOOP("Lab", "Independent awaits belong together: start all, then gather."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "one await after another"), sequentialAwaits},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "all started, then gathered"), gatheredAwaits}},
        .knobs = {{"pages"_L1, QT_TRANSLATE_NOOP("Lab", "Pages"), 12, 8, 40},
                  {"slowest"_L1, QT_TRANSLATE_NOOP("Lab", "Slowest page"), 200, 100, 400,
                   QT_TRANSLATE_NOOP("Lab", "ms")}},
        .prediction = {QT_TRANSLATE_NOOP("Lab", "How many times as fast will they be together?"),
                       Unit::Times, 1, 40},
        .judge = judge,
        .related = {"async-await"_L1, "rate-limit"_L1, "hidden-queue"_L1},
    };
}
