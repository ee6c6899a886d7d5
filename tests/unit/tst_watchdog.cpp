// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"
#include "loop/looprecorder.h"
#include "loop/watchdog.h"
#include "record/recorder.h"
#include "shared/blockspan.h"
#include "shared/namedmain.h"
#include "shared/stories.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>
#include <mutex>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// What a listener heard, from the watchdog's thread.
class Log
{
public:
    void add(const StallNews &news)
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(news);
    }
    std::vector<StallNews> news() const
    {
        const std::lock_guard lock(m_mutex);
        return m_news;
    }
    /// How often it was told that a stall lasts on; it is looked at just before.
    qint64 looks() const
    {
        return std::ranges::count(news(), StallNews::Phase::Lasts, &StallNews::phase);
    }
    bool hasHeard(StallNews::Phase phase, const QString &function = {}) const
    {
        return std::ranges::any_of(news(), [&](const StallNews &news) {
            return news.phase == phase && news.function.contains(function);
        });
    }

private:
    mutable std::mutex m_mutex;
    std::vector<StallNews> m_news;
};

constexpr int guardMs = 30'000;

Q_NEVER_INLINE void wasteUntil(const std::function<bool()> &isOver)
{
    const QDeadlineTimer guard(guardMs);
    volatile quint64 sum = 0;
    while (!isOver() && !guard.hasExpired()) {
        for (int i = 0; i < 1'000'000; ++i)
            sum = sum + quint64(i);
    }
}

Q_NEVER_INLINE void napUntil(const std::function<bool()> &isOver)
{
    const QDeadlineTimer guard(guardMs);
    while (!isOver() && !guard.hasExpired())
        QThread::msleep(5);
}

} // namespace

/// Stalls are told of while they last, and named when they are over.
class TestWatchdog : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aStallIsToldWhileItLasts();
    void theGuiltyFunctionIsRecorded();
    void twoFunctionsHaveTheirShares();
    void eachStallGetsItsOwnStack();
    void noStallNoNews();
    void theThresholdCanBeChanged();
    void endsInTheMiddleOfAStall();
    void idleIsCheap();

private:
    bool beatAgain(int beats = 3);
    BlockSpan block(const std::function<void()> &how);
    /// Until the loop was looked at that many times more, while it stands still.
    std::function<bool()> looks(int count) const
    {
        return [this, until = m_log->looks() + count] { return m_log->looks() >= until; };
    }
    TaskId stallOf(const BlockSpan &span) const;
    bool waitForNotes(const BlockSpan &span);
    QList<TaskEvent> notes(NoteCode code) const;
    QList<TaskEvent> stacks(TaskId stall) const;

    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<LoopRecorder> m_loopRecorder;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<Watchdog> m_watchdog;
    std::unique_ptr<QSignalSpy> m_beats;
    QList<TaskEvent> m_events;
};

void TestWatchdog::init()
{
    m_events.clear();
    m_recorder = std::make_unique<Recorder>();
    m_monitor = std::make_unique<LoopMonitor>();
    m_loopRecorder = std::make_unique<LoopRecorder>(*m_monitor, *m_recorder);
    m_log = std::make_unique<Log>();
    m_watchdog = std::make_unique<Watchdog>(*m_monitor, *m_recorder);
    connect(m_loopRecorder.get(), &LoopRecorder::recorded, this,
            [this](TaskId task, const Stall &stall) { m_watchdog->attach(task, stall); });
    m_watchdog->setListener([this](const StallNews &news) { m_log->add(news); });
    m_beats = std::make_unique<QSignalSpy>(m_monitor.get(), &LoopMonitor::beat);
    m_monitor->setStallThreshold(200ms);
    m_monitor->setActive(true);
    m_watchdog->start();
    QVERIFY(beatAgain());
}

void TestWatchdog::cleanup()
{
    m_beats.reset();
    m_watchdog.reset();
    m_log.reset();
    m_loopRecorder.reset();
    m_monitor.reset();
    m_recorder.reset();
}

