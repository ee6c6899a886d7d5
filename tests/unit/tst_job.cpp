// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "job/job.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/plug.h"

#include <QCryptographicHash>
#include <QImage>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

struct Bench : FetchFixture
{
    QList<QUrl> addresses(std::initializer_list<const char *> paths) const
    {
        QList<QUrl> list;
        for (const char *path : paths)
            list.append(server.address(QString::fromLatin1(path)));
        return list;
    }
    QList<QUrl> many(int count, const QString &path) const
    {
        QList<QUrl> list;
        for (int i = 0; i < count; ++i)
            list.append(server.address(path.arg(i)));
        return list;
    }
    bool run(Job &job, const QList<QUrl> &list, const JobOptions &options)
    {
        QSignalSpy finished(&job, &Job::finished);
        job.start(list, options);
        return finished.wait(guardMs) && job.unfinished() == 0;
    }
    QString result(TaskId task) { return notes(story(task), NoteCode::Result).value(0).text; }
    Outcome::Kind kind(TaskId task) { return Outcome::Kind(story(task).last().code); }

    ComputePool pool {recorder, 2};
};

} // namespace

/// The main job: fetch, then process on the pool, each address one task with one end.
class TestJob : public QObject
{
    Q_OBJECT
private slots:
    void eachProcessing_data();
    void eachProcessing();
    void aStoryInOrder();
    void whatFailsIsNotProcessed();
    void imagesAreDelivered();
    void tasksComeInTheOrderAskedFor();
    void cancelOne();
    void cancelManyBesideTheLoop();
    void cancelAllAtEveryStage();
    void cancelAllMeetsThoseStillExpected();
    void aFullPoolHoldsTheNetworkBack();
    void finishedIsToldOncePerEnd();
};

void TestJob::eachProcessing_data()
{
    QTest::addColumn<Processing>("then");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("result");
    QTest::newRow("none") << Processing::None << u"bytes/100"_s << u""_s << u""_s;
    QTest::newRow("sha256") << Processing::Sha256 << u"bytes/100"_s << u"sha256"_s << u"digest"_s;
    QTest::newRow("words") << Processing::WordCount << u"text/1?words=70"_s << u"words"_s
                           << u"70"_s;
    QTest::newRow("thumbnail") << Processing::Thumbnail << u"image/1?w=320&h=320"_s
                               << u"thumbnail"_s << u"120×120"_s;
    QTest::newRow("by type: image")
        << Processing::ByType << u"image/1?w=320&h=320"_s << u"thumbnail"_s << u"120×120"_s;
    QTest::newRow("by type: text")
        << Processing::ByType << u"text/1?words=70"_s << u"words"_s << u"70"_s;
    QTest::newRow("by type: data")
        << Processing::ByType << u"bytes/100"_s << u"sha256"_s << u"digest"_s;
}

void TestJob::eachProcessing()
{
    QFETCH(Processing, then);
    QFETCH(QString, path);
    QFETCH(QString, stage);
    QFETCH(QString, result);
    Bench bench;
    if (result == u"digest"_s) {
        const QByteArray body = bench.get(path).body;
        result = QString::fromLatin1(
            QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
    }
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QVERIFY(bench.run(job, {bench.server.address(path)}, {.then = then}));
    const TaskId task = bench.allStories().lastKey();
    QCOMPARE(bench.kind(task), Outcome::Kind::Succeeded);
    QCOMPARE(notes(bench.story(task), NoteCode::Stage).value(0).text, stage);
    QVERIFY2(bench.result(task).contains(result), qPrintable(bench.result(task)));
    QCOMPARE(bench.result(task).isEmpty(), then == Processing::None);
    QVERIFY(bench.eachEndedOnce());
}

void TestJob::aStoryInOrder()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QVERIFY(bench.run(job, bench.addresses({"bytes/100"}), {}));
    const QList<TaskEvent> story = bench.allStories().first();
    QString order;
    for (const TaskEvent &event : story) {
        const NoteCode code = NoteCode(event.code);
        if (event.kind == EventKind::Note && code != NoteCode::Total)
            order += QString::number(int(code)) + u' ';
        else if (event.kind != EventKind::Note && event.kind != EventKind::Progress)
            order += eventKindName(event.kind) + u' ';
    }
    const auto number = [](NoteCode code) { return QString::number(int(code)); };
    QCOMPARE(order,
             u"queued started %1 %2 %3 %4 %5 suspended resumed %6 finished "_s.arg(
                 number(NoteCode::FirstByte), number(NoteCode::Status), number(NoteCode::Integrity),
                 number(NoteCode::Bytes), number(NoteCode::Stage), number(NoteCode::Result)));
    QVERIFY(std::ranges::is_sorted(story, {}, &TaskEvent::timeNs));
    QCOMPARE(story[1].lane.kind, Lane::Kind::Network);
    QCOMPARE(story.last().lane.kind, Lane::Kind::Pool);
    QCOMPARE(story.first().text, bench.server.address(u"bytes/100"_s).toString());
}

