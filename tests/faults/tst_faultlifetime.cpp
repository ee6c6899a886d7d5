// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "job/job.h"
#include "shared/fetchfixture.h"
#include "shared/keptthreads.h"
#include "shared/livecounts.h"
#include "shared/namedmain.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {

QList<QUrl> addresses(const PracticeServer &server, int count, const QString &path)
{
    QList<QUrl> list;
    for (int i = 0; i < count; ++i)
        list.append(server.address(path.arg(i)));
    return list;
}

} // namespace

/// tests/faults/README.md, rows 17 and 18: whoever waits, fetches or listens goes away in the
/// middle of it.
class TestFaultLifetime : public QObject
{
    Q_OBJECT
private slots:
    void aFetcherDestroyedInFlight();
    void aContinuationThatFetchesDuringTheEnd();
    void aReceiverDestroyedInFlight();
    void aServerDestroyedInFlight();
    void everythingDestroyedWithAThousandInFlight();
    void nothingIsLeftBehind();
};

void TestFaultLifetime::aFetcherDestroyedInFlight()
{
    FetchFixture net;
    QList<QFuture<FetchResult>> futures;
    std::atomic<int> continued = 0;
    {
        Fetcher fetcher(net.recorder);
        for (const char *path :
             {"hang", "drip", "endless", "delay/5000", "redirect-loop", "status/503"}) {
            for (int i = 0; i < 4; ++i) {
                FetchRequest request = net.request(QString::fromLatin1(path));
                request.retries = 100;
                request.limits.maxBytes = 0;
                futures.append(fetcher.fetch(request));
                futures.last().then([&continued](const FetchResult &) { ++continued; });
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(net.server.counters().requests > 5, FetchFixture::guardMs);
    }
    QCOMPARE(continued.load(), futures.size());
    for (const auto &future : futures) {
        QVERIFY(future.isFinished() && !future.isCanceled());
        const Outcome outcome = future.result().outcome;
        QVERIFY(outcome.kind == Outcome::Kind::Cancelled || outcome.kind == Outcome::Kind::Failed);
    }
    QVERIFY(std::ranges::any_of(futures, [](const auto &future) {
        return future.result().outcome.message.contains(u"the program closes"_s);
    }));
    QVERIFY(net.eachEndedOnce());
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded()); // the other one is not touched
}

void TestFaultLifetime::aContinuationThatFetchesDuringTheEnd()
{
    FetchFixture net;
    QFuture<FetchResult> first;
    QFuture<FetchResult> second;
    {
        Fetcher fetcher(net.recorder);
        first = fetcher.fetch(net.request(u"hang"_s));
        first.then([&](const FetchResult &) { second = fetcher.fetch(net.request(u"hang"_s)); });
        QTRY_COMPARE_WITH_TIMEOUT(net.server.counters().concurrent, 1, FetchFixture::guardMs);
    }
    QVERIFY(second.isFinished() && !second.isCanceled());
    QCOMPARE(second.result().outcome.kind, Outcome::Kind::Cancelled);
    QCOMPARE(second.result().attempts, 0);
    QCOMPARE(net.allStories().size(), 2);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultLifetime::aReceiverDestroyedInFlight()
{
    FetchFixture net;
    ComputePool pool(net.recorder, 2);
    int images = 0;
    int ends = 0;
    {
        Job job(net.recorder, net.fetcher, pool);
        connect(&job, &Job::imageReady, this, [&images] { ++images; });
        connect(&job, &Job::finished, this, [&ends] { ++ends; });
        QList<QUrl> those = addresses(net.server, 199, u"image/%1?w=60&h=40"_s);
        those.prepend(net.server.address(u"hang"_s)); // so that the job cannot end by itself
        job.start(those, {.then = Processing::Thumbnail});
        QTRY_VERIFY_WITH_TIMEOUT(images > 3, FetchFixture::guardMs); // some are at every stage
    }
    const int told = images;
    QTRY_VERIFY_WITH_TIMEOUT(net.allStories().size() == 200 && net.eachEndedOnce(),
                             FetchFixture::guardMs);
    QCOMPARE(images, told); // nothing reaches anyone from a job that is gone
    QCOMPARE(ends, 0);
}

void TestFaultLifetime::aServerDestroyedInFlight()
{
    FetchFixture net;
    auto server = std::make_unique<PracticeServer>(3);
    QVERIFY(server->start());
    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 30; ++i)
        futures.append(net.fetcher.fetch(net.request(server->address(u"hang"_s))));
    QTRY_COMPARE_WITH_TIMEOUT(server->counters().concurrent, 6, FetchFixture::guardMs);
    server.reset();
    for (const auto &future : futures) {
        const FetchResult result = net.wait(future);
        QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
        QVERIFY2(!result.outcome.message.isEmpty() && result.attempts == 1,
                 qPrintable(result.outcome.message));
        QCOMPARE(result.integrity, Integrity::Unknown);
    }
    QVERIFY(net.eachEndedOnce());
}

void TestFaultLifetime::everythingDestroyedWithAThousandInFlight()
{
    Recorder recorder;
    PracticeServer server;
    QVERIFY(server.start());
    QList<QFuture<Computed<int>>> kernels;
    QElapsedTimer time;
    {
        ComputePool pool(recorder, 2);
        Fetcher fetcher(recorder);
        fetcher.setMaxInFlight(1'000);
        fetcher.setMaxPerHost(1'000);
        Job job(recorder, fetcher, pool);
        const auto endless = [](KernelContext &context) -> std::optional<int> {
            while (!context.stopRequested())
                std::this_thread::yield();
            return std::nullopt;
        };
        for (int i = 0; i < 10; ++i)
            kernels.append(pool.run(u"endless"_s, endless));
        job.start(addresses(server, 1'000, u"hang?key=%1"_s), {});
        QTRY_COMPARE_WITH_TIMEOUT(server.counters().concurrent, 1'000, FetchFixture::guardMs);
        time.start();
    }
    qInfo("gone after %lld ms", time.elapsed());
    for (const auto &future : kernels)
        QVERIFY(future.isFinished() && !future.isCanceled());
    const Stories all = stories(recorder.take());
    QCOMPARE(all.size(), 1'010);
    for (const auto &story : all) {
        QCOMPARE(ends(story), 1);
        QCOMPARE(Outcome::Kind(story.last().code), Outcome::Kind::Cancelled);
    }
}

void TestFaultLifetime::nothingIsLeftBehind()
{
    const auto round = [] {
        FetchFixture net;
        ComputePool pool(net.recorder, 2);
        Job job(net.recorder, net.fetcher, pool);
        job.start(addresses(net.server, 60, u"bytes/1000?key=%1"_s), {});
        QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 0, FetchFixture::guardMs);
        job.start(addresses(net.server, 60, u"hang?key=%1"_s), {});
        QTRY_VERIFY_WITH_TIMEOUT(net.server.counters().concurrent > 0, FetchFixture::guardMs);
    };
    LiveCounts::now({}); // objects count from here on
    startThreadsOfQt();
    round(); // what Qt keeps for good
    const LiveCounts before = LiveCounts::settled({});
    for (int i = 0; i < 5; ++i)
        round();
    QVERIFY(LiveCounts::areBackAt(before));
}

QTEST_GUILESS_MAIN(TestFaultLifetime)
#include "tst_faultlifetime.moc"
