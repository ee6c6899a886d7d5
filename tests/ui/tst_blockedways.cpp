// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "session/stalllist.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/pulse/freeze.h"
#include "ui/pulse/pulsebar.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 120'000; // it blocks again and again until it is caught
}

/// Each way to block the window is caught: its receipt names the function that did it.
class TestBlockedWays : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theReceiptNamesTheFunction_data();
    void theReceiptNamesTheFunction();
    void blockedWorkIsTheParent();
    void anIdleWindowComesToRest();

private:
    int firstNamed(const QString &function, int samples = 1) const;

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<StallList> m_stalls;
    std::unique_ptr<MainWindow> m_window;
};

void TestBlockedWays::initTestCase()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    Theme::apply(*qApp, Theme::Mode::Light);
}

void TestBlockedWays::init()
{
    m_engine = std::make_unique<Engine>();
    m_engine->watchLoop();
    m_stalls = std::make_unique<StallList>(m_engine->session());
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(),
                                         m_engine->server().address({}).toString());
    m_window->freeze().setSlowReply([this](std::chrono::milliseconds length) {
        return m_engine->server().address(u"delay/%1"_s.arg(length.count()));
    });
    m_window->pulseBar().setBlockDuration(1s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().lastBeatNs() > 0, guardMs);
}

void TestBlockedWays::cleanup()
{
    m_window.reset();
    m_stalls.reset();
    m_engine.reset();
}

/// The row of a receipt that blames \p function by that many \p samples; -1 without one.
int TestBlockedWays::firstNamed(const QString &function, int samples) const
{
    for (int row = 0; row < m_stalls->rowCount(); ++row) {
        const StallReceipt &receipt = m_stalls->receipt(row);
        if (receipt.isOver && receipt.culprit().frame.function == function
            && receipt.samples() >= samples)
            return row;
    }
    return -1;
}

void TestBlockedWays::theReceiptNamesTheFunction_data()
{
    QTest::addColumn<BlockWay>("way");
    QTest::addColumn<QString>("function");
    QTest::addColumn<StallCause>("cause");
    QTest::newRow("sleep") << BlockWay::Sleep << u"sleepInSlot"_s << StallCause::Sleep;
    QTest::newRow("busy CPU") << BlockWay::BusyCpu << u"spinInSlot"_s << StallCause::BusyCpu;
    QTest::newRow("network wait") << BlockWay::NetworkWait << u"waitForReplyInSlot"_s
                                  << StallCause::NetworkWait;
    QTest::newRow("waitForFinished")
        << BlockWay::WaitForFinished << u"waitForFinishedInSlot"_s << StallCause::ThreadWait;
    QTest::newRow("nested loop") << BlockWay::NestedLoop << u"nestedLoopSlot"_s
                                 << StallCause::NestedLoop;
}

void TestBlockedWays::theReceiptNamesTheFunction()
{
    QFETCH(BlockWay, way);
    QFETCH(QString, function);
    QFETCH(StallCause, cause);
    m_window->pulseBar().setBlockWay(way);
    m_window->pulseBar().setBlocking(true);
    const auto tell = [this] {
        QString all;
        for (int row = 0; row < m_stalls->rowCount(); ++row)
            all += m_stalls->text(row) + u'\n';
        return all;
    };
    // On a busy machine the watchdog, too, waits for a core: then there are few samples of a block,
    // and their heaviest is a matter of chance.
    constexpr int samples = 10;
    QVERIFY2(QTest::qWaitFor([&] { return firstNamed(function, samples) >= 0; }, guardMs),
             qPrintable(tell()));
    const int row = firstNamed(function, samples);
    const StallReceipt receipt = m_stalls->receipt(row);
    QVERIFY(receipt.lengthNs() >= 900'000'000);
    QVERIFY(!receipt.isCongestion);
    QCOMPARE(receipt.cause(), cause);
    QVERIFY(!receipt.advice().isEmpty());
    QCOMPARE(receipt.parent, TaskId::None);
    QVERIFY2(receipt.culprit().frame.place.startsWith(u"blockslots.cpp:"_s), qPrintable(tell()));
    QVERIFY(m_stalls->text(row).contains(function));
    QVERIFY(m_stalls->data(m_stalls->index(row), Qt::DisplayRole).toString().contains(function));
}

void TestBlockedWays::blockedWorkIsTheParent()
{
    m_window->pulseBar().setBlockWay(BlockWay::Sleep);
    m_window->workbench().setBlocking(true);
    m_window->workbench().setAddresses({m_engine->server().address(u"delay/700"_s).toString()});
    m_window->workbench().run();
    QTRY_VERIFY_WITH_TIMEOUT(firstNamed(u"sleepInSlot"_s) >= 0, guardMs);
    const StallReceipt receipt = m_stalls->receipt(firstNamed(u"sleepInSlot"_s));
    QVERIFY(receipt.parent != TaskId::None);
    QVERIFY2(receipt.taskTitle.endsWith(u"/delay/700"_s), qPrintable(receipt.taskTitle));
}

void TestBlockedWays::anIdleWindowComesToRest()
{
    m_window->pulseBar().setBlockWay(BlockWay::Sleep);
    m_window->pulseBar().setBlocking(true);
    QTRY_VERIFY_WITH_TIMEOUT(firstNamed(u"sleepInSlot"_s) >= 0, guardMs);
    m_window->pulseBar().setBlocking(false);
    QSignalSpy beats(&m_engine->loop(), &LoopMonitor::beat);
    for (int i = 0; i < 30; ++i)
        QVERIFY(beats.wait(guardMs));
    // Beats that come late are recorded, and shown, but what showing takes is not shown in turn.
    QElapsedTimer timer;
    timer.start();
    QSignalSpy drains(&m_engine->session().recording(), &Recording::appended);
    for (int i = 0; i < 120; ++i)
        QVERIFY(beats.wait(guardMs));
    const qint64 most = timer.elapsed() / (Recorder::rest.count() / 2) + 2;
    QVERIFY2(drains.size() <= most, qPrintable(QString::number(drains.size())));
}

QTEST_MAIN(TestBlockedWays)
#include "tst_blockedways.moc"
