// SPDX-License-Identifier: MIT
#include "compute/kernels/sha256kernel.h"
#include "lab/experiment.h"
#include "lab/lab.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace {

QByteArray dataOf(const Lab &lab)
{
    QRandomGenerator random = lab.random();
    const auto key = char(random.bounded(1, 256));
    return QByteArray(qsizetype(lab.knob("size")) << 20, key);
}

//! [pitfall]
QCoro::Task<> hashInSlot(Lab &lab)
{
    const QByteArray data = dataOf(lab);
    lab.begin(); // measured from here on
    const Step step = lab.step(u"SHA-256 in the slot"_s);
    // The loop does not turn before this line returns.
    lab.note(
        QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex()));
    co_return;
}
//! [pitfall]

//! [pattern]
QCoro::Task<> hashOnPool(Lab &lab)
{
    const QByteArray data = dataOf(lab);
    lab.begin(); // measured from here on
    // Another thread hashes. This one goes back to the loop until the digest is there.
    const Computed<QByteArray> digest
        = co_await lab.compute(u"SHA-256 on the pool"_s, sha256Kernel(data));
    if (digest.value)
        lab.note(QString::fromLatin1(*digest.value));
}
//! [pattern]

Verdict judge(const Results &results)
{
    const double times = results.ratio("loop lag p99"_L1, 0.1);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "The same digest: the loop was late by %1 in the slot, by %2 with the pool: %3 less.");
    return {.holds = times >= 20 && !results.pitfall().notes.isEmpty()
                && results.pitfall().notes == results.pattern().notes,
            .number = times,
            .sentence = sentence.arg(results.pitfall().text("loop lag p99"_L1),
                                     results.pattern().text("loop lag p99"_L1),
                                     MeasurementText::value(times, Unit::Times))};
}

} // namespace

Experiment offload()
{
    return {
        .id = "offload"_L1,
        .group = Experiment::Group::Patterns,
        .title = QT_TRANSLATE_NOOP("Lab", "Offload"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "The loop is for waiting, the pool for working."),
        .variants
        = {{"pitfall"_L1, Variant::Role::Pitfall, QT_TRANSLATE_NOOP("Lab", "hashed in a slot"),
            hashInSlot},
           {"pattern"_L1, Variant::Role::Pattern,
            QT_TRANSLATE_NOOP("Lab", "hashed on the pool, continued in the loop"), hashOnPool}},
        .knobs = {{"size"_L1, QT_TRANSLATE_NOOP("Lab", "Data"), 64, 32, 256,
                   QT_TRANSLATE_NOOP("Lab", "MiB")}},
        .prediction = {QT_TRANSLATE_NOOP("Lab", "How many times less late will the loop be?"),
                       Unit::Times, 1, 2'000},
        .judge = judge,
        .related = {"concurrency-parallelism"_L1, "block-the-loop"_L1, "cancellation"_L1},
    };
}
