// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "record/currenttask.h"
#include "record/recorder.h"
#include "record/recording.h"
#include "session/board.h"
#include "shared/blockspan.h"
#include "shared/namedmain.h"
#include "shared/stories.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <functional>
#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msNs = 1'000'000;

void blockFor(std::chrono::milliseconds length)
{
    QThread::msleep(quint64(length.count()));
}

} // namespace

/// What becomes of the loop's turns, lags and stalls in the stream.
class TestLoopRecorder : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aStallIsToldByItself();
    void manyTurnsAreCongestion();
    void theParentIsTheTaskItHappenedIn();
    void aShortTaskIsNotToBlame();
    void lagsBeginAndEnd();
    void aSleepOfTheMachineIsMarked_data();
    void aSleepOfTheMachineIsMarked();
    void anIdleLoopComesToRest();

private:
    bool beatAgain(int beats = 3);
    bool waitForABeatInTime();
    void blockInASlot(std::chrono::milliseconds length);
    std::vector<TaskEvent> take(EventKind kind);
    /// Those of the stall that the last block is part of.
    std::vector<TaskEvent> stallEvents();

    BlockSpan m_span; // of the last block in a slot
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<LoopRecorder> m_loopRecorder;
    std::unique_ptr<QSignalSpy> m_beats;
    qint64 m_sleptNs = 0;
};

void TestLoopRecorder::init()
{
    m_sleptNs = 0;
    m_recorder = std::make_unique<Recorder>();
    m_monitor = std::make_unique<LoopMonitor>();
    m_monitor->setStallThreshold(200ms);
    m_loopRecorder = std::make_unique<LoopRecorder>(*m_monitor, *m_recorder,
                                                    SuspendMeter([this] { return m_sleptNs; }));
    m_beats = std::make_unique<QSignalSpy>(m_monitor.get(), &LoopMonitor::beat);
    m_monitor->setActive(true);
    QVERIFY(beatAgain());
}

void TestLoopRecorder::cleanup()
{
    m_beats.reset();
    m_loopRecorder.reset();
    m_monitor.reset();
    m_recorder.reset();
}

