// SPDX-License-Identifier: MIT
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/rawclient.h"

#include <QDeadlineTimer>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int together = 60; // connections of one attacker

/// One bout against the practice server at \p port, whose echo is at \p echo. False when it was not
/// turned away as it has to be.
using Attack = bool (*)(quint16 port, const QUrl &echo);

bool scan(quint16 port, const QUrl &)
{
    for (int i = 0; i < together; ++i)
        RawClient(port).send(i % 2 == 0 ? QByteArray()
                                        : QByteArray("\x16\x03\x01\0\xff\0garbage", 13));
    return true;
}

/// Each of them sends the next byte of a request that never gets to its end.
bool slowLoris(quint16 port, const QUrl &)
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: zzz";
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < together; ++i)
        clients.push_back(std::make_unique<RawClient>(port));
    for (const char byte : head) {
        for (const auto &client : clients)
            client->send(QByteArray(1, byte));
    }
    return true;
}

bool oversize(quint16 port, const QUrl &echo)
{
    for (int i = 0; i < 5; ++i) {
        RawClient client(port);
        client.get(echo, "X: " + QByteArray(200 * 1024, 'a'));
        if (!client.readAll().startsWith("HTTP/1.1 431 "))
            return false;
    }
    return true;
}

bool wrongToken(quint16 port, const QUrl &)
{
    for (int i = 0; i < together; ++i) {
        RawClient client(port);
        client.send("GET /" + QByteArray(32, '0') + "/echo HTTP/1.1\r\nHost: x\r\n\r\n");
        if (client.readAll()
            != "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return false;
    }
    return true;
}

/// Bouts of an attack, one after the other on a thread of its own, until it goes.
class Attacker
{
public:
    Attacker(Attack attack, quint16 port, const QUrl &echo)
        : m_thread([this, attack, port, echo](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                m_isTurnedAway = m_isTurnedAway && attack(port, echo);
                ++m_bouts;
            }
        })
    {
    }
    int bouts() const { return m_bouts; }
    bool isTurnedAway() const { return m_isTurnedAway; } ///< each time so far

private:
    std::atomic<int> m_bouts = 0;
    std::atomic<bool> m_isTurnedAway = true;
    std::jthread m_thread;
};

} // namespace

Q_DECLARE_METATYPE(Attack)

/// faults.md, row 25: whoever attacks the practice server, which has a thread of its own in our
/// process, takes nothing from the rest: the loop lives, and those it is for are served.
class TestFaultAttack : public QObject
{
    Q_OBJECT
private slots:
    void theLoopLivesAndFetchesSucceed_data();
    void theLoopLivesAndFetchesSucceed();
};

void TestFaultAttack::theLoopLivesAndFetchesSucceed_data()
{
    QTest::addColumn<Attack>("attack");
    QTest::newRow("port scan") << Attack(scan);
    QTest::newRow("slow loris") << Attack(slowLoris);
    QTest::newRow("oversized requests") << Attack(oversize);
    QTest::newRow("wrong token") << Attack(wrongToken);
}

void TestFaultAttack::theLoopLivesAndFetchesSucceed()
{
    constexpr int leastFetches = 300;
    constexpr int leastBouts = 3;
    QFETCH(Attack, attack);
    FetchFixture net;
    int fetches = 0;
    {
        const Attacker attacker(attack, net.server.port(), net.server.address(u"echo"_s));
        const auto watched = net.watched(); // but not for what it takes the attacker to end
        const QDeadlineTimer guard(FetchFixture::guardMs);
        while (fetches < leastFetches || attacker.bouts() < leastBouts) {
            QVERIFY2(!guard.hasExpired(), qPrintable(QString::number(attacker.bouts())));
            FetchRequest request = net.request(u"bytes/2000?key=%1"_s.arg(++fetches));
            request.limits.firstByte = request.limits.silence = request.limits.total
                = std::chrono::milliseconds(FetchFixture::guardMs); // a busy machine is no fault
            const FetchResult result = net.get(request);
            QCOMPARE(result.outcome, Outcome::succeeded());
            QCOMPARE(result.attempts, 1);
            QCOMPARE(result.integrity, Integrity::Verified);
            QCOMPARE(result.body.size(), 2'000);
        }
        QVERIFY(attacker.isTurnedAway());
    }
    QVERIFY(net.eachEndedOnce());
    QCOMPARE(net.server.counters().requests, fetches); // and not one of theirs
    QVERIFY2(net.loopLived(), net.loopFigures());
    qInfo("%d fetches, %s", fetches, net.loopFigures().constData());
}

QTEST_GUILESS_MAIN(TestFaultAttack)
#include "tst_faultattack.moc"
