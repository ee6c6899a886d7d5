// SPDX-License-Identifier: MIT
#include "shared/blackhole.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/rawserver.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// tests/faults/README.md, rows 1 to 3, 9 and 19: connections that are refused, swallowed or
/// broken, and limits that count from the real send on a thread of their own.
class TestFaultConnect : public QObject
{
    Q_OBJECT
private slots:
    void refusedAndUnknownAreToldApart();
    void aSwallowedConnectionEndsByTheFirstByteLimit();
    void anAcceptedOneThatNeverRepliesToo();
    void aPostIsSentTwiceByQtAndThatIsTold();
    void onlyIdempotentRequestsAreRetried();
    void silenceCountsFromTheHead();
    void theTotalLimitCoversAllAttempts();
    void aBlockedLoopCausesNoTimeout();
    void waitingForATurnCausesNoTimeout();
};

void TestFaultConnect::refusedAndUnknownAreToldApart()
{
    FetchFixture net;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl refused(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
    closed.close();
    const FetchResult first = net.get(net.request(refused));
    QCOMPARE(first.outcome.kind, Outcome::Kind::Failed);
    QVERIFY2(first.outcome.message.contains(u"refused"_s), qPrintable(first.outcome.message));
    QVERIFY(first.outcome.message.contains(QString::number(refused.port())));

    // The name needs no network: RFC 6761 reserves it, and without a resolver it is unknown too.
    const FetchResult second = net.get(net.request(QUrl(u"http://nobody.invalid/"_s)));
    QCOMPARE(second.outcome.kind, Outcome::Kind::Failed);
    QVERIFY2(second.outcome.message.contains(u"Unknown host: nobody.invalid"_s),
             qPrintable(second.outcome.message));
    for (const FetchResult &result : {first, second}) {
        QCOMPARE(result.attempts, 1);
        QCOMPARE(result.status, 0);
        QCOMPARE(result.integrity, Integrity::Unknown);
    }
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::aSwallowedConnectionEndsByTheFirstByteLimit()
{
    FetchFixture net;
    const BlackHole hole;
    if (!hole.swallows())
        QSKIP("This system refuses connections above the backlog instead of ignoring them.");
    FetchRequest request = net.request(QUrl(u"http://127.0.0.1:%1/"_s.arg(hole.port())));
    request.limits.firstByte = milliseconds(300);
    const FetchResult result = net.get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::TimedOut);
    QVERIFY2(result.outcome.message.contains(u"No first byte within 300 ms"_s),
             qPrintable(result.outcome.message));
    QCOMPARE(result.firstByteNs, -1);
    QCOMPARE(result.attempts, 1);
    QCOMPARE(result.integrity, Integrity::Unknown);
    QVERIFY(net.eachEndedOnce());
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
}

void TestFaultConnect::anAcceptedOneThatNeverRepliesToo()
{
    FetchFixture net;
    FetchRequest request = net.request(u"hang"_s);
    request.limits.firstByte = milliseconds(300);
    request.retries = 1;
    const FetchResult result = net.get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::TimedOut);
    QVERIFY(result.outcome.message.contains(u"No first byte within 300 ms"_s));
    QCOMPARE(result.attempts, 2);
    QCOMPARE(result.integrity, Integrity::Unknown);
    const QList<TaskEvent> story = net.story(result.task);
    QCOMPARE(notes(story, NoteCode::RetryIn).size(), 1);
    QVERIFY(notes(story, NoteCode::FirstByte).isEmpty());
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::aPostIsSentTwiceByQtAndThatIsTold()
{
    FetchFixture net;
    // A connection that was used before: Qt takes its reset for an idle close and sends again.
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
    net.server.resetCounters();
    FetchRequest request = net.request(u"reset-before"_s);
    request.method = "POST";
    request.body = "pay once";
    request.retries = 2;
    const FetchResult result = net.get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
    QVERIFY2(result.outcome.message.contains(u"without a reply"_s),
             qPrintable(result.outcome.message));
    QCOMPARE(result.integrity, Integrity::Unknown);
    QCOMPARE(result.attempts, 1); // ours
    const auto sent = notes(net.story(result.task), NoteCode::Sent);
    QVERIFY(!sent.isEmpty()); // Qt's
    QCOMPARE(net.server.counters().requests, sent.last().value);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::onlyIdempotentRequestsAreRetried()
{
    FetchFixture net;
    QByteArrayList seen;
    RawServer server([&seen](const QByteArray &head) {
        const QByteArray method = head.left(head.indexOf(' '));
        seen.append(method);
        return seen.count(method) == 1
            ? "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"_ba
            : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"_ba;
    });
    for (const auto *method : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST", "PATCH"}) {
        FetchRequest request = net.request(server.address());
        request.method = method;
        request.retries = 2;
        const FetchResult result = net.get(request);
        const bool again = request.method != "POST" && request.method != "PATCH";
        QCOMPARE(result.attempts, again ? 2 : 1);
        QCOMPARE(result.outcome.hasSucceeded(), again);
        QCOMPARE(seen.count(request.method), again ? 2 : 1);
    }
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::silenceCountsFromTheHead()
{
    FetchFixture net;
    RawServer server(
        [](const QByteArray &) { return "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"_ba; });
    FetchRequest request = net.request(server.address());
    request.limits = {
        .firstByte = milliseconds(20'000), .silence = milliseconds(200), .total = milliseconds(0)};
    FetchResult result = net.get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::TimedOut);
    QVERIFY2(result.outcome.message.contains(u"Silent for 200 ms after 4 bytes"_s),
             qPrintable(result.outcome.message));
    QCOMPARE(result.integrity, Integrity::Unverified);
    // It was this limit and not the longer one that had been set before.
    QVERIFY(result.elapsedNs < 20'000'000'000);

    request.limits.firstByte = milliseconds(0);
    result = net.get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::TimedOut);
    QCOMPARE(result.attempts, 1);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::theTotalLimitCoversAllAttempts()
{
    FetchFixture net;
    FetchRequest request = net.request(u"status/503?retry-after=1"_s);
    request.retries = 1'000;
    request.limits.total = milliseconds(1'900);
    FetchResult result = net.get(request);
    // Another pause would outlast it, so there is no point in waiting for it.
    QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
    QCOMPARE(result.attempts, 2);
    QVERIFY(result.outcome.message.contains(u"503"_s));
    const auto pauses = notes(net.story(result.task), NoteCode::RetryIn);
    QCOMPARE(pauses.size(), 1);
    QCOMPARE(pauses.first().value, 1'000); // what the server asked for

    request = net.request(u"delay/10000"_s);
    request.limits.total = milliseconds(300);
    request.retries = 1'000;
    result = net.get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::TimedOut);
    QVERIFY(result.outcome.message.contains(u"total limit of 300 ms"_s));
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::aBlockedLoopCausesNoTimeout()
{
    FetchFixture net;
    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 60; ++i) {
        FetchRequest request = net.request(u"delay/200?key=%1"_s.arg(i));
        request.limits.firstByte = milliseconds(2'500);
        request.limits.total = milliseconds(3'000);
        futures.append(net.fetcher.fetch(request));
    }
    QTest::qSleep(3'500); // the loop stands still for longer than every limit
    for (const QFuture<FetchResult> &future : futures) {
        const FetchResult result = net.wait(future);
        QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    }
    QVERIFY(net.eachEndedOnce());
}

void TestFaultConnect::waitingForATurnCausesNoTimeout()
{
    FetchFixture net;
    net.fetcher.setMaxInFlight(1);
    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 32; ++i) {
        FetchRequest request = net.request(u"delay/100?key=%1"_s.arg(i));
        request.limits.firstByte = request.limits.total = milliseconds(2'500); // all take 3.2 s
        futures.append(net.fetcher.fetch(request));
    }
    for (const QFuture<FetchResult> &future : futures) {
        const FetchResult result = net.wait(future);
        QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    }
    QCOMPARE(net.server.counters().peakConcurrent, 1);
}

QTEST_GUILESS_MAIN(TestFaultConnect)
#include "tst_faultconnect.moc"
