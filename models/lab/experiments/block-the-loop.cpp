// SPDX-License-Identifier: MIT
#include "fetch/plainhttp.h"
#include "lab/experiment.h"
#include "lab/lab.h"
#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "loop/watchdog.h"
#include "record/recorder.h"
#include "session/projection.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTcpSocket>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Watches the loop of the calling thread for stalls, and finds the culprit of each, apart from
/// what the program itself watches. On the thread of the lab.
class StallWatch
{
public:
    /// \p threshold: a gap from this length on is a stall.
    StallWatch(Lab &lab, std::chrono::milliseconds threshold);
    Q_DISABLE_COPY_MOVE(StallWatch)

    /// One for each stall so far: the culprit, empty where nothing names it. Waits for the names,
    /// and that for some seconds at most.
    QCoro::Task<QList<StackFrame>> culprits();
    /// Whether names can be found here at all.
    static bool canName() { return StackSampler::isAvailable(); }

private:
    void take();

    Lab &m_lab;
    Recorder m_recorder; // of its own: what the window watches is recorded once
    LoopMonitor m_monitor;
    LoopRecorder m_loopRecorder;
    Watchdog m_watchdog;
    Projection m_projection;
};

constexpr auto look = 20ms; // for names that come from another thread
constexpr auto longestWait = 3s; // the first names of a program take a tenth of one

bool areNamed(const Stalls &stalls)
{
    for (qint64 number = stalls.firstNumber(); number <= stalls.lastNumber(); ++number) {
        if (stalls.at(number).stacks.isEmpty())
            return false;
    }
    return true;
}

StallWatch::StallWatch(Lab &lab, std::chrono::milliseconds threshold)
    : m_lab(lab)
    , m_loopRecorder(m_monitor, m_recorder)
    , m_watchdog(m_monitor, m_loopRecorder, m_recorder)
{
    QObject::connect(&m_loopRecorder, &LoopRecorder::recorded, &m_loopRecorder,
                     [this](TaskId id, const Stall &stall) { m_watchdog.attach(id, stall); });
    m_monitor.setStallThreshold(threshold);
    m_monitor.setActive(true);
    m_watchdog.start();
}

QCoro::Task<QList<StackFrame>> StallWatch::culprits()
{
    take();
    const Stalls &stalls = m_projection.stalls();
    const QDeadlineTimer deadline(longestWait);
    while (canName() && !areNamed(stalls) && !deadline.hasExpired() && !m_lab.isStopped()) {
        co_await m_lab.sleep(look);
        take();
    }
    QList<StackFrame> functions;
    for (qint64 number = stalls.firstNumber(); number <= stalls.lastNumber(); ++number)
        functions.append(stalls.at(number).culprit().frame);
    co_return functions;
}

void StallWatch::take()
{
    for (const TaskEvent &event : m_recorder.take())
        m_projection.apply(event);
}

constexpr auto stallsName = QT_TRANSLATE_NOOP("Lab", "stalls");
constexpr auto tracedName = QT_TRANSLATE_NOOP("Lab", "traced to this code");
constexpr auto workName = QT_TRANSLATE_NOOP("Lab", "pieces of work");

using Length = std::chrono::milliseconds;

Length lengthOf(const Lab &lab)
{
    return Length(lab.knob("length"));
}

/// Whoever watches needs some of the time that is left, and a busy machine makes stalls of its own.
Length thresholdOf(const Lab &lab)
{
    return std::max(lengthOf(lab) * 3 / 8, Length(100));
}

