// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/gunzip.h"
#include "shared/namedmain.h"
#include "shared/rawclient.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using End = RawClient::End;

/// What the practice server sends when it is asked to misbehave, byte by byte.
class TestPracticeFaults : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_server.start()); }
    void sendsNothing_data();
    void sendsNothing();
    void cutsShort_data();
    void cutsShort();
    void liesAboutLength_data();
    void liesAboutLength();
    void liesAboutChunks_data();
    void liesAboutChunks();
    void tellsTheTruthInTheDigest_data();
    void tellsTheTruthInTheDigest();
    void damagesGzip();
    void packsABomb();
    void sendsManyHeaders();
    void sendsStrangeReplies();
    void sendsInterimReplies();
    void poisonsTheConnection();
    void dripsHeadersForEver();
    void endlessStaysSmall();

private:
    QByteArray all(const QString &path, End *end = nullptr)
    {
        RawClient client(m_server.port());
        client.get(m_server.address(path), "Connection: close\r\n");
        const QByteArray wire = client.readAll();
        if (end)
            *end = client.end();
        return wire;
    }
    RawReply closed(const QString &path) { return RawReply::parse(all(path)); }

    PracticeServer m_server;
};

namespace {

QByteArray digestOf(const QByteArray &body)
{
    return "sha-256=:" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toBase64()
        + ':';
}

} // namespace

void TestPracticeFaults::sendsNothing_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("end");
    QTest::newRow("reset") << u"reset-before"_s << int(End::Reset);
    QTest::newRow("close") << u"close-before"_s << int(End::Fin);
    QTest::newRow("hang") << u"hang"_s << int(End::Open);
}

void TestPracticeFaults::sendsNothing()
{
    QFETCH(QString, path);
    QFETCH(int, end);
    RawClient client(m_server.port());
    client.get(m_server.address(path));
    client.readUntil([] { return false; }, end == int(End::Open) ? 300 : RawClient::guardMs);
    QCOMPARE(client.received(), QByteArray());
    QCOMPARE(int(client.end()), end);
}

void TestPracticeFaults::cutsShort_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("declared");
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("end");
    QTest::newRow("reset") << u"reset-within"_s << 4000 << 1000 << int(End::Reset);
    QTest::newRow("reset at") << u"reset-within?bytes=70k&of=100k"_s << 102400 << 71680
                              << int(End::Reset);
    QTest::newRow("truncate") << u"truncate/155k?of=500k"_s << 512000 << 158720 << int(End::Fin);
}

void TestPracticeFaults::cutsShort()
{
    QFETCH(QString, path);
    End end = End::Open;
    const RawReply reply = RawReply::parse(all(path, &end));
    QTEST(reply.fields["content-length"].toInt(), "declared");
    QTEST(int(reply.body.size()), "sent");
    QTEST(int(end), "end");
}

void TestPracticeFaults::liesAboutLength_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("long") << u"length-long"_s << QByteArray("Content-Length: 2500\r\n");
    QTest::newRow("short") << u"length-short"_s << QByteArray("Content-Length: 1500\r\n");
    QTest::newRow("negative") << u"length-negative"_s << QByteArray("Content-Length: -5\r\n");
    QTest::newRow("twice") << u"length-twice"_s
                           << QByteArray("Content-Length: 2000\r\nContent-Length: 1000\r\n");
}

void TestPracticeFaults::liesAboutLength()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, framing);
    const RawReply reply = closed(path);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.head.contains(framing));
    QCOMPARE(reply.body.size(), 2000);
    QCOMPARE(reply.head.count("Content-Length"), framing.count("Content-Length"));
}

void TestPracticeFaults::liesAboutChunks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("size");
    QTest::newRow("bad") << u"chunk-bad"_s << QByteArray("zz");
    QTest::newRow("negative") << u"chunk-negative"_s << QByteArray("-5");
    QTest::newRow("huge") << u"chunk-huge"_s << QByteArray("FFFFFFFFFFFFFFFFF");
}

void TestPracticeFaults::liesAboutChunks()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, size);
    const RawReply reply = closed(path);
    QCOMPARE(reply.fields["transfer-encoding"], "chunked");
    QVERIFY(reply.body.startsWith("3e8\r\n")); // half of the body, well framed
    QCOMPARE(reply.body.mid(5 + 1000, size.size() + 4), "\r\n" + size + "\r\n");
}

void TestPracticeFaults::tellsTheTruthInTheDigest_data()
{
    QTest::addColumn<QString>("path");
    const QStringList paths {u"length-long"_s,    u"length-short"_s,       u"length-negative"_s,
                             u"length-twice"_s,   u"length-and-chunked"_s, u"chunk-bad"_s,
                             u"chunk-negative"_s, u"chunk-huge"_s,         u"chunk-unterminated"_s};
    for (const QString &path : paths)
        QTest::newRow(qPrintable(path)) << path;
}

void TestPracticeFaults::tellsTheTruthInTheDigest()
{
    QFETCH(QString, path);
    const QByteArray body = closed(u"length-long"_s).body;
    QCOMPARE(closed(path + u"?digest=1"_s).fields["content-digest"], digestOf(body));
    QVERIFY(!closed(path + u"?digest=0"_s).fields.contains("content-digest"));
    QCOMPARE(closed(path).fields.contains("content-digest"), path == u"length-short"_s);
}

