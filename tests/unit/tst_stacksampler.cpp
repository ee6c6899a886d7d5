// SPDX-License-Identifier: MIT
#include "loop/stacksampler.h"
#include "loop/symbolizer.h"
#include "shared/namedmain.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <future>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

std::atomic<bool> isSpinning = false;
std::atomic<bool> mayEnd = false;

/// No dynamic symbol names it.
Q_NEVER_INLINE void spinUntilTold()
{
    isSpinning = true;
    while (!mayEnd) {
#ifdef __SANITIZE_THREAD__
        usleep(1); // the race detector hands signals out in calls only
#endif
    }
    isSpinning = false;
}

Q_NEVER_INLINE void sleepFor(std::chrono::milliseconds length)
{
    isSpinning = true;
    QThread::msleep(quint64(length.count()));
    isSpinning = false;
}

} // namespace

Q_NEVER_INLINE static void callTheSpinner()
{
    spinUntilTold();
    isSpinning = false; // so that the call above is none at the end
}

/// A thread with a sampler, that does as it is told.
class Sampled
{
public:
    explicit Sampled(std::function<void()> work)
    {
        isSpinning = false;
        std::promise<void> isReady;
        std::future<void> ready = isReady.get_future();
        m_thread
            = std::thread([this, work = std::move(work), isReady = std::move(isReady)]() mutable {
                  m_sampler = std::make_unique<StackSampler>();
                  isReady.set_value();
                  work();
              });
        ready.wait();
    }
    ~Sampled() { end(); }
    void end()
    {
        mayEnd = true;
        if (m_thread.joinable())
            m_thread.join();
        mayEnd = false;
    }
    StackSampler &sampler() { return *m_sampler; }

private:
    std::unique_ptr<StackSampler> m_sampler;
    std::thread m_thread;
};

/// What a thread does is seen from outside; one that gives no answer is given up.
class TestStackSampler : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void staticFunctionsAreNamed();
    void whatCannotAnswerIsGivenUp();
    void aThreadThatIsGoneIsGivenUp();
    void sleepingLastsItsTime();
    void errnoIsKept();
    void manySamplesOfARunningThread();
};

void TestStackSampler::initTestCase()
{
    if (!StackSampler::isAvailable())
        QSKIP("there is no unwinder on this platform");
}

void TestStackSampler::staticFunctionsAreNamed()
{
    Sampled thread(callTheSpinner);
    QTRY_VERIFY_WITH_TIMEOUT(isSpinning, 10'000);
    StackSample sample;
    QVERIFY(thread.sampler().sample(sample, 10s));
    Symbolizer symbolizer;
    const QList<StackFrame> frames = symbolizer.frames(sample);
    QCOMPARE(frames.size(), sample.depth);
    if (!Symbolizer::isThorough())
        QSKIP("there is no libdw to name functions without a dynamic symbol");
    const auto at = [&frames](const QString &function) {
        return std::ranges::find(frames, function, &StackFrame::function) - frames.begin();
    };
    const auto spinner = at(u"(anonymous namespace)::spinUntilTold"_s);
    const auto caller = at(u"callTheSpinner"_s);
    QVERIFY2(spinner < frames.size(), qPrintable(StackFrames::toText(frames)));
    QVERIFY2(caller == spinner + 1, qPrintable(StackFrames::toText(frames)));
    QVERIFY(frames[spinner].isOurs);
    QCOMPARE(frames[spinner].object, QFileInfo(QCoreApplication::applicationFilePath()).fileName());
    QVERIFY2(frames[caller].place.startsWith(u"tst_stacksampler.cpp:"_s),
             qPrintable(frames[caller].place));
    QVERIFY(!frames.last().isOurs); // where threads begin
}

void TestStackSampler::whatCannotAnswerIsGivenUp()
{
    std::atomic<bool> isBlocking = true;
    Sampled thread([&isBlocking] {
        sigset_t all;
        sigset_t before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        isSpinning = true;
        while (isBlocking)
            QThread::msleep(1);
        pthread_sigmask(SIG_SETMASK, &before, nullptr); // here they all come, late
        spinUntilTold();
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSpinning, 10'000);
    StackSample sample;
    for (int i = 0; i < 3; ++i) // a signal stays pending for each
        QVERIFY(!thread.sampler().sample(sample, 5ms));
    QCOMPARE(sample.depth, 0);
    isBlocking = false;
    QTRY_VERIFY_WITH_TIMEOUT(thread.sampler().sample(sample, 100ms), 10'000);
    QVERIFY(sample.depth > 0);
}

void TestStackSampler::aThreadThatIsGoneIsGivenUp()
{
    Sampled thread([] {});
    thread.end();
    StackSample sample;
    QVERIFY(!thread.sampler().sample(sample, 10s));
}

void TestStackSampler::sleepingLastsItsTime()
{
    std::chrono::steady_clock::duration slept {};
    Sampled thread([&slept] {
        const auto begin = std::chrono::steady_clock::now();
        sleepFor(2s);
        slept = std::chrono::steady_clock::now() - begin;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSpinning, 10'000);
    StackSample sample;
    int seen = 0;
    for (int i = 0; i < 5 && isSpinning; ++i)
        seen += thread.sampler().sample(sample, 1s);
    thread.end();
    QVERIFY(seen > 0);
    QVERIFY(slept >= 2s);
}

void TestStackSampler::errnoIsKept()
{
    std::atomic<bool> isKept = true;
    Sampled thread([&isKept] {
        errno = E2BIG;
        isSpinning = true;
        while (!mayEnd)
            isKept = isKept && errno == E2BIG;
        isSpinning = false;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSpinning, 10'000);
    StackSample sample;
    for (int i = 0; i < 20; ++i)
        thread.sampler().sample(sample, 20ms);
    thread.end();
    QVERIFY(isKept);
}

void TestStackSampler::manySamplesOfARunningThread()
{
    // Whatever it is in the middle of, allocating for instance, nothing is harmed.
    std::atomic<quint64> rounds = 0;
    Sampled thread([&rounds] {
        isSpinning = true;
        while (!mayEnd) {
            const QByteArray bytes(int(1 + rounds % 5'000), 'x');
            try {
                if (bytes.size() == 4'000)
                    throw rounds.load();
            } catch (quint64) {
            }
            ++rounds;
        }
        isSpinning = false;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSpinning, 10'000);
    StackSample sample;
    int seen = 0;
    for (int i = 0; i < 500; ++i)
        seen += thread.sampler().sample(sample, 1s);
    const quint64 before = rounds;
    QTRY_VERIFY_WITH_TIMEOUT(rounds > before, 10'000);
    QVERIFY2(seen > 250, qPrintable(QString::number(seen)));
}

QTEST_GUILESS_MAIN(TestStackSampler)
#include "tst_stacksampler.moc"