/// Adds up until \p length is over, or until \p isStopped.
quint64 addUp(Length length, const std::function<bool()> &isStopped)
{
    quint64 sum = 0;
    for (const QDeadlineTimer deadline(length); !deadline.hasExpired() && !isStopped();) {
        for (int i = 0; i < 10'000; ++i)
            sum += sum * 31 + quint64(i);
    }
    return sum;
}

/// A socket whose server answers after \p length.
std::unique_ptr<QTcpSocket> ask(Lab &lab, Length length)
{
    auto socket = std::make_unique<QTcpSocket>();
    PlainHttp::get(*socket, lab.address(u"delay/%1"_s.arg(length.count())));
    return socket;
}

//! [pitfall]
Q_NEVER_INLINE int sleeping(Length length)
{
    QThread::msleep(ulong(length.count())); // "only for a moment"
    return 1;
}
Q_NEVER_INLINE int computing(Length length)
{
    return addUp(length, [] { return false; }) != 0;
}
Q_NEVER_INLINE int reading(QTcpSocket &socket, Length length)
{
    return socket.waitForReadyRead(int(2 * length.count()));
}
Q_NEVER_INLINE int joining(Length length)
{
    QThreadPool pool;
    QFuture<int> work = QtConcurrent::run(&pool, sleeping, length);
    work.waitForFinished();
    return work.result();
}
Q_NEVER_INLINE int nesting(Length length, int depth = 1)
{
    if (depth == 2) // the second click is in the slot before the first has left it
        return sleeping(length);
    QEventLoop loop;
    int done = 0;
    const auto secondClick = [&] { done = nesting(length, depth + 1), loop.quit(); };
    QMetaObject::invokeMethod(&loop, secondClick, Qt::QueuedConnection);
    return loop.exec() + done;
}
//! [pitfall]

//! [pattern]
/// Instead of a nested loop: the action is disabled until what it began is done.
QCoro::Task<int> click(Lab &lab, bool &isEnabled)
{
    if (!std::exchange(isEnabled, false))
        co_return 0;
    co_await lab.sleep(lengthOf(lab));
    isEnabled = true;
    co_return 1;
}

QCoro::Task<int> fiveDoneRight(Lab &lab, Length length, KernelFunction<int> compute)
{
    co_await lab.sleep(length); // a timer
    const Computed<int> sum = co_await lab.compute(u"busy CPU"_s, compute); // another thread
    const FetchResult reply = co_await lab.fetch(u"delay/%1"_s.arg(length.count()));

    QFuture<Computed<int>> work = lab.compute(u"future"_s, compute);
    const Computed<int> joined = co_await work; // not waitForFinished()

    bool isEnabled = true;
    QCoro::Task<int> first = click(lab, isEnabled);
    QCoro::Task<int> second = click(lab, isEnabled); // refused, and the loop goes on turning
    co_return 1 + sum.value.value_or(0) + reply.outcome.hasSucceeded() + joined.value.value_or(0)
        + co_await first + co_await second;
}
//! [pattern]

/// A busy machine, or the screen it draws on, keeps a loop as well: that is not of our making.
bool isOfThisCode(const StackFrame &frame)
{
    return frame.isOurs && (frame.place.isEmpty() || frame.place.startsWith("block-the-loop"_L1));
}

void report(Lab &lab, int done, const QList<StackFrame> &culprits)
{
    for (const StackFrame &frame : culprits)
        lab.note(frame.function);
    const auto traced = std::ranges::count_if(culprits, isOfThisCode);
    lab.measure(workName, done);
    lab.measure(stallsName, double(culprits.size()));
    // Where nothing can be named all of them are taken for ours.
    lab.measure(tracedName, double(StallWatch::canName() ? traced : culprits.size()));
}

QCoro::Task<> pitfall(Lab &lab)
{
    StallWatch watch(lab, thresholdOf(lab));
    const Length length = lengthOf(lab);
    const std::vector<std::pair<QString, std::function<int()>>> ways {
        {u"sleep"_s, [=] { return sleeping(length); }},
        {u"busy CPU"_s, [=] { return computing(length); }},
        {u"synchronous network wait"_s,
         [&lab, length] { return reading(*ask(lab, length), length); }},
        {u"waitForFinished"_s, [=] { return joining(length); }},
        {u"nested event loop"_s, [=] { return nesting(length); }},
    };
    int done = 0;
    for (const auto &[title, slot] : ways) {
        if (lab.isStopped())
            co_return;
        {
            const Step step = lab.step(title);
            done += slot();
        }
        co_await lab.sleep(length / 4); // some beats between two, or they would be one stall
    }
    report(lab, done, co_await watch.culprits());
}

QCoro::Task<> pattern(Lab &lab)
{
    StallWatch watch(lab, thresholdOf(lab));
    const Length length = lengthOf(lab);
    const KernelFunction<int> compute = [length](KernelContext &context) {
        const auto isStopped = [&context] { return context.stopRequested(); };
        const bool hasAdded = addUp(length, isStopped) != 0;
        return isStopped() ? std::optional<int>() : int(hasAdded);
    };
    const int done = co_await fiveDoneRight(lab, length, compute);
    report(lab, done, co_await watch.culprits());
}

Verdict judge(const Results &results)
{
    const double blocked = results.pitfall().value("traced to this code"_L1);
    const double left = results.pattern().value("traced to this code"_L1);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "Five ways to block: %1 stalls, each traced to its function. The same five pieces of work "
        "without blocking: %2.");
    return {.holds = blocked == 5 && left == 0 && results.pitfall().value("pieces of work"_L1) == 5
                && results.pattern().value("pieces of work"_L1) == 5,
            .number = blocked,
            .sentence = sentence.arg(results.pitfall().text("traced to this code"_L1),
                                     results.pattern().text("traced to this code"_L1))};
}

} // namespace

Experiment blockTheLoop()
{
    return {
        .id = "block-the-loop"_L1,
        .group = Experiment::Group::Pitfalls,
        .title = QT_TRANSLATE_NOOP("Lab", "Block the loop"),
        .lesson
        = QT_TRANSLATE_NOOP("Lab", "A slot that does not return is a window that is frozen."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "five ways to block"), pitfall},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "the same five done right"), pattern}},
        .knobs = {{"length"_L1, QT_TRANSLATE_NOOP("Lab", "Each takes"), 400, 250, 1'000,
                   QT_TRANSLATE_NOOP("Lab", "ms")}},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many of the five ways will freeze the window?"),
           Unit::Count, 0, 5},
        .judge = judge,
        .related = {"offload"_L1, "cancellation"_L1, "futures"_L1},
    };
}