void TestJob::whatFailsIsNotProcessed()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QVERIFY(bench.run(
        job, bench.addresses({"status/404", "truncate/1000", "bytes/10?digest=wrong", "text/1"}),
        {.retries = 0, .then = Processing::Thumbnail}));
    const Stories &all = bench.allStories();
    QCOMPARE(all.size(), 4);
    for (const auto &story : all)
        QCOMPARE(Outcome::Kind(story.last().code), Outcome::Kind::Failed);
    for (quint32 id = 1; id <= 3; ++id)
        QVERIFY(notes(bench.story(TaskId {id}), NoteCode::Stage).isEmpty());
    // The last one was fetched well, but is no picture.
    QCOMPARE(notes(bench.story(TaskId {4}), NoteCode::Stage).size(), 1);
    QVERIFY(bench.result(TaskId {4}).isEmpty());
    QVERIFY(!bench.story(TaskId {4}).last().text.isEmpty());
    QVERIFY(bench.eachEndedOnce());
}

void TestJob::imagesAreDelivered()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QMap<TaskId, QImage> images;
    bool isFinished = false;
    connect(&job, &Job::finished, this, [&isFinished] { isFinished = true; });
    connect(&job, &Job::imageReady, this, [&](TaskId task, const QImage &image) {
        QCOMPARE(QThread::currentThread(), job.thread());
        QVERIFY(!isFinished); // every picture is there before the end is told
        images.insert(task, image);
    });
    QVERIFY(bench.run(job, bench.many(20, u"image/%1?w=200&h=100"_s),
                      {.then = Processing::Thumbnail, .thumbnailBound = {50, 50}}));
    QCOMPARE(images.size(), 20);
    for (const auto &[task, image] : images.toStdMap()) {
        QCOMPARE(image.size(), QSize(50, 25));
        QCOMPARE(bench.kind(task), Outcome::Kind::Succeeded);
    }
}

void TestJob::tasksComeInTheOrderAskedFor()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QList<QUrl> expected;
    for (int part = 0; part < 20; ++part) {
        const QList<QUrl> list = bench.many(10, u"bytes/%1?key=%2"_s.arg(part + 1).arg(u"%1"_s));
        expected += list;
        job.start(list, {.then = Processing::None});
    }
    QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 0, Bench::guardMs);
    QStringList titles;
    for (const auto &story : bench.allStories())
        titles.append(story.first().text);
    QStringList asked;
    for (const QUrl &url : expected)
        asked.append(url.toString());
    QCOMPARE(titles, asked);
}

void TestJob::cancelOne()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QSignalSpy finished(&job, &Job::finished);
    job.start(bench.addresses({"hang", "bytes/10", "bytes/20"}), {});
    QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 1, Bench::guardMs);
    QCOMPARE(finished.size(), 0);
    bench.recorder.cancellation().cancel({TaskId {2}}); // over already
    bench.recorder.cancellation().cancel({TaskId {77}}); // never was
    QCOMPARE(job.unfinished(), 1);
    bench.recorder.cancellation().cancel({TaskId {1}});
    bench.recorder.cancellation().cancel({TaskId {1}});
    QVERIFY(finished.wait(Bench::guardMs));
    QCOMPARE(bench.kind(TaskId {1}), Outcome::Kind::Cancelled);
    QCOMPARE(bench.kind(TaskId {2}), Outcome::Kind::Succeeded);
    QCOMPARE(bench.kind(TaskId {3}), Outcome::Kind::Succeeded);
    QVERIFY(bench.eachEndedOnce());
}

/// A million stops take seconds, which are not the caller's.
void TestJob::cancelManyBesideTheLoop()
{
    constexpr int count = 3'000;
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    job.start(bench.many(count, u"hang?key=%1"_s), {});
    QTRY_COMPARE_WITH_TIMEOUT(bench.allStories().size(), count, Bench::guardMs);
    QList<TaskId> tasks = bench.allStories().keys();
    const TaskId spared = tasks.takeFirst();
    QThreadPool &stopping = *QThreadPool::globalInstance();
    QSemaphore gate;
    for (int i = 0; i < stopping.maxThreadCount(); ++i)
        stopping.start([&gate] { gate.acquire(); });
    bench.recorder.cancellation().cancel(tasks);
    const int before = job.unfinished();
    gate.release(stopping.maxThreadCount());
    QCOMPARE(before, count);
    QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 1, Bench::guardMs);
    QVERIFY(!bench.eachEndedOnce()); // the spared one runs
    bench.recorder.cancellation().cancel({spared});
    QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 0, Bench::guardMs);
    QVERIFY(bench.eachEndedOnce());
    for (const TaskId task : bench.allStories().keys())
        QCOMPARE(bench.kind(task), Outcome::Kind::Cancelled);
}

