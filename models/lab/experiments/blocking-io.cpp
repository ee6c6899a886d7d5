// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"
#include "lab/plainget.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What this process takes of the system.
struct Footprint
{
    int threads = 0;
    qint64 reserved = 0; ///< bytes of address space, whether used or not
    qint64 resident = 0; ///< bytes of it that are in memory right now

    /// As Linux tells in /proc/self/status, which takes some 50 µs. Throws std::runtime_error where
    /// there is no such file.
    static Footprint now();
};

/// How much the process grew from its construction on, read every 10 ms while the loop turns. On
/// the thread it was made on.
class FootprintMeter
{
public:
    FootprintMeter();
    Q_DISABLE_COPY_MOVE(FootprintMeter)

    /// The most above what was there at the beginning or is there now, whichever is less: what
    /// ends meanwhile elsewhere in the program is not taken off.
    Footprint growth();

private:
    void look();

    const Footprint m_first;
    Footprint m_most;
    QTimer m_timer;
};

/// The number of the line "name:  123 kB"; 0 without one.
qint64 numberOf(const QByteArray &status, QByteArrayView name)
{
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

Footprint mostOf(const Footprint &a, const Footprint &b)
{
    return {.threads = std::max(a.threads, b.threads),
            .reserved = std::max(a.reserved, b.reserved),
            .resident = std::max(a.resident, b.resident)};
}

Footprint Footprint::now()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(
            QCoreApplication::translate("Lab",
                                        "This system does not tell threads and memory in /proc.")
                .toStdString());
    const QByteArray status = file.readAll();
    return {.threads = int(numberOf(status, "Threads:")),
            .reserved = numberOf(status, "VmSize:") * 1024,
            .resident = numberOf(status, "VmRSS:") * 1024};
}

FootprintMeter::FootprintMeter()
    : m_first(Footprint::now())
    , m_most(m_first)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(10ms);
}

void FootprintMeter::look()
{
    m_most = mostOf(m_most, Footprint::now());
}

Footprint FootprintMeter::growth()
{
    look();
    const Footprint last = Footprint::now();
    return {.threads = m_most.threads - std::min(m_first.threads, last.threads),
            .reserved = m_most.reserved - std::min(m_first.reserved, last.reserved),
            .resident = m_most.resident - std::min(m_first.resident, last.resident)};
}

constexpr double page = 4'096; // bytes; the least that is reserved

QString pathOf(const Lab &lab)
{
    return u"delay/%1"_s.arg(lab.knob("delay"));
}

/// Where the threads report; the last of them tells the loop.
class Answers
{
public:
    explicit Answers(int expected)
        : m_left(expected)
    {
        m_promise.start();
    }
    QFuture<int> all() const { return m_promise.future(); }
    void add(bool isGood)
    {
        m_good += isGood;
        if (--m_left == 0) {
            m_promise.addResult(m_good);
            m_promise.finish();
        }
    }

private:
    QPromise<int> m_promise;
    std::atomic<int> m_left;
    std::atomic<int> m_good = 0;
};

/// Memory is what the process reserves of its address space: the stacks of threads count in full
/// there, although little of them is in use. How much is, is measured beside it.
void tell(Lab &lab, int answered, FootprintMeter &meter)
{
    const Footprint growth = meter.growth();
    const double requests = lab.knob("requests");
    lab.measure(QT_TRANSLATE_NOOP("Lab", "answered"), answered);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "threads added"), growth.threads);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "reserved per request"),
                double(growth.reserved) / requests, Unit::Bytes);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "resident per request"),
                double(growth.resident) / requests, Unit::Bytes);
}

//! [pitfall]
QCoro::Task<> threadPerRequest(Lab &lab)
{
    FootprintMeter meter;
    Answers answers(lab.knob("requests"));
    std::vector<std::jthread> threads;
    for (int i = 1; i <= lab.knob("requests"); ++i) {
        threads.emplace_back([&answers, get = PlainGet::blocking(lab, pathOf(lab), i)] {
            answers.add(get()); // stands in there until the reply has come, and can do nothing else
        });
    }
    const int answered = co_await lab.deliver(answers.all());
    threads.clear(); // joins them
    tell(lab, answered, meter);
}
//! [pitfall]

//! [pattern]
QCoro::Task<> oneLoop(Lab &lab)
{
    FootprintMeter meter;
    QList<QFuture<bool>> replies;
    for (int i = 1; i <= lab.knob("requests"); ++i)
        replies.append(PlainGet::onLoop(lab, pathOf(lab), i)); // a socket each, and no thread

    // The system watches all sockets at once and wakes this thread when one has something.
    int answered = 0;
    for (const bool isGood : co_await Lab::gather(replies))
        answered += isGood;
    tell(lab, answered, meter);
}
//! [pattern]

Verdict judge(const Results &results)
{
    const VariantResult &pitfall = results.pitfall();
    const VariantResult &pattern = results.pattern();
    const double times = results.ratio("time"_L1, 1);
    const double requests = pitfall.value("answered"_L1);
    const double memory = results.ratio("reserved per request"_L1, page);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "%1 requests: %2 with %3 more threads, %4 with %5. They reserve %6 of memory for each "
        "request, the loop at most %7.");
    return {.holds = times >= 0.8 && times <= 1.25 && requests > 0
                && requests == pattern.value("answered"_L1)
                && pitfall.value("threads added"_L1) >= requests
                && pattern.value("threads added"_L1) <= 4 && memory >= 5,
            .number = times,
            .sentence = sentence.arg(
                pitfall.text("answered"_L1), pitfall.text("time"_L1),
                pitfall.text("threads added"_L1), pattern.text("time"_L1),
                pattern.text("threads added"_L1), pitfall.text("reserved per request"_L1),
                MeasurementText::value(std::max(pattern.value("reserved per request"_L1), page),
                                       Unit::Bytes))};
}

} // namespace

Experiment blockingIo()
{
    return {
        .id = "blocking-io"_L1,
        .group = Experiment::Group::Foundations,
        .title = QT_TRANSLATE_NOOP("Lab", "One thread can wait for many"),
        .lesson = QT_TRANSLATE_NOOP(
            "Lab", "One thread can wait for many things: a thread for each only costs more."),
        .variants
        = {{"pitfall"_L1, Variant::Role::Pitfall,
            QT_TRANSLATE_NOOP("Lab", "a blocked thread for each request"), threadPerRequest},
           {"pattern"_L1, Variant::Role::Pattern,
            QT_TRANSLATE_NOOP("Lab", "one loop for all requests"), oneLoop}},
        .knobs = {{"requests"_L1, QT_TRANSLATE_NOOP("Lab", "Requests"), 200, 20, 400},
                  {"delay"_L1, QT_TRANSLATE_NOOP("Lab", "Each takes"), 1'000, 400, 2'000,
                   QT_TRANSLATE_NOOP("Lab", "ms")}},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many times as fast will one loop be as 200 threads?"),
           Unit::Times, 1, 200},
        .judge = judge,
        .related = {"loop-anatomy"_L1, "concurrency-parallelism"_L1, "rate-limit"_L1},
    };
}
