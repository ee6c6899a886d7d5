// SPDX-License-Identifier: MIT
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/rawserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 13: proxies from the environment are for remote hosts only, and are
/// shown.
class TestFaultProxy : public QObject
{
    Q_OBJECT
private slots:
    void aRemoteHostIsReachedThroughTheProxy();
    void loopbackNeverIs_data();
    void loopbackNeverIs();
    void aDeadProxyFailsWithASentence();
};

namespace {

QByteArray answer(const QByteArray &)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvia proxy";
}

} // namespace

void TestFaultProxy::aRemoteHostIsReachedThroughTheProxy()
{
    RawServer proxy(answer);
    qputenv("http_proxy", proxy.address().toEncoded());
    FetchFixture net;
    const FetchResult result = net.get(net.request(QUrl(u"http://remote.invalid/page"_s)));
    QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    QCOMPARE(result.body, "via proxy");
    QCOMPARE(proxy.heads().size(), 1);
    QVERIFY(proxy.heads().first().startsWith("GET http://remote.invalid/page HTTP/1.1\r\n"));
    const auto told = notes(net.story(result.task), NoteCode::Message);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().text.contains(u"proxy 127.0.0.1:%1"_s.arg(proxy.serverPort())));
    QCOMPARE(result.attempts, 1);
    QCOMPARE(result.integrity, Integrity::Complete);
    QVERIFY(net.eachEndedOnce());
}

void TestFaultProxy::loopbackNeverIs_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("number") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
    QTest::newRow("capitals") << u"LOCALHOST"_s;
    QTest::newRow("another number") << u"127.0.0.2"_s;
    QTest::newRow("subdomain") << u"app.localhost"_s;
    QTest::newRow("IPv6") << u"::1"_s;
    QTest::newRow("IPv4 in IPv6") << u"::ffff:127.0.0.1"_s;
}

void TestFaultProxy::loopbackNeverIs()
{
    QFETCH(QString, host);
    RawServer proxy(answer);
    qputenv("http_proxy", proxy.address().toEncoded());
    FetchFixture net;
    QUrl url = net.server.address(u"bytes/10"_s);
    url.setHost(host);
    const FetchResult result = net.get(net.request(url));
    // Not every name leads to the practice server, but none leads to the proxy.
    if (host == u"127.0.0.1"_s || host.toLower() == u"localhost"_s)
        QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    QCOMPARE(proxy.heads().size(), 0);
    QVERIFY(notes(net.story(result.task), NoteCode::Message).isEmpty());
    QVERIFY(net.eachEndedOnce());
}

void TestFaultProxy::aDeadProxyFailsWithASentence()
{
    QUrl dead;
    {
        RawServer proxy(answer);
        dead = proxy.address();
    }
    qputenv("http_proxy", dead.toEncoded());
    FetchFixture net;
    const FetchResult result = net.get(net.request(QUrl(u"http://remote.invalid/"_s)));
    QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
    QCOMPARE(result.attempts, 1);
    QCOMPARE(result.integrity, Integrity::Unknown);
    QVERIFY(net.eachEndedOnce());
    QVERIFY2(result.outcome.message.contains(
                 u"The proxy 127.0.0.1:%1 cannot be reached"_s.arg(dead.port())),
             qPrintable(result.outcome.message));
}

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_faultproxy.moc"
