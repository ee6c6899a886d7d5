// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/lab.h"

#include <QCoreApplication>
#include <QThread>
#include <QUdpSocket>

#include <functional>
#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// In the order of the source below.
QStringList asWritten()
{
    return {u"direct call"_s,  u"queued signal"_s,   u"0 ms timer"_s,
            u"urgent event"_s, u"readable socket"_s, u"deferred delete"_s};
}

/// Writes down in which order things run.
class Sequence final : public QObject
{
public:
    explicit Sequence(Lab &lab)
        : m_lab(lab)
    {
        m_promise.start();
        m_onStop.emplace(lab.stopToken(), [this] { m_promise.finish(); });
    }
    ~Sequence() override { m_promise.finish(); }

    void ran(const QString &what)
    {
        if (m_lab.isStopped())
            return;
        const Step step = m_lab.step(what);
        QThread::msleep(ulong(m_lab.knob("work"))); // long enough to be seen
        m_order.append(what);
        if (m_order.size() == asWritten().size())
            m_promise.finish();
    }
    /// The same, to be called later.
    std::function<void()> runs(const QString &what)
    {
        return [this, what] { ran(what); };
    }
    /// All of them ran, or the lab was stopped.
    QFuture<void> isComplete() const { return m_promise.future(); }
    QStringList order() const { return m_order; }

protected:
    void customEvent(QEvent *) override { ran(u"urgent event"_s); }

private:
    Lab &m_lab;
    QStringList m_order;
    QPromise<void> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

/// What the six are asked of, and who hears of it.
struct Sources
{
    explicit Sources(Sequence &sequence)
    {
        QObject::connect(&object, &QObject::objectNameChanged, &sequence,
                         sequence.runs(u"queued signal"_s), Qt::QueuedConnection);
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &sequence, sequence.runs(u"0 ms timer"_s));
        QObject::connect(&socket, &QUdpSocket::readyRead, &sequence,
                         sequence.runs(u"readable socket"_s));
        QObject::connect(doomed, &QObject::destroyed, &sequence,
                         sequence.runs(u"deferred delete"_s));
        if (!socket.bind(QHostAddress::LocalHost))
            throw std::runtime_error(socket.errorString().toStdString());
    }

    QObject object;
    QObject *const doomed = new QObject(&object);
    QTimer timer;
    QUdpSocket socket;
};

/// The verdict compares the notes.
void tell(Lab &lab, const QStringList &order)
{
    lab.note(order.join(", "_L1));
    if (!lab.measurements().isEmpty())
        return; // the second time
    int hits = 0;
    for (qsizetype i = 0; i < order.size(); ++i)
        hits += order[i] == asWritten()[i];
    lab.measure(QT_TRANSLATE_NOOP("Lab", "ran where it is written"), hits);
}

//! [pitfall]
/// Goes through the source from top to bottom, as one reads it.
QCoro::Task<> guess(Lab &lab)
{
    Sequence sequence(lab);
    sequence.ran(u"direct call"_s);
    sequence.ran(u"queued signal"_s); // "it was emitted, so its slot runs"
    sequence.ran(u"0 ms timer"_s); // "0 ms is at once"
    sequence.ran(u"urgent event"_s); // "urgent, but the fourth"
    sequence.ran(u"readable socket"_s); // "the data is there already"
    sequence.ran(u"deferred delete"_s); // "later, so the last"
    tell(lab, sequence.order());
    co_return;
}
//! [pitfall]

//! [pattern]
void askForAll(Sequence &sequence, Sources &sources)
{
    sequence.ran(u"direct call"_s);
    sources.object.setObjectName(u"new"_s); // a signal, through a Qt::QueuedConnection
    sources.timer.start(0ms);
    QCoreApplication::postEvent(&sequence, new QEvent(QEvent::User), Qt::HighEventPriority);
    // To itself: the system has it before this returns, so the socket is readable from now on.
    sources.socket.writeDatagram("x", 1, QHostAddress::LocalHost, sources.socket.localPort());
    sources.doomed->deleteLater();
}

QCoro::Task<> watchTwice(Lab &lab)
{
    for (int round = 0; round < 2; ++round) {
        Sequence sequence(lab);
        Sources sources(sequence);
        // Always from the slot of a timer: what comes first depends on where in its turn the loop
        // is.
        QTimer::singleShot(1ms, &sequence, [&] { askForAll(sequence, sources); });
        co_await sequence.isComplete();
        tell(lab, sequence.order());
    }
}
//! [pattern]

Verdict judge(const Results &results)
{
    const QStringList written = results.pitfall().notes;
    const QStringList seen = results.pattern().notes;
    const bool isSameTwice = seen.size() == 2 && seen[0] == seen[1];
    const double hits = results.pattern().value("ran where it is written"_L1);
    const QString sentence = isSameTwice
        ? QCoreApplication::translate("Lab",
                                      "%1 of the 6 ran where they are written. The loop's order, "
                                      "twice the same: %2.")
        : QCoreApplication::translate("Lab",
                                      "%1 of the 6 ran where they are written, and the "
                                      "second time the order was another: %2.");
    return {.holds = isSameTwice && written == QStringList(asWritten().join(", "_L1))
                && seen.first() != written.first(),
            .number = hits,
            .sentence = sentence.arg(MeasurementText::value(hits, Unit::Count), seen.value(1))};
}

} // namespace

Experiment loopAnatomy()
{
    return {
        .id = "loop-anatomy"_L1,
        .group = Experiment::Group::Foundations,
        .title = QT_TRANSLATE_NOOP("Lab", "The order of the loop"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "The loop has an order of its own."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "guessed from the source"), guess},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "watched, twice"), watchTwice}},
        .knobs = {{"work"_L1, QT_TRANSLATE_NOOP("Lab", "Each of the six takes"), 20, 0, 100,
                   QT_TRANSLATE_NOOP("Lab", "ms")}},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many of the six will run in the place where they stand?"),
           Unit::Count, 0, 6},
        .judge = judge,
        .related = {"blocking-io"_L1, "callbacks"_L1, "block-the-loop"_L1},
    };
}
