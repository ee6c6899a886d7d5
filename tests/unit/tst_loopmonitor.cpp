// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"
#include "record/recorder.h"
#include "shared/blockspan.h"
#include "shared/namedmain.h"

#include <QEventLoop>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <functional>
#include <future>
#include <memory>

using namespace std::chrono_literals;

/// Each block made is exactly one stall, whatever stalls a busy machine adds elsewhere; its kind is
/// told by its turns.
class TestLoopMonitor : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void beatsWhileTheLoopTurns();
    void aBlockIsOneHang_data();
    void aBlockIsOneHang();
    void manyShortEventsAreCongestion();
    void aSlotThatSendsManyEventsIsAHang();
    void aBlockInANestedLoopIsOneHang();
    void aNestedLoopAloneIsNoStall();
    void beingInactiveIsNoStall();
    void changingTheIntervalIsNoStall();
    void aBlockUpToAChangeIsStillTold();
    void everyBlockIsOneStall();
    void busyIsTheShareOfTheTurns();
    void worksOnAnotherThread();

private:
    bool beatAgain(int beats = 2);
    /// Within a real loop: QTest::qWaitFor sleeps between its looks, which is busy time.
    bool waitUntil(const std::function<bool()> &reached);
    void block(std::chrono::milliseconds length) { m_span.sleep(length); }
    /// Those that the last block is part of.
    QList<Stall> stalls() const { return m_span.stalls(*m_stalls); }
    Stall onlyStall() const { return stalls().size() == 1 ? stalls().first() : Stall(); }

    BlockSpan m_span;
    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<QSignalSpy> m_stalls;
    std::unique_ptr<QSignalSpy> m_beats;
};

namespace {

constexpr qint64 msNs = 1'000'000;

} // namespace

void TestLoopMonitor::init()
{
    m_span = {};
    m_monitor = std::make_unique<LoopMonitor>();
    m_stalls = std::make_unique<QSignalSpy>(m_monitor.get(), &LoopMonitor::stalled);
    m_beats = std::make_unique<QSignalSpy>(m_monitor.get(), &LoopMonitor::beat);
    m_monitor->setStallThreshold(200ms);
    m_monitor->setActive(true);
    QVERIFY(beatAgain());
}

void TestLoopMonitor::cleanup()
{
    m_beats.reset();
    m_stalls.reset();
    m_monitor.reset();
}

bool TestLoopMonitor::beatAgain(int beats)
{
    const qsizetype wanted = m_beats->size() + beats;
    return waitUntil([this, wanted] { return m_beats->size() >= wanted; });
}

