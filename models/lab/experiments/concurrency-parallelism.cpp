// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"
#include "lab/plainget.h"
#include "lab/threadtime.h"
#include "record/recorder.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int slices = 4; // of a piece
constexpr qsizetype sliceSize = 512 * 1024; // bytes; some 1.5 ms
constexpr auto wait = 200ms; // of a request

/// What one piece of computing took. Times are those of Recorder::now().
struct Share
{
    ThreadTime time {};
    qint64 beginNs = 0;
    qint64 endNs = 0;
};

/// A piece of work for a processor, done slice by slice.
class Piece
{
public:
    void doSlice()
    {
        static const QByteArray data(sliceSize, 'x');
        const ThreadTime before = ThreadTime::now();
        if (m_share.beginNs == 0)
            m_share.beginNs = Recorder::now();
        m_hash.addData(data);
        m_share.time += ThreadTime::now() - before;
        m_share.endNs = Recorder::now();
    }
    Share share() const { return m_share; }

private:
    QCryptographicHash m_hash {QCryptographicHash::Sha256};
    Share m_share;
};

std::optional<Share> pieceKernel(KernelContext &context)
{
    Piece piece;
    for (int i = 0; i < slices; ++i) {
        if (context.stopRequested())
            return std::nullopt;
        piece.doSlice();
    }
    return piece.share();
}

/// Enough to see it, and few enough that a piece more for one of them tells little.
int threadCount()
{
    return std::min(QThread::idealThreadCount(), 4);
}

void tellWaiting(Lab &lab, qint64 beginNs)
{
    const double alone = double(std::chrono::nanoseconds(wait).count()) * lab.knob("requests");
    lab.measure(QT_TRANSLATE_NOOP("Lab", "speed-up of waiting"),
                alone / double(Recorder::now() - beginNs), Unit::Times);
}

/// The speed-up is the time on a core that the pieces took, added up, by the time that passed: how
/// many cores worked at once. Other programs may have had the cores meanwhile, which is no
/// fault of either way; how much of its time the work was kept from them is measured as well.
void tellComputing(Lab &lab, const QList<Share> &shares)
{
    ThreadTime sum;
    qint64 beginNs = std::numeric_limits<qint64>::max();
    qint64 endNs = 0;
    for (const Share &share : shares) {
        sum += share.time;
        beginNs = std::min(beginNs, share.beginNs);
        endNs = std::max(endNs, share.endNs);
    }
    if (shares.isEmpty() || endNs <= beginNs)
        return; // stopped before
    lab.measure(QT_TRANSLATE_NOOP("Lab", "speed-up of computing"),
                double(sum.ran) / double(endNs - beginNs), Unit::Times);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "cores taken by others"),
                100.0 * double(sum.waited) / double(sum.ran + sum.waited), Unit::Percent);
}

//! [pitfall]
QCoro::Task<Share> asyncPiece(Lab &lab)
{
    TaskHandle task = lab.newTask(u"piece"_s);
    Piece piece;
    for (int i = 0; i < slices && !lab.isStopped(); ++i) {
        task.run({Lane::Kind::Gui});
        piece.doSlice(); // on the one thread that all of them have
        task.suspend(u"its turn"_s);
        co_await lab.sleep(1ms); // lets the others have theirs
    }
    task.finish(Outcome::succeeded());
    co_return piece.share();
}

QCoro::Task<> computeAsync(Lab &lab)
{
    std::vector<QCoro::Task<Share>> pieces;
    for (int i = 0; i < lab.knob("pieces"); ++i)
        pieces.push_back(asyncPiece(lab)); // all begun, none waited for

    QList<Share> shares;
    for (const QCoro::Task<Share> &piece : pieces)
        shares.append(co_await piece);
    tellComputing(lab, shares);
}
//! [pitfall]

//! [pattern]
QCoro::Task<> eachInItsPlace(Lab &lab)
{
    const qint64 beginNs = Recorder::now();
    QList<QFuture<bool>> replies;
    for (int i = 1; i <= lab.knob("requests"); ++i) // waiting: this one thread will do
        replies.append(PlainGet::onLoop(lab, u"delay/%1"_s.arg(wait.count()), i));
    co_await Lab::gather(replies);
    tellWaiting(lab, beginNs);

    ComputePool pool(lab.recorder(), threadCount());
    QList<QFuture<Computed<Share>>> pieces;
    for (int i = 0; i < lab.knob("pieces"); ++i) // computing: a thread for each core
        pieces.append(lab.deliver(pool.run(u"piece"_s, pieceKernel, lab.stopToken(), lab.task())));
    QList<Share> shares;
    for (const Computed<Share> &piece : co_await Lab::gather(pieces)) {
        if (piece.value) // not stopped before
            shares.append(*piece.value);
    }
    tellComputing(lab, shares);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "threads"), pool.threadCount());
}
//! [pattern]

Verdict judge(const Results &results)
{
    const VariantResult &pitfall = results.pitfall();
    const VariantResult &pattern = results.pattern();
    const double waiting = pattern.value("speed-up of waiting"_L1);
    const double oneThread = pitfall.value("speed-up of computing"_L1);
    const double pool = pattern.value("speed-up of computing"_L1);
    const double threads = pattern.value("threads"_L1);
    const double hadCores = 1 - pattern.value("cores taken by others"_L1) / 100;
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "One thread: waiting %1 as fast together, computing only %2. %3 threads of the pool: "
        "computing %4, while other programs took %5 of their time.");
    return {.holds = waiting >= 5 && oneThread <= 1.1 && pool >= 0.8 * threads * hadCores,
            .number = oneThread,
            .sentence = sentence.arg(
                pattern.text("speed-up of waiting"_L1), pitfall.text("speed-up of computing"_L1),
                pattern.text("threads"_L1), pattern.text("speed-up of computing"_L1),
                pattern.text("cores taken by others"_L1))};
}

} // namespace

Experiment concurrencyParallelism()
{
    return {
        .id = "concurrency-parallelism"_L1,
        .group = Experiment::Group::Foundations,
        .title = QT_TRANSLATE_NOOP("Lab", "Overlap or parallel?"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "Waiting overlaps on one thread, computing does not."),
        .variants
        = {{"pitfall"_L1, Variant::Role::Pitfall,
            QT_TRANSLATE_NOOP("Lab", "computing made \"async\" on one thread"), computeAsync},
           {"pattern"_L1, Variant::Role::Pattern,
            QT_TRANSLATE_NOOP("Lab", "waiting on the loop, computing on the pool"),
            eachInItsPlace}},
        .knobs = {{"pieces"_L1, QT_TRANSLATE_NOOP("Lab", "Pieces to compute"), 64, 32, 200},
                  {"requests"_L1, QT_TRANSLATE_NOOP("Lab", "Requests"), 20, 10, 100}},
        .prediction = {QT_TRANSLATE_NOOP("Lab",
                                         "How many times as fast will 64 pieces be "
                                         "computed when they are all async?"),
                       Unit::Times, 1, 64},
        .judge = judge,
        .related = {"blocking-io"_L1, "offload"_L1, "fan-out-fan-in"_L1},
    };
}
