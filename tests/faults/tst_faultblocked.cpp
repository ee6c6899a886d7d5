// SPDX-License-Identifier: MIT
#include "job/loopblocker.h"
#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "loop/watchdog.h"
#include "session/session.h"
#include "session/stalllist.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 19: the loop is blocked for 3 s while transfers run.
class TestFaultBlocked : public QObject
{
    Q_OBJECT
private slots:
    void transfersGoOnAndItIsOneStall();
};

void TestFaultBlocked::transfersGoOnAndItIsOneStall()
{
    FetchFixture net;
    Session session;
    const StallList stalls(session);
    LoopMonitor monitor;
    monitor.setStallThreshold(500ms);
    LoopRecorder recorder(monitor, net.recorder);
    Watchdog watchdog(monitor, recorder, net.recorder);
    connect(&recorder, &LoopRecorder::recorded, this,
            [&](TaskId id, const Stall &stall) { watchdog.attach(id, stall); });
    QSignalSpy beats(&monitor, &LoopMonitor::beat);
    monitor.setActive(true);
    watchdog.start();
    QVERIFY(beats.wait(FetchFixture::guardMs));

    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 60; ++i) {
        // Each of its limits is over well before the loop turns again.
        FetchRequest request = net.request(u"delay/%1"_s.arg(200 + i));
        request.limits
            = {.firstByte = 1'500ms, .silence = 1'500ms, .total = 1'500ms, .maxBytes = 4 << 20};
        futures.append(net.fetcher.fetch(request));
    }
    QTimer::singleShot(0, this, [] { LoopBlocker::block(BlockWay::Sleep, 3s); });
    for (const auto &future : futures) {
        const Outcome outcome = net.wait(future).outcome;
        QVERIFY2(outcome.hasSucceeded(), qPrintable(outcome.message));
    }
    QVERIFY(beats.wait(FetchFixture::guardMs));
    session.recording().setRecorder(&net.recorder);
    QTRY_VERIFY_WITH_TIMEOUT(
        stalls.rowCount() > 0 && (stalls.receipt(0).samples() > 0 || !StackSampler::isAvailable()),
        FetchFixture::guardMs);
    QCOMPARE(stalls.rowCount(), 1);
    const StallReceipt receipt = stalls.receipt(0);
    QVERIFY(receipt.lengthNs() >= 2'900'000'000);
    QVERIFY(!receipt.isCongestion);
    QCOMPARE(receipt.pausedNs, 0);
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    QCOMPARE(receipt.culprit().frame.function, u"sleepInSlot"_s);
    // Some thirty on an idle machine; on a busy one the watchdog, too, waits for a core.
    QVERIFY2(receipt.samples() >= 3, qPrintable(QString::number(receipt.samples())));
    QCOMPARE(receipt.cause(), StallCause::Sleep);
}

QTEST_GUILESS_MAIN(TestFaultBlocked)
#include "tst_faultblocked.moc"
