// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "job/job.h"
#include "shared/chaosmodels.h"
#include "shared/fetchfixture.h"
#include "shared/lagjudge.h"
#include "shared/looplife.h"
#include "shared/namedmain.h"
#include "shared/plug.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

/// The loop lives, whatever becomes of work: one test for each class of fault. How such work ends
/// is the matter of tests/faults.
class TestLagWork : public QObject
{
    Q_OBJECT
private slots:
    void cancels();
    void lifetimes();
    void receivers();
    void pools();
    void chaos();
};

namespace {

QList<QUrl> addresses(const PracticeServer &server, int count, const QString &path)
{
    QList<QUrl> list;
    for (int i = 0; i < count; ++i)
        list.append(server.address(path.arg(i)));
    return list;
}

} // namespace

/// A thousand at once, beside a kernel that does not heed it for a while.
void TestLagWork::cancels()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        FetchFixture net;
        ComputePool pool(net.recorder, 1);
        Plug plug;
        std::stop_source stop;
        auto deaf = pool.run(u"deep"_s, plug.kernel(), stop.get_token());
        QList<QFuture<FetchResult>> futures;
        for (int i = 0; i < 1'000; ++i)
            futures.append(net.fetcher.fetch(net.request(u"hang"_s), stop.get_token()));
        const LoopWatch::Active watched(watch);
        QTRY_COMPARE_WITH_TIMEOUT(net.server.counters().concurrent, 6, FetchFixture::guardMs);
        stop.request_stop();
        for (const auto &future : futures)
            QCOMPARE(net.wait(future).outcome.kind, Outcome::Kind::Cancelled);
        for (int i = 0; i < 5; ++i)
            QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
        plug.release();
        QCOMPARE(net.wait(deaf).outcome.kind, Outcome::Kind::Cancelled);
    }));
}

/// All that there is, up to its end and that of a server.
void TestLagWork::lifetimes()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        FetchFixture net;
        auto server = std::make_unique<PracticeServer>(3);
        QVERIFY(server->start());
        ComputePool pool(net.recorder, 2);
        net.fetcher.setMaxInFlight(1'000);
        net.fetcher.setMaxPerHost(1'000);
        Job job(net.recorder, net.fetcher, pool);
        const auto endless = [](KernelContext &context) -> std::optional<int> {
            while (!context.stopRequested())
                std::this_thread::yield();
            return std::nullopt;
        };
        for (int i = 0; i < 10; ++i)
            pool.run(u"endless"_s, endless);
        job.start(addresses(*server, 1'000, u"hang?key=%1"_s), {});
        const LoopWatch::Active watched(watch);
        QTRY_COMPARE_WITH_TIMEOUT(server->counters().concurrent, 1'000, FetchFixture::guardMs);
        server.reset();
        QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 0, FetchFixture::guardMs);
    }));
}

void TestLagWork::receivers()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        FetchFixture net;
        ComputePool pool(net.recorder, 2);
        const LoopWatch::Active watched(watch);
        {
            Job job(net.recorder, net.fetcher, pool);
            QSignalSpy images(&job, &Job::imageReady);
            job.start(addresses(net.server, 200, u"image/%1?w=60&h=40"_s),
                      {.then = Processing::Thumbnail});
            QTRY_VERIFY_WITH_TIMEOUT(images.size() > 3, FetchFixture::guardMs);
        }
        QTRY_VERIFY_WITH_TIMEOUT(net.allStories().size() == 200 && net.eachEndedOnce(),
                                 FetchFixture::guardMs);
    }));
}

/// One thread for all stages, and somebody who waits for another task of the same thread.
void TestLagWork::pools()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        FetchFixture net;
        ComputePool pool(net.recorder, 1);
        Job job(net.recorder, net.fetcher, pool);
        const LoopWatch::Active watched(watch);
        job.start(addresses(net.server, 60, u"image/%1?w=60&h=40"_s),
                  {.then = Processing::Thumbnail});
        QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 0, FetchFixture::guardMs);
        std::stop_source stop;
        const auto waits = [&pool](KernelContext &context) -> std::optional<int> {
            const auto other
                = pool.run(u"second"_s, [](KernelContext &) { return std::optional(2); });
            while (!other.isFinished() && !context.stopRequested())
                std::this_thread::yield();
            return std::nullopt;
        };
        const auto first = pool.run(u"first"_s, waits, stop.get_token());
        for (int i = 0; i < 50; ++i)
            QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
        stop.request_stop();
        net.wait(first);
        QVERIFY(first.isFinished());
    }));
}

/// It ends rigs in the loop, and that may take them a moment: so it is how often the loop turned
/// that counts here.
void TestLagWork::chaos()
{
    const ChaosTerms terms = ChaosTerms::fromEnvironment(1, 2'000);
    qInfo("LOOPSCOPE_SEED=%u", terms.seed);
    QVERIFY(holdsOnceOfThree([&]() -> std::pair<bool, QByteArray> {
        Recorder recorder;
        Recording recording;
        recording.setRecorder(&recorder);
        Playhead playhead(recording);
        ChaosLedger ledger;
        LoopLife life;
        {
            ChaosModels chaos(recorder, playhead, ledger, terms.seed);
            chaos.goOn(terms.tasks, ChaosModels::End(terms.seed % 3));
        }
        return {life.beats() >= 20 && life.lived(), life.figures()};
    }));
}

QTEST_GUILESS_MAIN(TestLagWork)
#include "tst_lagwork.moc"
