// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/rawclient.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using End = RawClient::End;

/// tests/faults/README.md, row 25: what strangers and brutes do to the practice server. It stays
/// bounded, tells them nothing and goes on.
class TestPracticeServerGuards : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void strangersGetNothing_data();
    void strangersGetNothing();
    void listensOnTheLoopbackOnly();
    void tokensDiffer();
    void survivesAPortScan();
    void refusesOversizedRequests_data();
    void refusesOversizedRequests();
    void answersBeforeItCloses();
    void closesTheSlowLoris();
    void closesASlowBody();
    void closesIdleConnections();
    void boundsConnections();
    void endsWithRequestsInFlight();
    void startsAgainAndAgain();

private:
    PracticeServer m_server;
};

namespace {

constexpr int most = 40; // connections

PracticeServer::Limits tightLimits()
{
    PracticeServer::Limits limits;
    limits.receive = 400ms;
    limits.idle = 800ms;
    limits.linger = 400ms;
    limits.connections = most;
    return limits;
}

} // namespace

void TestPracticeServerGuards::initTestCase()
{
    m_server.setLimits(tightLimits());
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestPracticeServerGuards::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_server.counters().openConnections, 0, 10'000);
    QCOMPARE(m_server.counters().concurrent, 0);
    RawClient client(m_server.port()); // and it still works
    client.get(m_server.address(u"bytes/7"_s));
    QCOMPARE(RawReply::read(client).body.size(), 7);
}

void TestPracticeServerGuards::strangersGetNothing_data()
{
    QTest::addColumn<QByteArray>("target");
    const QByteArray token = m_server.address({}).path().toUtf8();
    QByteArray almost = token;
    almost[5] = almost[5] == '0' ? '1' : '0';
    const QList<QByteArray> targets {"/",
                                     "/bytes/1k",
                                     "//",
                                     "/favicon.ico",
                                     almost + "bytes/1k",
                                     token.chopped(1),
                                     token.toUpper() + "x",
                                     "/../" + token,
                                     "/%2e" + token,
                                     "/" + QByteArray(32, '0') + "/echo"};
    for (const QByteArray &target : targets)
        QTest::newRow(target.constData()) << target;
}

void TestPracticeServerGuards::strangersGetNothing()
{
    QFETCH(QByteArray, target);
    const PracticeServer::Counters before = m_server.counters();
    for (const QByteArray method : {"GET", "POST", "OPTIONS"}) {
        RawClient client(m_server.port());
        client.send(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.readAll(),
                 "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        QCOMPARE(client.end(), End::Fin);
    }
    QCOMPARE(m_server.counters().requests, before.requests);
    QCOMPARE(m_server.counters().rejected, before.rejected + 3);
}

void TestPracticeServerGuards::listensOnTheLoopbackOnly()
{
    QCOMPARE(m_server.address({}).host(), u"127.0.0.1"_s);
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address == QHostAddress(QHostAddress::LocalHost))
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, m_server.port());
        QVERIFY2(!socket.waitForConnected(2'000), qPrintable(address.toString()));
    }
}

void TestPracticeServerGuards::tokensDiffer()
{
    PracticeServer other;
    QVERIFY(other.start());
    const QString mine = m_server.address({}).path();
    QCOMPARE(mine.size(), 1 + 32 + 1);
    QVERIFY(other.address({}).path() != mine);
}

void TestPracticeServerGuards::survivesAPortScan()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    PracticeServer server; // with room for all who come at once
    QVERIFY(server.start());
    for (int i = 0; i < 300; ++i) {
        RawClient client(server.port());
        QVERIFY(client.isConnected());
        if (i % 3 == 0)
            continue; // connect and go
        QByteArray garbage(qsizetype(random.bounded(4000)), Qt::Uninitialized);
        for (char &byte : garbage)
            byte = char(random.bounded(256));
        client.send(i % 3 == 1 ? garbage : garbage + "\r\n\r\n");
        if (i % 30 == 2)
            QVERIFY(client.readAll().startsWith("HTTP/1.1 4"));
    }
    // Some are still to be accepted, long after whoever came with them has gone.
    QTRY_COMPARE_WITH_TIMEOUT(server.counters().connections, 300, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(server.counters().openConnections, 0, 10'000);
    QCOMPARE(server.counters().requests, 0);
}

void TestPracticeServerGuards::refusesOversizedRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray path = m_server.address(u"echo"_s).path().toUtf8();
    const QByteArray start = "GET " + path + " HTTP/1.1\r\nHost: x\r\n";
    const QByteArray many(200 * 1024, 'a');
    QTest::newRow("field") << start + "X: " + many << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("target") << "GET /" + many << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("fields") << start + QByteArray("A: b\r\n").repeated(100) + "\r\n"
                            << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("body") << start + "Content-Length: 2000000\r\n\r\n" + many
                          << QByteArray("HTTP/1.1 413 ");
    QTest::newRow("chunked") << start + "Transfer-Encoding: chunked\r\n\r\n" + many
                             << QByteArray("HTTP/1.1 411 ");
    QTest::newRow("query") << "GET " + path + "?a=" + many + " HTTP/1.1\r\nHost: x\r\n\r\n"
                           << QByteArray("HTTP/1.1 431 ");
}

