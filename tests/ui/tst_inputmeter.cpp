// SPDX-License-Identifier: MIT
#include "loop/inputmeter.h"
#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "record/recorder.h"
#include "session/session.h"
#include "session/stalllist.h"
#include "shared/blockspan.h"
#include "shared/namedmain.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QWidget>
#include <QWindow>

#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msNs = 1'000'000;
constexpr int guardMs = 10'000;

/// As a window system on the clock of X11 would have it.
quint64 nowMs()
{
    return quint32(Recorder::now() / msNs);
}

} // namespace

/// Which input had to wait for a stall. The events are made here, with the time they would have.
class TestInputMeter : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void inputOfTheStallHasWaited();
    void aDoubleClickIsTwoClicks();
    void inputBeforeAndAfterHasNot();
    void paintsAndTimersHaveWaited();
    void anUnknownClockTellsNoLengths();
    void aWidgetsShareOfAClickIsNoClickOfItsOwn();

private:
    void post(QEvent::Type type, quint64 timestampMs);
    void click(quint64 timestampMs) { post(QEvent::MouseButtonPress, timestampMs); }
    void stallWith(const std::function<void()> &duringIt);
    /// Of the stall that the last block is part of.
    const StallReceipt &receipt() const;
    const StallReceipt::Waited *waited(InputKind kind) const;

    BlockSpan m_span; // of the last block
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<StallList> m_stalls;
    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<InputMeter> m_meter;
    std::unique_ptr<LoopRecorder> m_loopRecorder;
    std::unique_ptr<QWidget> m_widget;
};

void TestInputMeter::init()
{
    m_recorder = std::make_unique<Recorder>();
    m_session = std::make_unique<Session>();
    m_session->recording().setRecorder(m_recorder.get());
    m_stalls = std::make_unique<StallList>(*m_session);
    m_monitor = std::make_unique<LoopMonitor>();
    m_monitor->setStallThreshold(200ms);
    m_meter = std::make_unique<InputMeter>(*m_monitor, *m_recorder);
    m_loopRecorder = std::make_unique<LoopRecorder>(*m_monitor, *m_recorder);
    connect(m_loopRecorder.get(), &LoopRecorder::recorded, m_meter.get(), &InputMeter::attach);
    m_widget = std::make_unique<QWidget>();
    m_widget->resize(200, 100);
    m_widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
    QSignalSpy beats(m_monitor.get(), &LoopMonitor::beat);
    m_monitor->setActive(true);
    QVERIFY(beats.wait(guardMs) && beats.wait(guardMs));
}

void TestInputMeter::cleanup()
{
    m_widget.reset();
    m_loopRecorder.reset();
    m_meter.reset();
    m_monitor.reset();
    m_stalls.reset();
    m_session.reset();
    m_recorder.reset();
}

/// The window gets it when the loop hands it out.
void TestInputMeter::post(QEvent::Type type, quint64 timestampMs)
{
    QInputEvent *event = nullptr;
    if (type == QEvent::KeyPress)
        event = new QKeyEvent(type, Qt::Key_A, Qt::NoModifier);
    else
        event = new QMouseEvent(type, QPointF(5, 5), QPointF(5, 5), Qt::LeftButton, Qt::LeftButton,
                                Qt::NoModifier);
    event->setTimestamp(timestampMs);
    QCoreApplication::postEvent(m_widget->windowHandle(), event);
}