void TestPracticeFaults::damagesGzip()
{
    const RawReply half = closed(u"gzip-truncated?digest=1"_s);
    const RawReply corrupt = closed(u"gzip-corrupt?digest=1"_s);
    QCOMPARE(half.fields["content-encoding"], "gzip");
    QCOMPARE(half.fields["content-length"].toInt(), int(half.body.size()));
    QCOMPARE(half.body.size(), corrupt.body.size() / 2);
    QVERIFY(corrupt.body.startsWith(half.body));
    QCOMPARE(half.fields["content-digest"], corrupt.fields["content-digest"]);
    QVERIFY(corrupt.fields["content-digest"] != digestOf(corrupt.body));
    QVERIFY(gunzip(half.body).isNull() && gunzip(corrupt.body).isNull());
    QVERIFY(!closed(u"gzip-corrupt"_s).fields.contains("content-digest"));
}

void TestPracticeFaults::packsABomb()
{
    const RawReply reply = closed(u"gzip-bomb?mib=3&digest=1"_s);
    QCOMPARE(reply.fields["content-encoding"], "gzip");
    QCOMPARE(reply.fields["content-digest"], digestOf(reply.body));
    QVERIFY(reply.body.size() < 4 * 1024);
    QCOMPARE(gunzip(reply.body), QByteArray(3 * 1024 * 1024, '\0'));
    QVERIFY(closed(u"gzip-bomb"_s).body.size() < 80 * 1024);
}

void TestPracticeFaults::sendsManyHeaders()
{
    const RawReply many = closed(u"headers-many?n=150"_s);
    QCOMPARE(many.head.count("X-Field-"), 150);
    QCOMPARE(many.body, "ok");
    const RawReply big = closed(u"header-big?kb=1024"_s);
    QCOMPARE(big.fields["x-big"].size(), 1024 * 1024);
    QCOMPARE(big.body, "ok");
}

void TestPracticeFaults::sendsStrangeReplies()
{
    End end = End::Open;
    QVERIFY(!all(u"not-http"_s, &end).contains("HTTP/"));
    QCOMPARE(end, End::Fin);
    const QByteArray headless = all(u"no-status"_s, &end);
    QVERIFY(headless.startsWith("Content-Type: text/plain\r\n"));
    QVERIFY(headless.endsWith("\r\n\r\nok"));
    QCOMPARE(end, End::Fin);
    const RawReply both = closed(u"length-and-chunked"_s);
    QCOMPARE(both.fields["content-length"], "100");
    QCOMPARE(both.fields["transfer-encoding"], "chunked");
    QVERIFY(both.body.startsWith("7d0\r\n") && both.body.endsWith("\r\n0\r\n\r\n"));
    const RawReply open = closed(u"chunk-unterminated"_s);
    QCOMPARE(open.body.size(), 5 + 2000 + 2);
    QVERIFY(open.body.startsWith("7d0\r\n"));
}

void TestPracticeFaults::sendsInterimReplies()
{
    const QByteArray hints = all(u"early-hints"_s);
    QVERIFY(hints.startsWith("HTTP/1.1 103 Early Hints\r\n"));
    QCOMPARE(hints.count("\r\n\r\nHTTP/1.1 200 OK\r\n"), 1);
    const QByteArray flood = all(u"continue-flood"_s);
    QCOMPARE(flood.count("HTTP/1.1 100 Continue\r\n\r\n"), 2000);
    QVERIFY(flood.sliced(2000 * 25).startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestPracticeFaults::poisonsTheConnection()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"nocontent-body"_s));
    client.get(m_server.address(u"length-short"_s));
    client.get(m_server.address(u"bytes/1"_s));
    QVERIFY(client.readUntil([&] {
        return client.received().count("HTTP/1.1 ") == 3
            && client.received().contains("Content-Length: 1\r\n");
    }));
    QVERIFY(client.received().startsWith("HTTP/1.1 204 No Content\r\n"));
    QVERIFY(client.received().contains("\r\n\r\n204 has no body, but here it isHTTP/1.1 200 OK"));
    QCOMPARE(client.end(), End::Open);
}

void TestPracticeFaults::dripsHeadersForEver()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"drip-header?ms=5"_s));
    QVERIFY(client.readUntil([&] { return client.received().contains("X-Drip-20: drop\r\n"); }));
    QVERIFY(client.received().startsWith("HTTP/1.1 200 OK\r\nX-Drip-0: drop\r\n"));
    QVERIFY(!client.received().contains("\r\n\r\n"));
}

void TestPracticeFaults::endlessStaysSmall()
{
    m_server.resetCounters();
    RawClient lazy(m_server.port(), 4096);
    lazy.get(m_server.address(u"endless"_s));
    RawClient lazyToo(m_server.port(), 4096);
    lazyToo.get(m_server.address(u"bytes/1000M"_s));
    // A third one reads far more than the sleepers could be given, and is not held up by them.
    RawClient eager(m_server.port());
    eager.get(m_server.address(u"endless"_s));
    qint64 seen = 0;
    while (seen < 64 * 1024 * 1024 && eager.readUntilSize(1024 * 1024))
        seen += eager.take(eager.received().size()).size();
    QVERIFY(seen >= 64 * 1024 * 1024);
    QVERIFY(m_server.counters().peakBuffered > 0);
    QVERIFY(m_server.counters().peakBuffered <= (256 + 64 + 1) * 1024);
    QCOMPARE(m_server.counters().concurrent, 3);
}

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practicefaults.moc"
