// SPDX-License-Identifier: MIT
#include "loop/pausemeter.h"
#include "loop/suspendmeter.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 msNs = 1'000'000;
}

/// Late wakes that are somebody else's doing, told by clocks made up here.
class TestPauseMeter : public QObject
{
    Q_OBJECT
private slots:
    void wakes_data();
    void wakes();
    void overlap();
    void sleepOfTheMachine();
    void theClocksOfThisMachine();
};

void TestPauseMeter::wakes_data()
{
    QTest::addColumn<qint64>("asleepMs");
    QTest::addColumn<qint64>("dueMs");
    QTest::addColumn<qint64>("wokeMs");
    QTest::addColumn<qint64>("readyMs"); // how long of it for want of a processor
    QTest::addColumn<qint64>("pausedMs");
    QTest::newRow("in time") << 1'000LL << 1'100LL << 1'101LL << 0LL << 0LL;
    QTest::newRow("a little late") << 1'000LL << 1'100LL << 1'180LL << 0LL << 0LL;
    QTest::newRow("stopped") << 1'000LL << 1'100LL << 3'100LL << 5LL << 2'000LL;
    QTest::newRow("no processor") << 1'000LL << 1'100LL << 3'100LL << 1'900LL << 0LL;
    QTest::newRow("told earlier") << 1'000LL << 1'100LL << 1'050LL << 0LL << 0LL;
    QTest::newRow("due while it worked") << 2'000LL << 1'100LL << 2'010LL << 0LL << 0LL;
    QTest::newRow("stopped, due while it worked") << 2'000LL << 1'100LL << 2'510LL << 0LL << 510LL;
}

void TestPauseMeter::wakes()
{
    QFETCH(qint64, asleepMs);
    QFETCH(qint64, dueMs);
    QFETCH(qint64, wokeMs);
    QFETCH(qint64, readyMs);
    QFETCH(qint64, pausedMs);
    qint64 waitNs = 77 * msNs;
    PauseMeter meter([&waitNs] { return waitNs; });
    meter.fallAsleep(asleepMs * msNs);
    waitNs += readyMs * msNs;
    const std::optional<Pause> pause = meter.wake(dueMs * msNs, wokeMs * msNs);
    QCOMPARE(pause.has_value(), pausedMs > 0);
    if (!pause)
        return;
    QCOMPARE(pause->endNs - pause->beginNs, pausedMs * msNs);
    QCOMPARE(pause->endNs, wokeMs * msNs);
    QVERIFY(pause->kind == PauseKind::Stopped || pause->kind == PauseKind::Debugger);
}

void TestPauseMeter::overlap()
{
    const Pause pause {100, 200};
    QCOMPARE(pause.within(0, 1'000), 100);
    QCOMPARE(pause.within(150, 1'000), 50);
    QCOMPARE(pause.within(150, 160), 10);
    QCOMPARE(pause.within(200, 300), 0);
    QCOMPARE(pause.within(0, 50), 0);
}

void TestPauseMeter::sleepOfTheMachine()
{
    qint64 sleptNs = 5'000 * msNs; // before the program was started
    SuspendMeter meter([&sleptNs] { return sleptNs; });
    QCOMPARE(meter.take(), 0);
    sleptNs += 60 * msNs;
    QCOMPARE(meter.take(), 0); // no more than two clocks may differ by
    sleptNs += 9'000 * msNs;
    QCOMPARE(meter.take(), 9'000 * msNs);
    QCOMPARE(meter.take(), 0);
}

void TestPauseMeter::theClocksOfThisMachine()
{
    SuspendMeter meter;
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(meter.take(), 0);
    QVERIFY(SuspendMeter::machineNs() >= 0);
    const qint64 before = PauseMeter::threadWaitNs();
    QVERIFY(before >= 0 && PauseMeter::threadWaitNs() >= before);
}

QTEST_GUILESS_MAIN(TestPauseMeter)
#include "tst_pausemeter.moc"