void TestInputMeter::stallWith(const std::function<void()> &duringIt)
{
    m_span = {};
    const auto slot = [&] {
        m_span.record([&duringIt] {
            QThread::msleep(150);
            duringIt();
            QThread::msleep(250);
        });
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    // The waits are the heartbeat's own timers, at least.
    QTRY_VERIFY_WITH_TIMEOUT(receipt().id != TaskId::None, guardMs);
    QSignalSpy beats(m_monitor.get(), &LoopMonitor::beat);
    for (int i = 0; i < 10; ++i)
        QVERIFY(beats.wait(guardMs));
    m_session->recording().drain();
}

const StallReceipt &TestInputMeter::receipt() const
{
    static const StallReceipt none;
    for (int row = 0; row < m_stalls->rowCount(); ++row) {
        const StallReceipt &one = m_stalls->receipt(row);
        if (m_span.overlaps(one.beginNs, one.endNs))
            return one;
    }
    return none;
}

const StallReceipt::Waited *TestInputMeter::waited(InputKind kind) const
{
    const QList<StallReceipt::Waited> &all = receipt().waited;
    const auto found = std::ranges::find(all, kind, &StallReceipt::Waited::kind);
    return found == all.end() ? nullptr : &*found;
}

/// A window is told of two presses, and then of the double click that they were.
void TestInputMeter::aDoubleClickIsTwoClicks()
{
    stallWith([this] {
        click(nowMs());
        click(nowMs());
        post(QEvent::MouseButtonDblClick, nowMs());
    });
    QVERIFY(waited(InputKind::Click));
    QCOMPARE(waited(InputKind::Click)->count, 2);
}

void TestInputMeter::inputOfTheStallHasWaited()
{
    click(nowMs()); // comes at once, so the clock is known
    stallWith([this] {
        click(nowMs());
        click(nowMs() + 1);
        post(QEvent::KeyPress, nowMs() + 2);
    });
    const auto *clicks = waited(InputKind::Click);
    QVERIFY(clicks);
    QCOMPARE(clicks->count, 2);
    QVERIFY2(clicks->firstNs >= 240 * msNs && clicks->firstNs <= receipt().lengthNs(),
             qPrintable(QString::number(clicks->firstNs)));
    QVERIFY(waited(InputKind::Key));
    QCOMPARE(waited(InputKind::Key)->count, 1);
    QVERIFY(receipt().waitedText().contains(u"the first click waited"_s));
}

void TestInputMeter::inputBeforeAndAfterHasNot()
{
    click(nowMs());
    QCoreApplication::processEvents();
    stallWith([] {});
    click(nowMs());
    QCoreApplication::processEvents();
    QVERIFY(!waited(InputKind::Click));
}

void TestInputMeter::paintsAndTimersHaveWaited()
{
    QTimer timer;
    timer.start(20ms);
    stallWith([this] { m_widget->update(); });
    QVERIFY(waited(InputKind::Timer));
    QVERIFY(waited(InputKind::Paint));
    QCOMPARE(waited(InputKind::Paint)->firstNs, -1);
    QCOMPARE(waited(InputKind::Timer)->firstNs, -1);
    QVERIFY2(waited(InputKind::Timer)->count <= 3,
             qPrintable(QString::number(waited(InputKind::Timer)->count)));
}

void TestInputMeter::anUnknownClockTellsNoLengths()
{
    const quint64 otherClock = nowMs() - 86'400'000;
    post(QEvent::KeyPress, otherClock);
    QCoreApplication::processEvents();
    stallWith([this, otherClock] { click(otherClock + 150); });
    QVERIFY(waited(InputKind::Click));
    QCOMPARE(waited(InputKind::Click)->count, 1);
    QCOMPARE(waited(InputKind::Click)->firstNs, -1);
    QVERIFY(!waited(InputKind::Key));
    QVERIFY(!receipt().waitedText().contains(u"waited"_s));
}

void TestInputMeter::aWidgetsShareOfAClickIsNoClickOfItsOwn()
{
    QWidget child(m_widget.get());
    child.resize(m_widget->size());
    child.show();
    click(nowMs());
    stallWith([this] { click(nowMs()); });
    QVERIFY(waited(InputKind::Click));
    QCOMPARE(waited(InputKind::Click)->count, 1);
}

QTEST_MAIN(TestInputMeter)
#include "tst_inputmeter.moc"