bool TestLoopMonitor::waitUntil(const std::function<bool()> &reached)
{
    for (int beats = 0; beats < 500; ++beats) {
        if (reached())
            return true;
        if (!m_beats->wait(10'000))
            return false;
    }
    return false;
}

void TestLoopMonitor::beatsWhileTheLoopTurns()
{
    const qint64 before = m_monitor->lastBeatNs();
    QVERIFY(beatAgain(20));
    QVERIFY(m_monitor->lastBeatNs() > before);
    QVERIFY(m_monitor->nextDueNs() > m_monitor->lastBeatNs());
    QCOMPARE(m_monitor->sinceStart().count, qint64(m_beats->size()));
    QCOMPARE(qint64(m_monitor->samples().size()), qint64(m_beats->size()));
    QVERIFY(m_monitor->turns() >= 20);
    QVERIFY(m_monitor->beatsPerSecond() <= 63);
    for (size_t i = 1; i < m_monitor->samples().size(); ++i) {
        const qint64 step = m_monitor->samples()[i].timeNs - m_monitor->samples()[i - 1].timeNs;
        QVERIFY(step >= m_monitor->samples()[i].lagNs + 15 * msNs);
    }
}

void TestLoopMonitor::aBlockIsOneHang_data()
{
    QTest::addColumn<bool>("posted");
    QTest::newRow("in a timer") << false;
    QTest::newRow("in a posted event") << true;
}

void TestLoopMonitor::aBlockIsOneHang()
{
    QFETCH(bool, posted);
    const auto slot = [this] { block(400ms); };
    if (posted)
        QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    else
        QTimer::singleShot(0, this, slot);
    QVERIFY(beatAgain(5));
    QCOMPARE(stalls().size(), 1);
    const Stall stall = onlyStall();
    QCOMPARE(stall.kind, StallKind::Hang);
    QVERIFY(stall.longestTurnNs >= 400 * msNs);
    QVERIFY(stall.lengthNs() >= stall.longestTurnNs);
    QCOMPARE(m_monitor->stallCount(), qint64(m_stalls->size()));
    QCOMPARE(qsizetype(m_monitor->stalls().size()), m_stalls->size());
    // One lag, not one for each beat that could not happen.
    QVERIFY(m_monitor->recent().maxNs >= 380 * msNs);
    QVERIFY(m_monitor->recent().count < 20);
    QCOMPARE(m_monitor->sinceStart().count, qint64(m_beats->size()));
}

void TestLoopMonitor::manyShortEventsAreCongestion()
{
    m_monitor->setStallThreshold(400ms); // well above what one of them may take on a busy machine
    BlockSpan all;
    for (int i = 0; i < 160; ++i) {
        const auto one = [this, &all, i] {
            block(5ms);
            all = {i == 0 ? m_span.beginNs : all.beginNs, m_span.endNs};
        };
        QMetaObject::invokeMethod(this, one, Qt::QueuedConnection);
    }
    QVERIFY(beatAgain(5));
    QCOMPARE(all.stalls(*m_stalls).size(), 1);
    const Stall stall = all.stalls(*m_stalls).first();
    QCOMPARE(stall.kind, StallKind::Congestion);
    QVERIFY2(stall.turns >= 80 && stall.turns <= 180, qPrintable(QString::number(stall.turns)));
    QVERIFY(stall.lengthNs() >= 760 * msNs);
}

void TestLoopMonitor::aSlotThatSendsManyEventsIsAHang()
{
    const auto slot = [this] {
        m_span.record([this] {
            for (int i = 0; i < 80; ++i) {
                QEvent event(QEvent::LayoutRequest);
                QCoreApplication::sendEvent(this, &event);
                QThread::msleep(5);
            }
        });
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain(5));
    QCOMPARE(stalls().size(), 1);
    QCOMPARE(onlyStall().kind, StallKind::Hang);
}

void TestLoopMonitor::aBlockInANestedLoopIsOneHang()
{
    const auto slot = [this] {
        QEventLoop nested;
        QTimer::singleShot(50, &nested, [this] { block(400ms); });
        QTimer::singleShot(100, &nested, &QEventLoop::quit);
        nested.exec();
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain(20));
    QCOMPARE(stalls().size(), 1);
    QCOMPARE(onlyStall().kind, StallKind::Hang);
    QVERIFY(onlyStall().longestTurnNs >= 400 * msNs);
}

void TestLoopMonitor::aNestedLoopAloneIsNoStall()
{
    m_monitor->setStallThreshold(1s); // no machine is that busy
    BlockSpan nestedLoop;
    const auto slot = [&] {
        nestedLoop.record([] {
            QEventLoop nested;
            QTimer::singleShot(1'500, &nested, &QEventLoop::quit);
            nested.exec();
        });
        block(1'300ms); // after the nested loop, in the same slot
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(waitUntil([this] { return m_span.endNs > 0 && !stalls().isEmpty(); }));
    QCOMPARE(m_stalls->size(), 1);
    QCOMPARE(onlyStall().kind, StallKind::Hang);
    QVERIFY(onlyStall().longestTurnNs >= 1'300 * msNs);
    QVERIFY(onlyStall().longestTurnNs < nestedLoop.lengthNs() + m_span.lengthNs());
    QVERIFY(onlyStall().beginNs > nestedLoop.beginNs + 1'000 * msNs);
}

void TestLoopMonitor::beingInactiveIsNoStall()
{
    m_monitor->setActive(false);
    QVERIFY(!m_monitor->isActive());
    QCOMPARE(m_monitor->nextDueNs(), std::numeric_limits<qint64>::max());
    const qsizetype beats = m_beats->size();
    block(300ms);
    QCoreApplication::processEvents();
    QCOMPARE(m_beats->size(), beats);
    m_monitor->setActive(true);
    QVERIFY(beatAgain(5));
    QCOMPARE(stalls().size(), 0);
}

void TestLoopMonitor::changingTheIntervalIsNoStall()
{
    m_monitor->setStallThreshold(1s); // no machine is that busy
    m_monitor->setInterval(1'200ms);
    QVERIFY(beatAgain(2));
    m_monitor->setInterval(16ms);
    QVERIFY(beatAgain(3));
    QCOMPARE(m_stalls->size(), 0);
    QCOMPARE(m_monitor->interval(), 16ms);
}

void TestLoopMonitor::aBlockUpToAChangeIsStillTold()
{
    block(400ms);
    m_monitor->setInterval(250ms);
    QCOMPARE(stalls().size(), 1);
    const qsizetype before = m_stalls->size();
    m_monitor->setInterval(60s); // nothing is due before the end of the next
    block(100ms);
    m_monitor->setActive(false);
    QCOMPARE(m_stalls->size(), before);
}

void TestLoopMonitor::everyBlockIsOneStall()
{
    for (int i = 0; i < 3; ++i) {
        m_span = {};
        QTimer::singleShot(0, this, [this] { block(250ms); });
        QVERIFY(waitUntil([this] { return !stalls().isEmpty(); }));
        QVERIFY(beatAgain(10));
        QCOMPARE(stalls().size(), 1);
    }
    QCOMPARE(m_monitor->stallCount(), qint64(m_stalls->size()));
}

void TestLoopMonitor::busyIsTheShareOfTheTurns()
{
    const qint64 before = m_monitor->busyNs();
    QTimer::singleShot(0, this, [this] { block(300ms); });
    QVERIFY(
        waitUntil([this] { return m_span.endNs > 0; })); // the first beat after it, no later one
    const qint64 busy = m_monitor->busyNs() - before;
    QVERIFY(busy >= 300 * msNs);
    QVERIFY(m_monitor->busyFraction() > 0.3);
    QVERIFY(m_monitor->busyFraction() < 1.0);
    QVERIFY(waitUntil([this] { return m_monitor->busyFraction() < 0.3; }));
}

void TestLoopMonitor::worksOnAnotherThread()
{
    std::atomic<int> hangs = 0; // that the block is part of
    BlockSpan span; // of the other thread, until a hang is told
    std::atomic<int> all = 0;
    std::promise<LoopMonitor *> started; // a race detector sees it, and not what Qt would do
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        LoopMonitor there;
        there.setStallThreshold(200ms);
        connect(&there, &LoopMonitor::stalled, &there, [&](const Stall &stall) {
            if (!span.overlaps(stall.beginNs, stall.endNs))
                return;
            ++all;
            hangs += stall.kind == StallKind::Hang;
        });
        there.setActive(true);
        started.set_value(&there);
        QEventLoop().exec();
    }));
    thread->start();
    const auto stop = qScopeGuard([&] {
        thread->quit();
        thread->wait();
    });
    LoopMonitor *const monitor = started.get_future().get();
    QTRY_VERIFY_WITH_TIMEOUT(monitor->lastBeatNs() > 0, 10'000);
    QMetaObject::invokeMethod(monitor, [&span] { span.sleep(400ms); });
    QTRY_COMPARE_WITH_TIMEOUT(hangs.load(), 1, 10'000);
    const qint64 last = monitor->lastBeatNs();
    QTRY_VERIFY_WITH_TIMEOUT(monitor->lastBeatNs() > last, 10'000);
    QCOMPARE(all.load(), 1);
    thread->quit();
    QVERIFY(thread->wait(10'000));
}

QTEST_GUILESS_MAIN(TestLoopMonitor)
#include "tst_loopmonitor.moc"
