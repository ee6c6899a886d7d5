// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"
#include "lab/threadtime.h"
#include "record/recorder.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// When what became of a cancel. Times are those of Recorder::now().
struct Stamps
{
    qint64 asked = 0;
    qint64 acknowledged = 0; ///< the loop has turned: a window would show it
    std::atomic<qint64> stopped = 0; ///< the kernel returned; on its thread, as the next
    std::atomic<qint64> freed = 0; ///< its memory is given back
    /// How long others had its core while it was at its last piece, in ns: the pool is polite, so
    /// on a busy machine that is most of the time.
    std::atomic<qint64> keptNs = 0;
};

/// Work with a memory of its own, in pieces of some 0.1 ms. It lasts for a set time, which is the
/// bound of the kernel that does not listen, and no longer than the run that it belongs to.
class Toil
{
public:
    Toil(Lab &lab, std::shared_ptr<Stamps> stamps)
        : m_run(lab.stopToken())
        , m_length(lab.knob("length"))
        , m_size(size_t(lab.knob("memory")) << 20)
        , m_stamps(std::move(stamps))
    {
    }
    Q_DISABLE_COPY_MOVE(Toil)
    ~Toil()
    {
        m_memory = std::vector<quint8>(); // {} would keep it
        m_stamps->freed = Recorder::now();
        if (m_stamps->stopped == 0) // it never began
            m_stamps->stopped.store(m_stamps->freed);
    }

    bool goesOn()
    {
        if (m_memory.empty()) {
            m_memory.reserve(m_size);
            m_end = std::chrono::steady_clock::now() + m_length;
        }
        return !isComplete() && !m_run.stop_requested();
    }
    void doAPiece()
    {
        m_before = ThreadTime::now();
        if (m_memory.size() < m_size) // not all at once, or that would be a long piece
            m_memory.resize(m_memory.size() + (1 << 20));
        for (int i = 0; i < 50'000; ++i)
            m_sum = m_sum * 31 + ++m_memory[m_sum % m_memory.size()];
    }
    /// Nothing when it is ended early.
    std::optional<quint64> end()
    {
        m_stamps->keptNs = (ThreadTime::now() - m_before).waited;
        m_stamps->stopped = Recorder::now();
        return isComplete() ? std::optional(m_sum) : std::nullopt;
    }

private:
    bool isComplete() const { return std::chrono::steady_clock::now() >= m_end; }

    const std::stop_token m_run;
    const std::chrono::milliseconds m_length;
    const size_t m_size; // bytes
    const std::shared_ptr<Stamps> m_stamps;
    std::vector<quint8> m_memory;
    std::chrono::steady_clock::time_point m_end;
    ThreadTime m_before;
    quint64 m_sum = 1;
};

void tell(Lab &lab, const Stamps &stamps)
{
    const auto since = [&stamps](qint64 timeNs) { return double(timeNs - stamps.asked) / 1e6; };
    lab.measure(QT_TRANSLATE_NOOP("Lab", "acknowledged"), since(stamps.acknowledged),
                Unit::Milliseconds);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "stopped"), since(stamps.stopped), Unit::Milliseconds);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "freed"), since(stamps.freed), Unit::Milliseconds);
    lab.measure(QT_TRANSLATE_NOOP("Lab", "kept from its core"),
                std::min(double(stamps.keptNs) / 1e6, since(stamps.stopped)), Unit::Milliseconds);
}

//! [pitfall]
QCoro::Task<> flagNobodyReads(Lab &lab)
{
    const auto stamps = std::make_shared<Stamps>();
    const QFuture<Computed<quint64>> ended = lab.compute(
        u"deaf kernel"_s, [toil = std::make_shared<Toil>(lab, stamps)](KernelContext &) {
            while (toil->goesOn())
                toil->doAPiece();
            return toil->end();
        });

    std::atomic<bool> isCancelled = false;
    co_await lab.sleep(100ms); // then a person has seen enough
    stamps->asked = Recorder::now();
    isCancelled = true; // the button says "cancelled"; the kernel has never heard of it
    co_await lab.sleep(0ms);
    stamps->acknowledged = Recorder::now();

    co_await ended;
    tell(lab, *stamps);
}
//! [pitfall]

//! [pattern]
QCoro::Task<> tokenToTheKernel(Lab &lab)
{
    const auto stamps = std::make_shared<Stamps>();
    std::stop_source cancel;
    const std::stop_callback withTheRun(lab.stopToken(), [&cancel] { cancel.request_stop(); });
    const QFuture<Computed<quint64>> ended = lab.compute(
        u"listening kernel"_s,
        [toil = std::make_shared<Toil>(lab, stamps)](KernelContext &context) {
            while (toil->goesOn() && !context.stopRequested())
                toil->doAPiece();
            return toil->end();
        },
        cancel.get_token());

    co_await lab.sleep(100ms); // then a person has seen enough
    stamps->asked = Recorder::now();
    cancel.request_stop(); // the kernel looks at its token between two pieces
    co_await lab.sleep(0ms);
    stamps->acknowledged = Recorder::now();

    co_await ended;
    tell(lab, *stamps);
}
//! [pattern]

/// How long it took to stop, in ms, not counting what other programs took of that time. Less than
/// a millisecond is not worth telling apart.
double delayOf(const VariantResult &result)
{
    return std::max(1.0, result.value("stopped"_L1) - result.value("kept from its core"_L1));
}

Verdict judge(const Results &results)
{
    const VariantResult &pitfall = results.pitfall();
    const VariantResult &pattern = results.pattern();
    const double times = delayOf(pitfall) / delayOf(pattern);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "Both said so at once. One stopped %1 after the cancel, the other after %2, of which other "
        "programs kept it from its core for %3: %4 sooner. Its memory was back after %5, not %6.");
    return {.holds = times >= 20 && pitfall.value("freed"_L1) >= pitfall.value("stopped"_L1)
                && pattern.value("freed"_L1) >= pattern.value("stopped"_L1)
                && pitfall.value("acknowledged"_L1) < pitfall.value("stopped"_L1),
            .number = times,
            .sentence = sentence.arg(pitfall.text("stopped"_L1), pattern.text("stopped"_L1),
                                     pattern.text("kept from its core"_L1),
                                     MeasurementText::value(times, Unit::Times),
                                     pattern.text("freed"_L1), pitfall.text("freed"_L1))};
}

} // namespace

Experiment cancellation()
{
    return {
        .id = "cancellation"_L1,
        .group = Experiment::Group::Patterns,
        .title = QT_TRANSLATE_NOOP("Lab", "Cancellation"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "Cancelled means stopped, not forgotten."),
        .variants
        = {{"pitfall"_L1, Variant::Role::Pitfall,
            QT_TRANSLATE_NOOP("Lab", "a flag that nobody reads"), flagNobodyReads},
           {"pattern"_L1, Variant::Role::Pattern,
            QT_TRANSLATE_NOOP("Lab", "a stop token down to the kernel"), tokenToTheKernel}},
        .knobs = {{"length"_L1, QT_TRANSLATE_NOOP("Lab", "The work takes"), 2'000, 1'500, 6'000,
                   QT_TRANSLATE_NOOP("Lab", "ms")},
                  {"memory"_L1, QT_TRANSLATE_NOOP("Lab", "Its memory"), 32, 1, 256,
                   QT_TRANSLATE_NOOP("Lab", "MiB")}},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many times sooner will it stop?"), Unit::Times, 1, 3'000},
        .judge = judge,
        .related = {"timeout"_L1, "offload"_L1, "concurrency-parallelism"_L1},
    };
}