bool TestWatchdog::beatAgain(int beats)
{
    for (int i = 0; i < beats; ++i) {
        if (!m_beats->wait(guardMs))
            return false;
    }
    return true;
}

BlockSpan TestWatchdog::block(const std::function<void()> &how)
{
    BlockSpan span;
    QMetaObject::invokeMethod(
        this, [&] { span.record(how); }, Qt::QueuedConnection);
    return beatAgain() ? span : BlockSpan();
}

/// The task of the stall that a block is part of; a busy machine may add others.
TaskId TestWatchdog::stallOf(const BlockSpan &span) const
{
    for (const TaskEvent &began : notes(NoteCode::Began)) {
        if (span.overlaps(began.value, began.timeNs))
            return began.task;
    }
    return TaskId::None;
}

QList<TaskEvent> TestWatchdog::stacks(TaskId stall) const
{
    QList<TaskEvent> stacks = notes(NoteCode::Stack);
    stacks.removeIf([stall](const TaskEvent &note) { return note.task != stall; });
    return stacks;
}

QList<TaskEvent> TestWatchdog::notes(NoteCode code) const
{
    QList<TaskEvent> notes;
    std::ranges::copy_if(m_events, std::back_inserter(notes), [code](const TaskEvent &event) {
        return event.kind == EventKind::Note && NoteCode(event.code) == code;
    });
    return notes;
}

bool TestWatchdog::waitForNotes(const BlockSpan &span)
{
    const auto areThere = [&] {
        for (const TaskEvent &event : m_recorder->take())
            m_events.append(event);
        return !stacks(stallOf(span)).isEmpty();
    };
    return QTest::qWaitFor(areThere, guardMs);
}

void TestWatchdog::aStallIsToldWhileItLasts()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    bool wasHeard = false;
    block([this, &wasHeard] {
        napUntil([this] { return m_log->hasHeard(StallNews::Phase::Lasts, u"napUntil"_s); });
        wasHeard = m_log->hasHeard(StallNews::Phase::Lasts, u"napUntil"_s);
    });
    QVERIFY(wasHeard);
    QTRY_VERIFY_WITH_TIMEOUT(m_log->hasHeard(StallNews::Phase::Ended), guardMs);
    std::vector<StallNews> news = m_log->news();
    const auto named = std::ranges::find_if(news, [](const StallNews &one) {
        return one.function.contains(u"napUntil"_s); // a busy machine may add other stalls
    });
    std::erase_if(news,
                  [begin = named->beginNs](const StallNews &one) { return one.beginNs != begin; });
    QCOMPARE(news.front().phase, StallNews::Phase::Began);
    QCOMPARE(news.back().phase, StallNews::Phase::Ended);
    for (size_t i = 1; i < news.size(); ++i) {
        QCOMPARE(news[i].beginNs, news[0].beginNs);
        QVERIFY(news[i].elapsedNs > news[i - 1].elapsedNs);
        QCOMPARE(news[i].phase == StallNews::Phase::Lasts, i + 1 < news.size());
    }
}

void TestWatchdog::theGuiltyFunctionIsRecorded()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    const BlockSpan span = block([this] { wasteUntil(looks(10)); });
    QVERIFY(waitForNotes(span));
    QList<CountedStack> stacks;
    qint64 samples = 0;
    for (const TaskEvent &note : this->stacks(stallOf(span))) {
        stacks.append({StackFrames::fromText(note.text), note.value});
        samples += note.value;
        QVERIFY(stacks.size() == 1 || note.value <= stacks[stacks.size() - 2].count);
    }
    QVERIFY2(samples >= 4 && samples <= Watchdog::mostSamples,
             qPrintable(QString::number(samples)));
    QVERIFY(stacks.size() <= Watchdog::mostStacks);
    QCOMPARE(HotPath::guilty(stacks).function, u"(anonymous namespace)::wasteUntil"_s);
    QVERIFY(stacks.first().frames.size() > 5); // up to main
    // The stalls, and what is of no task.
    QCOMPARE(stories({m_events.begin(), m_events.end()}).count(),
             notes(NoteCode::Began).size() + 1);
}

