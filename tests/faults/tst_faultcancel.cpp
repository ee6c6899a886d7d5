// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "session/board.h"
#include "session/tasktext.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/plug.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// tests/faults/README.md, rows 15, 16 and 20: stops at any moment, and work that throws.
class TestFaultCancel : public QObject
{
    Q_OBJECT
private slots:
    void aThousandAtOnce();
    void askedBeforeTheyWereSubmitted();
    void beforeDuringAndAfter();
    void fromSeveralThreadsAtOnce();
    void fromWithinAContinuation();
    void aKernelDeepInALoopIsCancellingFirst();
    void aKernelThatThrowsFails_data();
    void aKernelThatThrowsFails();
};

void TestFaultCancel::aThousandAtOnce()
{
    FetchFixture net;
    std::stop_source stop;
    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 1'000; ++i)
        futures.append(net.fetcher.fetch(net.request(u"hang"_s), stop.get_token()));
    // Some are in flight by now, most wait for their turn.
    QTRY_COMPARE_WITH_TIMEOUT(net.server.counters().concurrent, 6, FetchFixture::guardMs);
    stop.request_stop();
    stop.request_stop();
    int sent = 0;
    for (const auto &future : futures) {
        const FetchResult result = net.wait(future);
        QCOMPARE(result.outcome, Outcome::cancelled(u"Cancelled."_s));
        QCOMPARE(result.integrity, Integrity::Unknown);
        sent += result.attempts;
    }
    QCOMPARE(sent, 6);
    QCOMPARE(net.allStories().size(), 1'000);
    QVERIFY(net.eachEndedOnce());
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
    QTRY_COMPARE_WITH_TIMEOUT(net.server.counters().concurrent, 0, FetchFixture::guardMs);
}

/// However the network thread's turns fall between the fetch and its stop, nothing is sent.
void TestFaultCancel::askedBeforeTheyWereSubmitted()
{
    FetchFixture net;
    std::stop_source before;
    before.request_stop();
    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 2'000; ++i)
        futures.append(net.fetcher.fetch(net.request(u"bytes/10"_s), before.get_token()));
    for (const auto &future : futures) {
        const FetchResult result = net.wait(future);
        QCOMPARE(result.outcome, Outcome::cancelled(u"Cancelled."_s));
        QCOMPARE(result.attempts, 0);
    }
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
    QCOMPARE(net.server.counters().requests, 1);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultCancel::beforeDuringAndAfter()
{
    FetchFixture net;
    std::stop_source before;
    before.request_stop();
    FetchResult result = net.get(net.request(u"bytes/10"_s), before.get_token());
    QCOMPARE(result.outcome.kind, Outcome::Kind::Cancelled);
    QCOMPARE(result.attempts, 0);
    QCOMPARE(net.server.counters().requests, 0);

    std::stop_source during; // while the body comes in
    auto future = net.fetcher.fetch(net.request(u"drip?ms=20&bytes=1000"_s), during.get_token());
    QTRY_VERIFY_WITH_TIMEOUT(!net.story(TaskId {2}).isEmpty()
                                 && net.story(TaskId {2}).last().kind == EventKind::Progress,
                             FetchFixture::guardMs);
    during.request_stop();
    result = net.wait(future);
    QCOMPARE(result.outcome.kind, Outcome::Kind::Cancelled);
    QCOMPARE(result.integrity, Integrity::Unverified);
    QVERIFY(!result.body.isEmpty());

    std::stop_source pause; // while it waits before another attempt
    FetchRequest request = net.request(u"status/503?retry-after=2"_s);
    request.retries = 1;
    future = net.fetcher.fetch(request, pause.get_token());
    QTRY_VERIFY_WITH_TIMEOUT(!notes(net.story(TaskId {3}), NoteCode::RetryIn).isEmpty(),
                             FetchFixture::guardMs);
    pause.request_stop();
    result = net.wait(future);
    QCOMPARE(result.outcome.kind, Outcome::Kind::Cancelled);
    QCOMPARE(result.attempts, 1);

    std::stop_source after;
    result = net.get(net.request(u"bytes/10"_s), after.get_token());
    after.request_stop();
    QVERIFY(result.outcome.hasSucceeded());
    QVERIFY(net.get(u"bytes/20"_s).outcome.hasSucceeded());
    QVERIFY(net.eachEndedOnce());
}

void TestFaultCancel::fromSeveralThreadsAtOnce()
{
    FetchFixture net;
    constexpr int count = 600;
    std::vector<std::stop_source> stops(count);
    QList<QFuture<FetchResult>> futures(count);
    {
        std::vector<std::jthread> threads;
        for (int part = 0; part < 3; ++part) {
            threads.emplace_back([&, part] {
                for (int i = part; i < count; i += 3) {
                    futures[i] = net.fetcher.fetch(net.request(u"bytes/100?key=%1"_s.arg(i)),
                                                   stops[size_t(i)].get_token());
                    stops[size_t((i * 7) % count)].request_stop(); // begun, or not even asked for
                }
            });
        }
    }
    QMap<Outcome::Kind, int> kinds;
    for (const auto &future : futures)
        ++kinds[net.wait(future).outcome.kind];
    QCOMPARE(kinds[Outcome::Kind::Succeeded] + kinds[Outcome::Kind::Cancelled], count);
    QCOMPARE(net.allStories().size(), count);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultCancel::fromWithinAContinuation()
{
    FetchFixture net;
    std::stop_source stop;
    QList<QFuture<FetchResult>> others;
    for (int i = 0; i < 50; ++i)
        others.append(net.fetcher.fetch(net.request(u"hang"_s), stop.get_token()));
    net.fetcher.setMaxPerHost(7);
    // The first that succeeds stops the others, itself included, on the network thread.
    auto first
        = net.fetcher.fetch(net.request(net.server.address(u"bytes/10"_s)), stop.get_token());
    first.then([&stop](const FetchResult &) { stop.request_stop(); });
    net.fetcher.setMaxInFlight(60);
    net.fetcher.setMaxPerHost(60);
    QVERIFY(net.wait(first).outcome.hasSucceeded());
    for (const auto &future : others)
        QCOMPARE(net.wait(future).outcome.kind, Outcome::Kind::Cancelled);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultCancel::aKernelDeepInALoopIsCancellingFirst()
{
    FetchFixture net;
    const auto shown = [&net] { // of the kernel, in the columns State and Detail of the window
        Board board;
        for (const TaskEvent &event : net.story(TaskId {1}))
            board.apply(event);
        const TaskState &task = board.row(0);
        return TaskText::statusWord(task.status) + u'|' + TaskText::detail(task);
    };
    ComputePool pool(net.recorder, 1);
    Plug plug;
    std::stop_source stop;
    auto future = pool.run(u"deep"_s, plug.kernel(), stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 1, FetchFixture::guardMs);
    QVERIFY2(!shown().contains(u"cancelling"_s), qPrintable(shown()));
    stop.request_stop();
    for (int i = 0; i < 5; ++i) { // everything else goes on meanwhile
        QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
        QCOMPARE(shown(), u"running|cancelling …"_s); // for that is what it does
    }
    QVERIFY(!future.isFinished());
    QCOMPARE(plot(net.story(TaskId {1})), u"queued started cancelling"_s);
    plug.release();
    const auto result = net.wait(future);
    QCOMPARE(result.outcome, Outcome::cancelled(u"Cancelled while it ran."_s));
    QCOMPARE(net.story(TaskId {1}).last().text, result.outcome.message);
    QVERIFY(!result.value); // nothing of what it had so far is passed off as a result
    QCOMPARE(plot(net.story(TaskId {1})), u"queued started cancelling finished:cancelled"_s);
    QCOMPARE(shown(), u"cancelled|"_s);
}

void TestFaultCancel::aKernelThatThrowsFails_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("an exception with a text") << 0 << u"the plate is too hot"_s;
    QTest::newRow("no memory") << 1 << u"Out of memory"_s;
    QTest::newRow("an exception without a text") << 2 << u"without a reason"_s;
    QTest::newRow("something that is no exception") << 3 << u"unknown kind"_s;
    QTest::newRow("giving up unasked") << 4 << u"without being asked"_s;
}

void TestFaultCancel::aKernelThatThrowsFails()
{
    QFETCH(int, what);
    QFETCH(QString, fragment);
    FetchFixture net;
    ComputePool pool(net.recorder, 1);
    const auto kernel = [what](KernelContext &) -> std::optional<int> {
        switch (what) {
        case 0: throw std::runtime_error("the plate is too hot");
        case 1: throw std::bad_alloc();
        case 2: throw std::runtime_error("");
        case 3: throw 42;
        default: return std::nullopt;
        }
    };
    const auto result = net.wait(pool.run(u"throws"_s, kernel));
    QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
    QVERIFY2(result.outcome.message.contains(fragment), qPrintable(result.outcome.message));
    QVERIFY(!result.value);
    QCOMPARE(plot(net.story(result.task)), u"queued started finished:failed"_s);
    // The thread is still there for the next one.
    const auto next
        = net.wait(pool.run(u"works"_s, [](KernelContext &) { return std::optional(1); }));
    QVERIFY(next.outcome.hasSucceeded());
}

QTEST_GUILESS_MAIN(TestFaultCancel)
#include "tst_faultcancel.moc"
