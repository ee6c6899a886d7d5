// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"
#include "record/recorder.h"
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

/// Counts of stalls are exactly those of the blocks made; their kind is told by their turns. The
/// threshold is well above what a loaded machine adds by itself.
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
    Stall onlyStall() const;

    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<QSignalSpy> m_stalls;
    std::unique_ptr<QSignalSpy> m_beats;
};

namespace {

constexpr qint64 msNs = 1'000'000;

void blockFor(std::chrono::milliseconds length)
{
    QThread::msleep(quint64(length.count()));
}

} // namespace

void TestLoopMonitor::init()
{
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

Stall TestLoopMonitor::onlyStall() const
{
    return m_stalls->size() == 1 ? m_stalls->first().first().value<Stall>() : Stall();
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
    const auto block = [] { blockFor(400ms); };
    if (posted)
        QMetaObject::invokeMethod(this, block, Qt::QueuedConnection);
    else
        QTimer::singleShot(0, this, block);
    QVERIFY(beatAgain(5));
    QCOMPARE(m_stalls->size(), 1);
    const Stall stall = onlyStall();
    QCOMPARE(stall.kind, Stall::Kind::Hang);
    QVERIFY(stall.longestTurnNs >= 400 * msNs);
    QVERIFY(stall.lengthNs() >= stall.longestTurnNs);
    QCOMPARE(m_monitor->stallCount(), 1);
    QCOMPARE(m_monitor->stalls().size(), 1u);
    // One lag, not one for each beat that could not happen.
    QVERIFY(m_monitor->recent().maxNs >= 380 * msNs);
    QVERIFY(m_monitor->recent().count < 20);
}

void TestLoopMonitor::manyShortEventsAreCongestion()
{
    for (int i = 0; i < 80; ++i)
        QMetaObject::invokeMethod(
            this, [] { blockFor(5ms); }, Qt::QueuedConnection);
    QVERIFY(beatAgain(5));
    QCOMPARE(m_stalls->size(), 1);
    const Stall stall = onlyStall();
    QCOMPARE(stall.kind, Stall::Kind::Congestion);
    QVERIFY2(stall.turns >= 40 && stall.turns <= 90, qPrintable(QString::number(stall.turns)));
    QVERIFY(stall.lengthNs() >= 360 * msNs);
}

void TestLoopMonitor::aSlotThatSendsManyEventsIsAHang()
{
    const auto slot = [this] {
        for (int i = 0; i < 80; ++i) {
            QEvent event(QEvent::LayoutRequest);
            QCoreApplication::sendEvent(this, &event);
            blockFor(5ms);
        }
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain(5));
    QCOMPARE(m_stalls->size(), 1);
    QCOMPARE(onlyStall().kind, Stall::Kind::Hang);
}

void TestLoopMonitor::aBlockInANestedLoopIsOneHang()
{
    const auto slot = [this] {
        QEventLoop nested;
        QTimer::singleShot(50, &nested, [] { blockFor(400ms); });
        QTimer::singleShot(100, &nested, &QEventLoop::quit);
        nested.exec();
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain(20));
    QCOMPARE(m_stalls->size(), 1);
    QCOMPARE(onlyStall().kind, Stall::Kind::Hang);
    QVERIFY(onlyStall().longestTurnNs >= 400 * msNs);
}

void TestLoopMonitor::aNestedLoopAloneIsNoStall()
{
    const auto slot = [this] {
        QEventLoop nested;
        QTimer::singleShot(500, &nested, &QEventLoop::quit);
        nested.exec();
        blockFor(400ms); // after the nested loop, in the same slot
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain(10));
    QCOMPARE(m_stalls->size(), 0);
    QVERIFY(waitUntil([this] { return m_stalls->size() == 1; }));
    QCOMPARE(onlyStall().kind, Stall::Kind::Hang);
    QVERIFY(onlyStall().longestTurnNs >= 400 * msNs);
    QVERIFY(onlyStall().longestTurnNs < 900 * msNs);
}

void TestLoopMonitor::beingInactiveIsNoStall()
{
    m_monitor->setActive(false);
    QVERIFY(!m_monitor->isActive());
    QCOMPARE(m_monitor->nextDueNs(), std::numeric_limits<qint64>::max());
    const qsizetype beats = m_beats->size();
    blockFor(300ms);
    QCoreApplication::processEvents();
    QCOMPARE(m_beats->size(), beats);
    m_monitor->setActive(true);
    QVERIFY(beatAgain(5));
    QCOMPARE(m_stalls->size(), 0);
}

void TestLoopMonitor::changingTheIntervalIsNoStall()
{
    m_monitor->setInterval(250ms);
    QVERIFY(beatAgain(3));
    m_monitor->setInterval(16ms);
    QVERIFY(beatAgain(3));
    QCOMPARE(m_stalls->size(), 0);
    QCOMPARE(m_monitor->interval(), 16ms);
}

void TestLoopMonitor::aBlockUpToAChangeIsStillTold()
{
    blockFor(400ms);
    m_monitor->setInterval(250ms);
    QCOMPARE(m_stalls->size(), 1);
    blockFor(100ms);
    m_monitor->setActive(false);
    QCOMPARE(m_stalls->size(), 1);
}

void TestLoopMonitor::everyBlockIsOneStall()
{
    for (int block = 1; block <= 3; ++block) {
        QTimer::singleShot(0, this, [] { blockFor(250ms); });
        QVERIFY(waitUntil([this, block] { return m_stalls->size() >= block; }));
        QVERIFY(beatAgain(10));
        QCOMPARE(m_stalls->size(), block);
    }
    QCOMPARE(m_monitor->stallCount(), 3);
}

void TestLoopMonitor::busyIsTheShareOfTheTurns()
{
    const qint64 before = m_monitor->busyNs();
    QTimer::singleShot(0, this, [] { blockFor(300ms); });
    QVERIFY(beatAgain(10));
    const qint64 busy = m_monitor->busyNs() - before;
    QVERIFY(busy >= 300 * msNs);
    QVERIFY(m_monitor->busyFraction() > 0.3);
    QVERIFY(m_monitor->busyFraction() < 1.0);
    QVERIFY(waitUntil([this] { return m_monitor->busyFraction() < 0.3; }));
}

void TestLoopMonitor::worksOnAnotherThread()
{
    std::atomic<int> hangs = 0;
    std::atomic<int> all = 0;
    std::promise<LoopMonitor *> started; // a race detector sees it, and not what Qt would do
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        LoopMonitor there;
        there.setStallThreshold(200ms);
        connect(&there, &LoopMonitor::stalled, &there, [&](const Stall &stall) {
            hangs += stall.kind == Stall::Kind::Hang;
            ++all;
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
    QMetaObject::invokeMethod(monitor, [] { blockFor(400ms); });
    QTRY_COMPARE_WITH_TIMEOUT(hangs.load(), 1, 10'000);
    const qint64 last = monitor->lastBeatNs();
    QTRY_VERIFY_WITH_TIMEOUT(monitor->lastBeatNs() > last, 10'000);
    QCOMPARE(all.load(), 1);
    thread->quit();
    QVERIFY(thread->wait(10'000));
}

QTEST_GUILESS_MAIN(TestLoopMonitor)
#include "tst_loopmonitor.moc"