void TestWatchdog::twoFunctionsHaveTheirShares()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    const BlockSpan span = block([this] {
        wasteUntil(looks(3));
        napUntil(looks(12));
    });
    QVERIFY(waitForNotes(span));
    qint64 napping = 0;
    qint64 wasting = 0;
    for (const TaskEvent &note : stacks(stallOf(span))) {
        napping += note.text.contains(u"napUntil"_s) ? note.value : 0;
        wasting += note.text.contains(u"wasteUntil"_s) ? note.value : 0;
    }
    QVERIFY2(napping > wasting, qPrintable(u"%1 %2"_s.arg(napping).arg(wasting)));
    QVERIFY(stacks(stallOf(span)).first().text.contains(u"napUntil"_s));
}

void TestWatchdog::eachStallGetsItsOwnStack()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    const BlockSpan first = block([this] { wasteUntil(looks(5)); });
    const BlockSpan second = block([this] { napUntil(looks(5)); });
    QVERIFY(waitForNotes(first) && waitForNotes(second));
    QVERIFY(stallOf(first) != stallOf(second));
    const auto check = [this](const BlockSpan &span, const QString &own, const QString &other) {
        const auto all = stacks(stallOf(span));
        QVERIFY2(all.first().text.contains(own), qPrintable(all.first().text));
        for (const TaskEvent &note : all) {
            // A sample taken inside a sanitizer's own functions may not be walked further.
            QVERIFY2(note.text.contains(own) || note.text.startsWith(u"__sanitizer::"_s)
                         || note.text.startsWith(u"__tsan::"_s),
                     qPrintable(note.text));
            QVERIFY2(!note.text.contains(other), qPrintable(note.text));
        }
    };
    check(first, u"wasteUntil"_s, u"napUntil"_s);
    check(second, u"napUntil"_s, u"wasteUntil"_s);
}

void TestWatchdog::noStallNoNews()
{
    m_monitor->setStallThreshold(1s); // no machine is that busy
    QVERIFY(beatAgain(30));
    m_monitor->setActive(false);
    QThread::msleep(1'300); // nobody expects a beat
    m_monitor->setActive(true);
    m_monitor->setInterval(1'200ms);
    QVERIFY(beatAgain(2));
    m_monitor->setInterval(16ms);
    QVERIFY(beatAgain(10));
    QVERIFY2(m_log->news().empty(), qPrintable(QString::number(m_log->news().size())));
}

void TestWatchdog::theThresholdCanBeChanged()
{
    m_monitor->setStallThreshold(1500ms);
    block([] { QThread::msleep(600); });
    QVERIFY(m_log->news().empty());
    m_monitor->setStallThreshold(200ms);
    block([] { QThread::msleep(600); });
    QTRY_VERIFY_WITH_TIMEOUT(m_log->hasHeard(StallNews::Phase::Ended), guardMs);
}

void TestWatchdog::endsInTheMiddleOfAStall()
{
    block([this] {
        napUntil([this] { return m_log->hasHeard(StallNews::Phase::Lasts); });
        m_watchdog.reset(); // waits for the other thread, which never waits for this one
        disconnect(m_loopRecorder.get(), nullptr, this, nullptr);
    });
    QVERIFY(m_log->hasHeard(StallNews::Phase::Lasts));
    QVERIFY(m_log->news().back().phase != StallNews::Phase::Ended);
}

void TestWatchdog::idleIsCheap()
{
    const auto processorMs = [] { return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC; };
    const qint64 before = processorMs();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(beatAgain(60));
    const qint64 used = processorMs() - before;
    // Heartbeat and watchdog and this test's own wait together; a tenth would be a loop that spins.
    QVERIFY2(used * 10 < timer.elapsed(),
             qPrintable(u"%1 of %2 ms"_s.arg(used).arg(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