void TestJob::cancelAllAtEveryStage()
{
    Bench bench;
    Plug plug;
    auto busy = bench.pool.run(u"plug"_s, plug.kernel());
    auto busyToo = bench.pool.run(u"plug"_s, plug.kernel());
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 2, Bench::guardMs);
    Job job(bench.recorder, bench.fetcher, bench.pool);
    job.start(bench.many(5, u"bytes/100?key=%1"_s), {}); // these wait for the pool
    QTRY_COMPARE_WITH_TIMEOUT(bench.pool.queuedCount(), 5, Bench::guardMs);
    job.start(bench.many(100, u"hang?key=%1"_s), {}); // these are in flight, or wait for a slot
    QTRY_COMPARE_WITH_TIMEOUT(bench.server.counters().concurrent, 6, Bench::guardMs);
    QSignalSpy finished(&job, &Job::finished);
    bench.recorder.cancellation().cancelAll();
    QVERIFY(finished.wait(Bench::guardMs));
    QCOMPARE(job.unfinished(), 0);
    plug.release();
    QVERIFY(bench.wait(busy).outcome.hasSucceeded() && bench.wait(busyToo).outcome.hasSucceeded());
    QCOMPARE(bench.allStories().size(), 107);
    QVERIFY(bench.eachEndedOnce());
    for (const auto &[task, story] : bench.allStories().toStdMap()) {
        QCOMPARE(Outcome::Kind(story.last().code),
                 task <= TaskId {2} ? Outcome::Kind::Succeeded : Outcome::Kind::Cancelled);
    }
}

void TestJob::cancelAllMeetsThoseStillExpected()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    for (int round = 0; round < 20; ++round) {
        job.start(bench.many(300, u"hang?key=%1"_s), {});
        bench.recorder.cancellation().cancelAll(); // at once: most of them are no tasks yet
        job.start(bench.addresses({"bytes/10"}), {}); // came later, so it is not met
        QTRY_COMPARE_WITH_TIMEOUT(job.unfinished(), 0, Bench::guardMs);
    }
    QMap<Outcome::Kind, int> kinds;
    for (const auto &story : bench.allStories())
        ++kinds[Outcome::Kind(story.last().code)];
    QCOMPARE(kinds[Outcome::Kind::Cancelled], 6'000);
    QCOMPARE(kinds[Outcome::Kind::Succeeded], 20);
    QVERIFY(bench.eachEndedOnce());
}

/// Bodies that nobody can process yet would only fill the memory.
void TestJob::aFullPoolHoldsTheNetworkBack()
{
    constexpr int total = 300;
    constexpr int inFlight = 24;
    constexpr int processing = 8; // four for each thread of the pool
    Bench bench;
    Plug plug;
    auto busy = bench.pool.run(u"plug"_s, plug.kernel());
    auto busyToo = bench.pool.run(u"plug"_s, plug.kernel());
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 2, Bench::guardMs);
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QSignalSpy finished(&job, &Job::finished);
    job.start(bench.many(total, u"bytes/100?key=%1"_s), {});
    QTRY_VERIFY_WITH_TIMEOUT(bench.pool.queuedCount() > processing, Bench::guardMs);
    // Whoever asks for another one now is behind all that had started, and starts no more.
    auto later = bench.fetcher.fetch(bench.request(u"bytes/1"_s));
    job.start(bench.addresses({"hang"}), {});
    QTRY_COMPARE_WITH_TIMEOUT(bench.server.counters().concurrent, 0, Bench::guardMs);
    QVERIFY(bench.pool.queuedCount() <= processing + inFlight);
    QVERIFY(!later.isFinished());
    bench.recorder.cancellation().cancelAll(); // empties the pool's queue, so the network goes on
    QVERIFY(finished.wait(Bench::guardMs));
    QVERIFY(bench.wait(later).outcome.hasSucceeded());
    plug.release();
    QVERIFY(bench.wait(busy).outcome.hasSucceeded() && bench.wait(busyToo).outcome.hasSucceeded());
    QVERIFY(bench.run(job, bench.many(total, u"bytes/100?key=%1"_s), {}));
    QVERIFY(bench.eachEndedOnce());
}

void TestJob::finishedIsToldOncePerEnd()
{
    Bench bench;
    Job job(bench.recorder, bench.fetcher, bench.pool);
    QList<int> unfinishedWhenTold;
    connect(&job, &Job::finished, this, [&] { unfinishedWhenTold.append(job.unfinished()); });
    job.start(QList<QUrl>(), {});
    job.start(bench.addresses({"bytes/10"}), {});
    while (job.unfinished() > 0) // without the loop, so that the signal is still on its way
        QThread::yieldCurrentThread();
    job.start(bench.addresses({"delay/200"}), {});
    QTRY_COMPARE_WITH_TIMEOUT(unfinishedWhenTold.size(), 1, Bench::guardMs);
    QCOMPARE(unfinishedWhenTold, (QList<int> {0}));
    QCOMPARE(bench.allStories().size(), 2);
    QVERIFY(bench.eachEndedOnce());
}

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
