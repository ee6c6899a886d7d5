// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"

#include <QCoreApplication>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;

namespace {

constexpr auto lostAtAwait = QT_TRANSLATE_NOOP("Lab", "lost between awaits");
constexpr auto lostAtThread = QT_TRANSLATE_NOOP("Lab", "lost between threads");
constexpr int writers = 4; // of the part with threads
constexpr int rounds = 200'000; // of each

struct Visitor
{
    std::chrono::milliseconds arrival; ///< after the beginning
    std::chrono::milliseconds answer; ///< how long it waits between two lines
};

std::vector<Visitor> visitorsOf(const Lab &lab)
{
    QRandomGenerator random = lab.random();
    std::vector<Visitor> visitors;
    for (int i = 0; i < lab.knob("visitors"); ++i) {
        const int arrival = random.bounded(1'000);
        const int answer = random.bounded(1, lab.knob("slowest"));
        visitors.push_back({std::chrono::milliseconds(arrival), std::chrono::milliseconds(answer)});
    }
    return visitors;
}

/// Calls \p count on several threads of the pool at once, and returns how often.
QCoro::Task<int> countOnThreads(Lab &lab, std::function<void()> count)
{
    const auto kernel = [count](KernelContext &context) -> std::optional<int> {
        int done = 0;
        for (; done < rounds && (done % 1'024 != 0 || !context.stopRequested()); ++done)
            count();
        return done;
    };
    QList<QFuture<Computed<int>>> started;
    for (int i = 0; i < writers; ++i)
        started.append(lab.compute(u"counts on a thread"_s, kernel));
    int counted = 0;
    for (const Computed<int> &result : co_await Lab::gather(started))
        counted += result.value.value_or(0);
    co_return counted;
}

//! [pitfall]
QCoro::Task<> visit(Lab &lab, int &counter, Visitor visitor)
{
    co_await lab.sleep(visitor.arrival);
    const int before = counter;
    co_await lab.sleep(visitor.answer); // whoever comes meanwhile reads the same number
    counter = before + 1;
}

QCoro::Task<> heldAcrossTheAwait(Lab &lab)
{
    int counter = 0;
    std::vector<QCoro::Task<>> visits;
    for (const Visitor &visitor : visitorsOf(lab))
        visits.push_back(visit(lab, counter, visitor));
    for (QCoro::Task<> &visit : visits)
        co_await visit;
    lab.measure(lostAtAwait, int(visits.size()) - counter);

    std::atomic<int> shared = 0;
    const int counted = co_await countOnThreads(lab, [&shared] {
        shared = shared + 1; // two atomic steps are not one
    });
    lab.measure(lostAtThread, counted - shared);
}
//! [pitfall]

//! [pattern]
QCoro::Task<> visitWhole(Lab &lab, int &counter, Visitor visitor)
{
    co_await lab.sleep(visitor.arrival);
    co_await lab.sleep(visitor.answer);
    counter = counter + 1; // read and written without an await in between
}

QCoro::Task<> nothingHeld(Lab &lab)
{
    int counter = 0;
    std::vector<QCoro::Task<>> visits;
    for (const Visitor &visitor : visitorsOf(lab))
        visits.push_back(visitWhole(lab, counter, visitor));
    for (QCoro::Task<> &visit : visits)
        co_await visit;
    lab.measure(lostAtAwait, int(visits.size()) - counter);

    std::mutex mutex;
    int shared = 0;
    const int counted = co_await countOnThreads(lab, [&shared, &mutex] {
        const std::lock_guard lock(mutex); // or std::atomic's fetch_add()
        shared = shared + 1;
    });
    lab.measure(lostAtThread, counted - shared);
}
//! [pattern]

Verdict judge(const Results &results)
{
    const VariantResult &pitfall = results.pitfall();
    const VariantResult &pattern = results.pattern();
    const double lost = pitfall.value("lost between awaits"_L1);
    const double kept
        = pattern.value("lost between awaits"_L1) + pattern.value("lost between threads"_L1);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "%1 visits were lost between two lines of one thread, and %2 counts between threads; with "
        "nothing held across the gap: %3.");
    return {.holds = lost > 0 && kept == 0,
            .number = lost,
            .sentence = sentence.arg(pitfall.text("lost between awaits"_L1),
                                     pitfall.text("lost between threads"_L1),
                                     MeasurementText::value(kept, Unit::Count))};
}

} // namespace

Experiment raceCondition()
{
    return {
        .id = "race-condition"_L1,
        .group = Experiment::Group::Pitfalls,
        .title = QT_TRANSLATE_NOOP("Lab", "The gap in an await"),
        .lesson = QT_TRANSLATE_NOOP(
            "Lab", "An await is a gap: what was read before it may be old behind it."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "read, await, write"), heldAcrossTheAwait},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "await, then read and write at once"), nothingHeld}},
        .knobs = {{"visitors"_L1, QT_TRANSLATE_NOOP("Lab", "Visitors"), 100, 2, 500},
                  {"slowest"_L1, QT_TRANSLATE_NOOP("Lab", "Slowest answer"), 40, 2, 500,
                   QT_TRANSLATE_NOOP("Lab", "ms")}},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many visits will not be counted?"), Unit::Count, 0, 500},
        .judge = judge,
        .related = {"async-await"_L1, "concurrency-parallelism"_L1},
    };
}
