// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <stop_token>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds none = 0ms; // no limit

/// Without a limit nothing would end it but the lab, which asks for this stop when it had enough.
class Patience final
{
public:
    explicit Patience(Lab &lab)
        : m_onStop(lab.stopToken(), [this] { m_stop.request_stop(); })
    {
        const milliseconds length(lab.knob("total") * 3 / 2);
        QTimer::singleShot(length, Qt::PreciseTimer, &m_context, [this, &lab] {
            lab.note(QCoreApplication::translate("Lab", "still waiting when the lab gave up"));
            m_stop.request_stop();
        });
    }

    std::stop_token end() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_onStop;
    QObject m_context; // goes first, and the timer with it
};

/// Those the server does answer, each in a time of its own.
QList<QFuture<FetchResult>> startOthers(Lab &lab)
{
    QRandomGenerator random = lab.random();
    QList<QFuture<FetchResult>> started;
    for (int i = 0; i < lab.knob("others"); ++i)
        started.append(lab.fetch(u"delay/%1"_s.arg(random.bounded(20, 300))));
    return started;
}

/// The last of \p results is the one that hangs.
void tell(Lab &lab, const QList<FetchResult> &results)
{
    const FetchResult &hanging = results.last();
    const std::chrono::nanoseconds elapsed(hanging.elapsedNs); // however late this loop hears of it
    const auto answered = std::ranges::count_if(
        results, [](const FetchResult &result) { return result.outcome.hasSucceeded(); });
    lab.note(hanging.outcome.message);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "others answered"),
                100.0 * double(answered) / lab.knob("others"), Unit::Percent);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "timed out"),
                hanging.outcome.kind == Outcome::Kind::TimedOut);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "tries"), hanging.attempts);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "of the limit"),
                100.0 * (elapsed / 1.0ms) / lab.knob("total"), Unit::Percent);
}

//! [pitfall]
QCoro::Task<> noLimit(Lab &lab)
{
    QList<QFuture<FetchResult>> started = startOthers(lab);
    FetchRequest hanging = lab.request(u"hang"_s);
    hanging.limits = {.firstByte = none, .silence = none, .total = none};
    const Patience patience(lab); // of the lab; the code itself has none
    started.append(lab.fetch(hanging, patience.end()));

    // All but one are there soon. Nobody gets to see them.
    const QList<FetchResult> results = co_await Lab::gather(started);
    tell(lab, results);
}
//! [pitfall]

//! [pattern]
QCoro::Task<> twoLimits(Lab &lab)
{
    QList<QFuture<FetchResult>> started = startOthers(lab);
    FetchRequest hanging = lab.request(u"hang"_s);
    hanging.limits.firstByte = milliseconds(lab.knob("try")); // for each try
    hanging.limits.total = milliseconds(lab.knob("total")); // for all of them, and the pauses
    hanging.retries = 2;
    started.append(lab.fetch(hanging));

    const QList<FetchResult> results = co_await Lab::gather(started);
    tell(lab, results);
}
//! [pattern]

Verdict judge(const Results &results)
{
    const VariantResult &pitfall = results.pitfall();
    const VariantResult &pattern = results.pattern();
    const bool hasHung
        = pitfall.value("timed out"_L1) == 0 && pitfall.value("of the limit"_L1) > 110;
    const bool hasEnded
        = pattern.value("timed out"_L1) == 1 && pattern.value("of the limit"_L1) <= 110;
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "One never answers. Without a limit it kept the others waiting for %1, until the lab gave "
        "up. With limits it ended after %2, at %3 of the total limit; tries: %4, others answered: "
        "%5.");
    return {.holds = hasHung && hasEnded && pattern.value("others answered"_L1) == 100,
            .number = pattern.value("tries"_L1),
            .sentence = sentence.arg(pitfall.text("time"_L1), pattern.text("time"_L1),
                                     pattern.text("of the limit"_L1), pattern.text("tries"_L1),
                                     pattern.text("others answered"_L1))};
}

} // namespace

Experiment timeout()
{
    return {
        .id = "timeout"_L1,
        .group = Experiment::Group::Patterns,
        .title = QT_TRANSLATE_NOOP("Lab", "Time limits"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "Nothing may hang for ever."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "no limit, no answer"), noLimit},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "a limit per try and one in total"), twoLimits}},
        .knobs = {{"try"_L1, QT_TRANSLATE_NOOP("Lab", "Limit for each try"), 600, 100, 2'000,
                   QT_TRANSLATE_NOOP("Lab", "ms")},
                  {"total"_L1, QT_TRANSLATE_NOOP("Lab", "Limit in total"), 1'000, 500, 2'000,
                   QT_TRANSLATE_NOOP("Lab", "ms")},
                  {"others"_L1, QT_TRANSLATE_NOOP("Lab", "Other requests"), 11, 5, 60}},
        .prediction = {QT_TRANSLATE_NOOP("Lab", "How many tries will there be within the limits?"),
                       Unit::Count, 1, 6},
        .judge = judge,
        .related = {"rate-limit"_L1, "cancellation"_L1, "hidden-queue"_L1},
    };
}
