// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/watchfixture.h"

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A stall has one id from its first event to its last, and both of these, whoever saw it first.
class TestStallIds : public WatchFixture
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void itHasItsIdFromTheBeginning();
    void aSecondStallRightAfterIsAnother();
    void whatBeganHasAnEnd_data();
    void whatBeganHasAnEnd();
    void atTheThresholdAllAgree();
    void theBeatTellsWhichOneItIs();
};

/// Taken out of the recorder by another thread in the middle of it, as a crash would leave it.
void TestStallIds::itHasItsIdFromTheBeginning()
{
    if (!StackSampler::isAvailable())
        QSKIP("stacks cannot be sampled on this platform");
    std::vector<TaskEvent> early;
    const BlockSpan span = block([this, &early] {
        napUntil(looks(4));
        std::jthread([this, &early] { early = m_recorder->take(); }).join();
        m_events.append(QList<TaskEvent>(early.begin(), early.end()));
        napUntil(looks(2));
    });
    QVERIFY(waitForEnd(span));
    const TaskId stall = stallOf(span);
    QVERIFY(stall != TaskId::None);
    const auto count = [stall](const auto &events, EventKind kind) {
        return std::ranges::count_if(events, [=](const TaskEvent &event) {
            return event.task == stall && event.kind == kind;
        });
    };
    QCOMPARE(count(early, EventKind::StallBegan), 1);
    QVERIFY(count(early, EventKind::StallSample) >= 2);
    QCOMPARE(count(early, EventKind::StallEnded), 0);
    const auto began = std::ranges::find(early, EventKind::StallBegan, &TaskEvent::kind);
    QVERIFY(span.overlaps(began->value, began->timeNs));
    // The rest comes under the same id, and tells better when it began.
    QVERIFY(count(m_events, EventKind::StallSample) > count(early, EventKind::StallSample));
    QCOMPARE(count(m_events, EventKind::StallEnded), 1);
    QVERIFY(told(EventKind::StallBegan, stall).last().value <= began->value);
    QVERIFY(isEachOver());
}

/// Right within what the end of the first one causes, so that its beat is late before the recorder
/// has heard of the first one's end.
void TestStallIds::aSecondStallRightAfterIsAnother()
{
    Recorder recorder;
    LoopMonitor monitor;
    monitor.setStallThreshold(200ms);
    BlockSpan first;
    BlockSpan second;
    connect(&monitor, &LoopMonitor::stalled, this, [&] {
        if (first.endNs > 0 && second.endNs == 0)
            second.record([this] { napUntil(looks(3)); });
    });
    LoopRecorder loopRecorder(monitor, recorder);
    Watchdog watchdog(monitor, loopRecorder, recorder);
    watchdog.setListener([this](const StallNews &news) { m_log->add(news); });
    QSignalSpy recorded(&loopRecorder, &LoopRecorder::recorded);
    m_monitor->setActive(false);
    monitor.setActive(true);
    watchdog.start();
    QMetaObject::invokeMethod(
        this, [&] { first.record([this] { napUntil(looks(3)); }); }, Qt::QueuedConnection);
    const auto idOf = [&recorded](const BlockSpan &span) {
        for (const QList<QVariant> &told : recorded) {
            const auto stall = told[1].value<Stall>();
            if (span.endNs > 0 && span.overlaps(stall.beginNs, stall.endNs))
                return told[0].value<TaskId>();
        }
        return TaskId::None;
    };
    QVERIFY(QTest::qWaitFor([&] { return idOf(second) != TaskId::None; }, guardMs));
    QVERIFY(idOf(first) != TaskId::None && idOf(first) != idOf(second));
    for (const TaskEvent &event : recorder.take())
        m_events.append(event);
    QVERIFY(isEachOver());
    // The second one began before the first one's end was told.
    QVERIFY(told(EventKind::StallBegan, idOf(second)).first().timeNs
            < told(EventKind::StallEnded, idOf(first)).first().timeNs);
    if (!StackSampler::isAvailable())
        return;
    const QList<TaskEvent> ofFirst = told(EventKind::StallSample, idOf(first));
    const QList<TaskEvent> ofSecond = told(EventKind::StallSample, idOf(second));
    QVERIFY(!ofFirst.isEmpty() && ofFirst.first().timeNs < second.beginNs);
    QVERIFY(!ofSecond.isEmpty() && ofSecond.first().timeNs > second.beginNs);
}

void TestStallIds::whatBeganHasAnEnd_data()
{
    QTest::addColumn<QString>("meanwhile");
    QTest::newRow("the threshold is raised") << u"threshold"_s;
    QTest::newRow("the monitor is stopped") << u"stop"_s;
    QTest::newRow("the monitor goes slower") << u"interval"_s;
    QTest::newRow("nobody observes any more") << u"leave"_s;
}

/// Whatever becomes of those who would tell of it.
void TestStallIds::whatBeganHasAnEnd()
{
    QFETCH(QString, meanwhile);
    BlockSpan span;
    QMetaObject::invokeMethod(
        this,
        [&] {
            span.record([&] {
                napUntil(looks(2));
                m_monitor->setStallThreshold(1h); // no beat is as late as that
                if (meanwhile == u"stop")
                    m_monitor->setActive(false);
                else if (meanwhile == u"interval")
                    m_monitor->setInterval(500ms);
                if (meanwhile != u"leave")
                    return;
                m_watchdog.reset();
                m_loopRecorder.reset();
            });
        },
        Qt::QueuedConnection);
    QVERIFY(waitForEnd(span));
    QVERIFY(isEachOver());
    const TaskEvent ended = told(EventKind::StallEnded, stallOf(span)).first();
    QVERIFY(ended.timeNs >= span.beginNs + std::chrono::nanoseconds(200ms).count());
}

/// Just about as long as the threshold: either nobody tells of it, or all do.
void TestStallIds::atTheThresholdAllAgree()
{
    m_monitor->setStallThreshold(30ms);
    for (int us = 28'000; us <= 52'000; us += 500) {
        QMetaObject::invokeMethod(
            this, [us] { QThread::usleep(ulong(us)); }, Qt::QueuedConnection);
        QVERIFY(beatAgain(1));
    }
    m_monitor->setStallThreshold(1h);
    QVERIFY(beatAgain());
    take();
    QVERIFY(isEachOver());
    QCOMPARE(told(EventKind::StallEnded).size(), qsizetype(m_monitor->stallCount()));
    qInfo("%lld of 49 were stalls", qint64(told(EventKind::StallEnded).size()));
}

/// Without a watchdog, as any other thread may do it.
void TestStallIds::theBeatTellsWhichOneItIs()
{
    m_watchdog.reset();
    m_monitor->setStallThreshold(1h);
    take();
    m_events.clear();
    const qint64 due = m_monitor->nextDueNs();
    const TaskId stall = m_loopRecorder->begin(due);
    QVERIFY(stall != TaskId::None);
    QCOMPARE(m_loopRecorder->begin(due), stall);
    QCOMPARE(m_loopRecorder->begin(due - 1), TaskId::None); // nobody waits for that one
    QVERIFY(beatAgain(1));
    QCOMPARE(m_loopRecorder->begin(due), TaskId::None); // it has come
    take();
    QCOMPARE(told(EventKind::StallBegan).first().task, stall);
    QCOMPARE(told(EventKind::StallBegan).first().value, due);
    QCOMPARE(told(EventKind::StallEnded).size(), 1); // though it was hardly late
    QVERIFY(isEachOver());
    QCOMPARE(m_monitor->stalls().back().dueNs, due);
}

QTEST_GUILESS_MAIN(TestStallIds)
#include "tst_stallids.moc"
