// SPDX-License-Identifier: MIT
#include "shared/attacker.h"
#include "shared/blackhole.h"
#include "shared/fetchfixture.h"
#include "shared/lagjudge.h"
#include "shared/namedmain.h"
#include "shared/rawserver.h"
#include "shared/redirectfaults.h"
#include "shared/replyfaults.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The loop lives, whatever is wrong with what is fetched: one test for each class of fault. How
/// such fetches end is the matter of tests/faults.
class TestLagFetches : public QObject
{
    Q_OBJECT
private slots:
    void connecting();
    void replies_data();
    void replies();
    void sizes();
    void redirects();
    void proxies();
    void attacks_data();
    void attacks();
};

namespace {
constexpr int manyTimes = 50; // one of each would be over before the first beat is due

/// A port where nobody listens.
QUrl nobody()
{
    QTcpServer closed;
    if (!closed.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    return u"http://127.0.0.1:%1/"_s.arg(closed.serverPort());
}

} // namespace

void TestLagFetches::connecting()
{
    const BlackHole hole;
    RawServer half(
        [](const QByteArray &) { return "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"_ba; });
    QVERIFY(loopLives([&](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (int i = 0; i < 5; ++i) {
            all += {net.request(nobody()), net.request(QUrl(u"http://nobody.invalid/"_s)),
                    net.request(QUrl(u"http://127.0.0.1:%1/"_s.arg(hole.port()))),
                    net.request(half.address()), net.request(u"hang"_s)};
            all.append(net.request(u"reset-before"_s));
            all.last().method = "POST";
            all.append(net.request(u"status/503?retry-after=0"_s));
            all.last().retries = 3;
        }
        for (FetchRequest &request : all)
            request.limits.firstByte = request.limits.silence = 300ms;
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 60));
    }));
}

void TestLagFetches::replies_data()
{
    QTest::addColumn<QList<int>>("rows"); // of tests/faults/README.md
    QTest::newRow("head and protocol") << QList<int> {5, 7, 8};
    QTest::newRow("body") << QList<int> {3, 4, 6, 9};
}

void TestLagFetches::replies()
{
    QFETCH(QList<int>, rows);
    QVERIFY(loopLives([&](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (const ReplyFault &fault : replyFaults()) {
            if (!rows.contains(fault.row))
                continue;
            all.append(net.request(QString::fromLatin1(fault.path)));
            all.last().retries = fault.retries;
            fault.limit(all.last());
        }
        QVERIFY(!all.isEmpty());
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 60));
    }));
}

void TestLagFetches::sizes()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (const QString &path : {u"endless"_s, u"gzip-bomb"_s, u"bytes/200M"_s, u"bytes/1M"_s}) {
            for (int i = 0; i < 8; ++i) {
                all.append(net.request(path));
                all.last().limits
                    = {.firstByte = 20s, .silence = 20s, .total = 20s, .maxBytes = 4 << 20};
            }
        }
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 60));
    }));
}

void TestLagFetches::redirects()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (int i = 0; i < manyTimes; ++i) {
            for (const RedirectFault &fault : redirectFaults())
                all.append(net.request(QString::fromLatin1(fault.path)));
        }
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 60));
    }));
}

void TestLagFetches::proxies()
{
    RawServer proxy([](const QByteArray &) {
        return "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvia proxy"_ba;
    });
    const QUrl ways[] {proxy.address(), nobody()};
    QVERIFY(loopLives([&](LoopWatch &watch) {
        for (const QUrl &way : ways) {
            qputenv("http_proxy", way.toEncoded());
            FetchFixture net;
            QList<FetchRequest> all;
            for (int i = 0; i < manyTimes; ++i) {
                all << net.request(QUrl(u"http://remote.invalid/page"_s))
                    << net.request(u"bytes/10"_s) << net.request(QUrl(u"http://[::1]:1/"_s));
            }
            const LoopWatch::Active watched(watch);
            QVERIFY(net.getAll(all, 60));
        }
    }));
    qunsetenv("http_proxy");
}

void TestLagFetches::attacks_data()
{
    QTest::addColumn<attack::Attack>("attack");
    for (const attack::Named &one : attack::all)
        QTest::newRow(one.name) << one.attack;
}

void TestLagFetches::attacks()
{
    QFETCH(attack::Attack, attack);
    QVERIFY(loopLives([&](LoopWatch &watch) {
        FetchFixture net;
        const attack::Attacker attacker(attack, net.server.port(), net.server.address(u"echo"_s));
        const LoopWatch::Active watched(watch); // but not for what it takes the attacker to end
        for (int i = 0; i < 300 || attacker.bouts() < 3; ++i) {
            FetchRequest request = net.request(u"bytes/2000?key=%1"_s.arg(i));
            request.limits = {.firstByte = 30s, .silence = 30s, .total = 30s};
            QCOMPARE(net.get(request).outcome, Outcome::succeeded());
        }
    }));
}

QTEST_GUILESS_MAIN(TestLagFetches)
#include "tst_lagfetches.moc"
