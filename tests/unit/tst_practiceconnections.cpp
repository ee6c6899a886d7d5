// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

/// How the practice server treats connections: methods, keep-alive, pipelines, many at once.
class TestPracticeConnections : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_server.start()); }
    void knowsMethods();
    void keepsAliveAndPipelines();
    void keepsTheOrderOfPipelinedReplies();
    void countsConcurrency();
    void overloads();
    void flakyFailsThenSucceeds();
    void dripsByteByByte();

private:
    RawReply get(const QString &path, const QByteArray &fields = {},
                 const QByteArray &method = "GET")
    {
        RawClient client(m_server.port());
        client.get(m_server.address(path), fields, method);
        return RawReply::read(client, method == "HEAD");
    }
    QJsonObject json(const QString &path)
    {
        const RawReply reply = get(path);
        return reply.status == 200 ? QJsonDocument::fromJson(reply.body).object() : QJsonObject();
    }

    PracticeServer m_server;
};

void TestPracticeConnections::knowsMethods()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"bytes/1k"_s), {}, "HEAD");
    const RawReply head = RawReply::read(client, true);
    QCOMPARE(head.fields["content-length"], "1024");
    client.get(m_server.address(u"bytes/3"_s)); // no byte of a body lies in between
    QCOMPARE(RawReply::read(client).body.size(), 3);
    QCOMPARE(get(u"bytes/1k"_s, "Content-Length: 0\r\n", "POST").body.size(), 1024);
    QCOMPARE(get(u"bytes/1k"_s, {}, "DELETE").status, 405);
    const RawReply options = get(u"bytes/1k"_s, {}, "OPTIONS");
    QCOMPARE(options.status, 204);
    QCOMPARE(options.fields["allow"], "GET, HEAD, POST, OPTIONS");
}

void TestPracticeConnections::keepsAliveAndPipelines()
{
    const qint64 before = m_server.counters().connections;
    RawClient client(m_server.port());
    for (int i = 1; i <= 20; ++i) {
        client.get(m_server.address(u"bytes/%1"_s.arg(i)));
        QCOMPARE(RawReply::read(client).body.size(), i);
    }
    for (int i = 1; i <= 500; ++i)
        QVERIFY(client.get(m_server.address(u"bytes/%1"_s.arg(i))));
    for (int i = 1; i <= 500; ++i)
        QCOMPARE(RawReply::read(client).body.size(), i);
    QCOMPARE(m_server.counters().connections, before + 1);
    client.get(m_server.address(u"bytes/5"_s), "Connection: close\r\n");
    client.readAll();
    QCOMPARE(client.end(), RawClient::End::Fin);
}

void TestPracticeConnections::keepsTheOrderOfPipelinedReplies()
{
    RawClient client(m_server.port());
    // Waits for a timer, for the pool and for room in turn.
    client.get(m_server.address(u"bytes/1?delay=80"_s));
    client.get(m_server.address(u"image/1?w=40&h=40"_s));
    client.get(m_server.address(u"bytes/2M"_s));
    client.get(m_server.address(u"bytes/2"_s));
    QCOMPARE(RawReply::read(client).body.size(), 1);
    QCOMPARE(RawReply::read(client).fields["content-type"], "image/png");
    QCOMPARE(RawReply::read(client).body.size(), 2 * 1024 * 1024);
    QCOMPARE(RawReply::read(client).body.size(), 2);
}

void TestPracticeConnections::countsConcurrency()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_server.counters().openConnections, 0, 5'000);
    m_server.resetCounters();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server.port()));
        clients.back()->get(m_server.address(u"hang"_s));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server.counters().concurrent, 10, 5'000);
    clients.resize(4); // the server sees them go
    QTRY_COMPARE_WITH_TIMEOUT(m_server.counters().openConnections, 4, 5'000);
    const QJsonObject told = json(u"counters"_s);
    QCOMPARE(told[u"peakConcurrent"_s], 10);
    QCOMPARE(told[u"peakConnections"_s], 10);
    QCOMPARE(told[u"concurrent"_s], 4);
    QCOMPARE(told[u"requests"_s], 11);
    QCOMPARE(m_server.counters().rejected, 0);
}

void TestPracticeConnections::overloads()
{
    const QUrl url = m_server.address(u"overload?limit=3&ms=1000"_s);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server.port()));
        clients.back()->get(url);
    }
    int good = 0;
    for (const auto &client : clients) {
        const RawReply reply = RawReply::read(*client);
        good += reply.status == 200;
        QVERIFY(reply.status == 200 || reply.fields["retry-after"] == "1");
    }
    QCOMPARE(good, 3);
    QCOMPARE(get(u"overload?limit=1&ms=1"_s).status, 200);
}

void TestPracticeConnections::flakyFailsThenSucceeds()
{
    QList<int> seen;
    for (int i = 0; i < 4; ++i)
        seen.append(get(u"flaky/2?key=a"_s).status);
    QCOMPARE(seen, QList<int>({503, 503, 200, 200}));
    QCOMPARE(get(u"flaky/1?key=b"_s).status, 503);
    QList<int> again;
    for (int i = 0; i < 4; ++i)
        again.append(get(u"flaky/1?key=c&again=1"_s).status);
    QCOMPARE(again, QList<int>({503, 200, 503, 200}));
    RawClient client(m_server.port());
    client.get(m_server.address(u"flaky/1?key=d&how=reset"_s));
    QCOMPARE(client.readAll(), QByteArray());
    QCOMPARE(client.end(), RawClient::End::Reset);
    QCOMPARE(get(u"flaky/1?key=d&how=reset"_s).status, 200);
}

void TestPracticeConnections::dripsByteByByte()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"drip?bytes=8&ms=120"_s));
    QVERIFY(client.readUntil([&] { return client.received().contains("\r\n\r\n"); }));
    QVERIFY(RawReply::parse(client.received()).body.size() < 8);
    const RawReply reply = RawReply::read(client);
    QCOMPARE(reply.body.size(), 8);
}

QTEST_GUILESS_MAIN(TestPracticeConnections)
#include "tst_practiceconnections.moc"