bool TestLoopRecorder::beatAgain(int beats)
{
    for (int i = 0; i < beats; ++i) {
        if (!m_beats->wait(10'000))
            return false;
    }
    return true;
}

/// Within a real loop: QTest's own waits sleep between their looks.
bool TestLoopRecorder::waitForABeatInTime()
{
    for (int i = 0; i < 500; ++i) {
        if (!m_beats->wait(10'000))
            return false;
        if (m_monitor->samples().back().lagNs < msNs)
            return true;
    }
    return false;
}

void TestLoopRecorder::blockInASlot(std::chrono::milliseconds length)
{
    QMetaObject::invokeMethod(
        this, [this, length] { m_span.sleep(length); }, Qt::QueuedConnection);
    QVERIFY(beatAgain());
}

std::vector<TaskEvent> TestLoopRecorder::stallEvents()
{
    for (const QList<TaskEvent> &story : stories(m_recorder->take())) {
        const TaskEvent &began = story.first();
        if (began.kind == EventKind::StallBegan
            && m_span.overlaps(began.value, story.last().timeNs))
            return {story.begin(), story.end()};
    }
    return {};
}

std::vector<TaskEvent> TestLoopRecorder::take(EventKind kind)
{
    std::vector<TaskEvent> events = m_recorder->take();
    std::erase_if(events, [kind](const TaskEvent &event) { return event.kind != kind; });
    return events;
}

void TestLoopRecorder::aStallIsToldByItself()
{
    const qint64 before = Recorder::now();
    QSignalSpy recorded(m_loopRecorder.get(), &LoopRecorder::recorded);
    blockInASlot(400ms);
    const std::vector<TaskEvent> events = stallEvents();
    QCOMPARE(plot(QList<TaskEvent>(events.begin(), events.end())), u"stallBegan stallEnded"_s);
    const auto isIt = [&](const QList<QVariant> &told) {
        return told.first().value<TaskId>() == events[0].task;
    };
    QCOMPARE(std::ranges::count_if(recorded, isIt), 1);
    QVERIFY(events[0].value >= before && events[0].value < events[0].timeNs - 300 * msNs);
    QCOMPARE(StallKind(events[1].code), StallKind::Hang);
    QVERIFY(events[1].value >= 400 * msNs);
    Board board;
    for (const TaskEvent &event : events) {
        QCOMPARE(event.lane, Lane {Lane::Kind::Gui});
        QCOMPARE(event.parent, TaskId::None);
        board.apply(event);
    }
    QCOMPARE(board.taskCount(), 0); // it is no task
}

void TestLoopRecorder::manyTurnsAreCongestion()
{
    m_monitor->setStallThreshold(400ms); // well above what one of them may take on a busy machine
    for (int i = 0; i < 160; ++i)
        QMetaObject::invokeMethod(
            this, [] { blockFor(5ms); }, Qt::QueuedConnection);
    QVERIFY(beatAgain());
    const std::vector<TaskEvent> all = m_recorder->take();
    const auto turns = std::ranges::count(all, EventKind::Turn, &TaskEvent::kind);
    QVERIFY2(turns >= 160 && turns < 240, qPrintable(QString::number(turns)));
    const auto congestion = std::ranges::find_if(all, [](const TaskEvent &event) {
        return event.kind == EventKind::StallEnded
            && StallKind(event.code) == StallKind::Congestion;
    });
    QVERIFY(congestion != all.end());
    QVERIFY(congestion->value >= 80 && congestion->value < 180);
}

void TestLoopRecorder::theParentIsTheTaskItHappenedIn()
{
    const auto slot = [this] {
        m_span.record([] {
            {
                const CurrentTask small(TaskId {901});
                blockFor(50ms);
            }
            const CurrentTask outer(TaskId {902});
            blockFor(250ms);
            {
                const CurrentTask inner(TaskId {903});
                blockFor(60ms);
            }
            blockFor(250ms);
        });
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain());
    QCOMPARE(stallEvents().at(1).parent, TaskId {902});
    blockInASlot(400ms); // what was before does not matter to the next one
    QCOMPARE(stallEvents().at(1).parent, TaskId::None);
}

void TestLoopRecorder::aShortTaskIsNotToBlame()
{
    const auto slot = [this] {
        m_span.record([] {
            {
                const CurrentTask small(TaskId {901});
                blockFor(50ms);
            }
            blockFor(550ms);
        });
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain());
    QCOMPARE(stallEvents().at(1).parent, TaskId::None);
}

void TestLoopRecorder::lagsBeginAndEnd()
{
    QVERIFY(waitForABeatInTime());
    m_recorder->take();
    blockInASlot(60ms);
    QVERIFY(waitForABeatInTime());
    const std::vector<TaskEvent> lags = take(EventKind::Lag);
    QVERIFY(lags.size() >= 2);
    QVERIFY(std::ranges::any_of(lags, [](const TaskEvent &lag) { return lag.value >= 40 * msNs; }));
    QVERIFY(lags.back().value < msNs);
    for (size_t i = 1; i < lags.size(); ++i) // small ones never follow each other
        QVERIFY(lags[i].value >= msNs || lags[i - 1].value >= msNs);
}

void TestLoopRecorder::aSleepOfTheMachineIsMarked_data()
{
    QTest::addColumn<bool>("withinAStall");
    QTest::newRow("between two beats") << false;
    QTest::newRow("within a stall") << true;
}

/// tests/faults/README.md, row 22: the steady clock stands still meanwhile, so all that is left is
/// a mark.
void TestLoopRecorder::aSleepOfTheMachineIsMarked()
{
    QFETCH(bool, withinAStall);
    constexpr qint64 hourNs = 3'600'000 * msNs;
    const qint64 before = Recorder::now();
    const auto slot = [this, withinAStall] {
        m_span.record([this, withinAStall] {
            m_sleptNs += hourNs;
            blockFor(withinAStall ? 400ms : 0ms);
        });
    };
    QMetaObject::invokeMethod(this, slot, Qt::QueuedConnection);
    QVERIFY(beatAgain(10));
    std::vector<TaskEvent> events;
    for (const QList<TaskEvent> &story : stories(m_recorder->take())) {
        if (familyOf(story.first().kind) == EventFamily::Stall && story.size() > 2)
            events = {story.begin(), story.end()};
    }
    QCOMPARE(plot(QList<TaskEvent>(events.begin(), events.end())),
             u"stallBegan stallPaused stallEnded"_s);
    QCOMPARE(PauseKind(events[1].code), PauseKind::Suspend);
    QCOMPARE(events[1].value, hourNs);
    const qint64 length = events[2].timeNs - events[0].value;
    QVERIFY2(withinAStall == (length >= 380 * msNs), qPrintable(QString::number(length)));
    QVERIFY(length <= Recorder::now() - before);
}

/// Taking what was recorded is work for the loop as well. That must not be taken for ever.
void TestLoopRecorder::anIdleLoopComesToRest()
{
    Recording recording;
    const auto showIt = [&recording] {
        blockFor(3ms); // as views do that take a while to show what is new
        QMetaObject::invokeMethod(
            &recording, [] { blockFor(3ms); }, Qt::QueuedConnection);
    };
    connect(&recording, &Recording::appended, &recording, showIt);
    recording.setRecorder(m_recorder.get());
    blockInASlot(400ms);
    QTRY_VERIFY_WITH_TIMEOUT(recording.size() > 0, 10'000);
    QVERIFY(beatAgain(30));
    // A machine with much to do has late beats at any time, so that it is never quite at rest. But
    // what reading causes would be read with the next frame, a dozen times as often.
    QElapsedTimer timer;
    timer.start();
    QSignalSpy drains(&recording, &Recording::appended);
    QVERIFY(beatAgain(120));
    const qint64 most = timer.elapsed() / (Recorder::rest.count() / 2) + 2;
    QVERIFY2(drains.size() <= most, qPrintable(QString::number(drains.size())));
    const qsizetype last = recording.size();
    // A turn that nobody's reading caused is still seen without a task that wakes the reader.
    QMetaObject::invokeMethod(
        this, [] { blockFor(40ms); }, Qt::QueuedConnection);
    QTRY_VERIFY_WITH_TIMEOUT(recording.size() > last, 10'000);
}

QTEST_GUILESS_MAIN(TestLoopRecorder)
#include "tst_looprecorder.moc"
