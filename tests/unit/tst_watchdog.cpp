// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/watchfixture.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <ctime>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Stalls are told of while they last, and named when they are over.
class TestWatchdog : public WatchFixture
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aStallIsToldWhileItLasts();
    void theGuiltyFunctionIsRecorded();
    void framesTellTheirModules();
    void twoFunctionsHaveTheirShares();
    void eachStallGetsItsOwnStack();
    void noStallNoNews();
    void theThresholdCanBeChanged();
    void endsInTheMiddleOfAStall();
    void idleIsCheap();
};

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
    QVERIFY(waitForEnd(span));
    const TaskId stall = stallOf(span);
    const QList<TaskEvent> samples = told(EventKind::StallSample, stall);
    QVERIFY2(samples.size() >= 4 && samples.size() <= Watchdog::mostSamples,
             qPrintable(QString::number(samples.size())));
    const QList<CountedStack> stacks = this->stacks(stall);
    QCOMPARE(culpritOf(stacks).frame.function, u"wasteUntil"_s);
    QVERIFY(stacks.first().frames.size() > 5); // up to main
    QVERIFY(std::ranges::any_of(samples, [](const TaskEvent &sample) {
        return ThreadState(sample.code) == ThreadState::Running;
    }));
    for (const TaskEvent &event : m_events) // nothing of it is a task's
        QVERIFY(familyOf(event.kind) != EventFamily::Task);
}

/// Each frame can be named later, from the file it is in.
void TestWatchdog::framesTellTheirModules()
{
#ifndef Q_OS_LINUX
    QSKIP("modules are told on Linux");
#endif
    if (!StackSampler::isAvailable())
        QSKIP("stacks cannot be sampled on this platform");
    const BlockSpan span = block([this] { wasteUntil(looks(5)); });
    QVERIFY(waitForEnd(span));
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).canonicalFilePath();
    QHash<qint64, QString> modules; // paths by number
    for (const TaskEvent &event : m_events) {
        if (event.kind == EventKind::Module) {
            QVERIFY2(!modules.contains(event.value), qPrintable(event.text)); // told once
            modules.insert(event.value, event.text.section(u'\t', 1));
        }
        if (event.kind != EventKind::StallSample || event.text.isEmpty())
            continue;
        for (const StackFrame &frame : StackFrames::fromText(event.text)) {
            QVERIFY2(modules.contains(frame.module), qPrintable(event.text)); // and before
            const bool isOfTheProgram = modules[frame.module] == program;
            QVERIFY2(!frame.isOurs || isOfTheProgram, qPrintable(modules[frame.module]));
            QVERIFY(frame.offset > 0 && frame.offset < 1ULL << 32);
        }
    }
    QVERIFY(modules.size() >= 2);
}

void TestWatchdog::twoFunctionsHaveTheirShares()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    const BlockSpan span = block([this] {
        wasteUntil(looks(3));
        napUntil(looks(12));
    });
    QVERIFY(waitForEnd(span));
    qint64 napping = 0;
    qint64 wasting = 0;
    const QList<CountedStack> seen = stacks(stallOf(span));
    for (const CountedStack &stack : seen) {
        const QString text = StackFrames::toText(stack.frames);
        napping += text.contains(u"napUntil"_s) ? stack.count : 0;
        wasting += text.contains(u"wasteUntil"_s) ? stack.count : 0;
    }
    QVERIFY2(napping > wasting, qPrintable(u"%1 %2"_s.arg(napping).arg(wasting)));
    QVERIFY(StackFrames::toText(seen.first().frames).contains(u"napUntil"_s));
}

void TestWatchdog::eachStallGetsItsOwnStack()
{
    if (!StackSampler::isAvailable() || !Symbolizer::isThorough())
        QSKIP("stacks cannot be sampled or named on this platform");
    const BlockSpan first = block([this] { wasteUntil(looks(5)); });
    const BlockSpan second = block([this] { napUntil(looks(5)); });
    QVERIFY(waitForEnd(first) && waitForEnd(second));
    QVERIFY(stallOf(first) != stallOf(second));
    const auto check = [this](const BlockSpan &span, const QString &own, const QString &other) {
        bool isFirst = true;
        for (const CountedStack &stack : stacks(stallOf(span))) {
            const QString text = StackFrames::toText(stack.frames);
            // A sample taken inside a sanitizer's own functions may not be walked further.
            const bool isCut
                = text.startsWith(u"__sanitizer::"_s) || text.startsWith(u"__tsan::"_s);
            QVERIFY2(text.contains(own) || (isCut && !isFirst), qPrintable(text));
            QVERIFY2(!text.contains(other), qPrintable(text));
            isFirst = false;
        }
        QVERIFY(!isFirst);
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
    });
    QVERIFY(m_log->hasHeard(StallNews::Phase::Lasts));
    QVERIFY(m_log->news().back().phase != StallNews::Phase::Ended);
    take();
    QVERIFY(isEachOver()); // the recorder goes on without it
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