void TestPracticeServerGuards::refusesOversizedRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    RawClient client(m_server.port());
    client.send(request);
    QVERIFY2(client.readAll().startsWith(answer), client.received().constData());
    QCOMPARE(client.received().count("HTTP/1.1"), 1);
    QVERIFY(client.end() != End::Open);
}

void TestPracticeServerGuards::answersBeforeItCloses()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"bytes/20k"_s));
    client.send("nonsense\r\n\r\n");
    client.get(m_server.address(u"bytes/20k"_s)); // too late
    const QByteArray wire = client.readAll();
    QCOMPARE(RawReply::parse(wire).status, 200);
    QCOMPARE(wire.count("HTTP/1.1 "), 2);
    QVERIFY(wire.endsWith("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n"
                          "Connection: close\r\n\r\n"));
    QCOMPARE(client.end(), End::Fin);
}

void TestPracticeServerGuards::closesTheSlowLoris()
{
    RawClient client(m_server.port());
    const QByteArray head = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + QByteArray(2000, 'z');
    QElapsedTimer guard;
    guard.start();
    qsizetype sent = 0;
    // A byte whenever nothing came for 20 ms: the next byte must not prolong its time.
    while (client.end() == End::Open && guard.elapsed() < RawClient::guardMs) {
        QVERIFY(sent < head.size());
        client.send(head.mid(sent++, 1));
        client.readUntil([] { return false; }, 20);
    }
    QVERIFY(client.received().startsWith("HTTP/1.1 408 "));
    QVERIFY(guard.elapsed() >= 400);
}

void TestPracticeServerGuards::closesASlowBody()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"echo"_s), "Content-Length: 10\r\n", "POST");
    client.send("12345");
    QVERIFY(client.readAll().startsWith("HTTP/1.1 408 "));
}

void TestPracticeServerGuards::closesIdleConnections()
{
    RawClient silent(m_server.port());
    RawClient used(m_server.port());
    used.get(m_server.address(u"bytes/1"_s));
    QCOMPARE(RawReply::read(used).status, 200);
    QCOMPARE(silent.readAll(), QByteArray());
    QVERIFY(silent.end() != End::Open);
    QCOMPARE(used.readAll(), QByteArray());
    QVERIFY(used.end() != End::Open);
    // A request that is being answered is not idle, however long that takes.
    RawClient waiting(m_server.port());
    waiting.get(m_server.address(u"delay/1500"_s));
    QCOMPARE(RawReply::read(waiting).status, 200);
}

void TestPracticeServerGuards::boundsConnections()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_server.counters().openConnections, 0, 10'000);
    m_server.resetCounters();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < most + 25; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server.port()));
        QVERIFY(clients.back()->isConnected());
        clients.back()->get(m_server.address(u"hang"_s));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server.counters().rejected, 25, 10'000);
    QCOMPARE(m_server.counters().peakConnections, most);
    int refused = 0;
    for (const auto &client : clients) {
        client->readUntil([] { return false; }, 1);
        refused += client->end() != End::Open;
    }
    QCOMPARE(refused, 25);
}

void TestPracticeServerGuards::endsWithRequestsInFlight()
{
    auto server = std::make_unique<PracticeServer>();
    QVERIFY(server->start());
    std::vector<std::unique_ptr<RawClient>> clients;
    const QStringList paths {u"hang"_s,        u"endless"_s,    u"drip"_s,
                             u"delay/60000"_s, u"bytes/500M"_s, u"overload?ms=60000&limit=100"_s};
    for (const QString &path : paths) {
        clients.push_back(std::make_unique<RawClient>(server->port()));
        clients.back()->get(server->address(path));
    }
    for (int i = 0; i < 30; ++i) { // more than the pool can be painting
        clients.push_back(std::make_unique<RawClient>(server->port()));
        clients.back()->get(server->address(u"image/%1"_s.arg(i)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(server->counters().concurrent > 6, 10'000);
    server.reset();
    for (const auto &client : clients) {
        client->readAll();
        QVERIFY(client->end() != End::Open);
    }
}

void TestPracticeServerGuards::startsAgainAndAgain()
{
    for (quint32 i = 0; i < 30; ++i) {
        PracticeServer server(i);
        QVERIFY(server.start());
        QVERIFY(server.start()); // twice does no harm
        RawClient client(server.port());
        client.get(server.address(u"bytes/1"_s));
        QCOMPARE(RawReply::read(client).status, 200);
    }
    const PracticeServer never;
    QVERIFY(!never.isListening());
}

QTEST_GUILESS_MAIN(TestPracticeServerGuards)
#include "tst_practiceserver_guards.moc"
