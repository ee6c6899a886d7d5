// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/gunzip.h"
#include "shared/namedmain.h"
#include "shared/rawclient.h"

#include <QCryptographicHash>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

/// What the practice server sends when it behaves.
class TestPracticeServer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_server.start()); }
    void bytesCarryLengthAndDigest_data();
    void bytesCarryLengthAndDigest();
    void bytesMayTravelChunked();
    void bytesMayTravelPacked();
    void digestMayBeWrongOrMissing();
    void isDeterministic();
    void paintsPictures();
    void writesText();
    void resourcesFormAChain();
    void resourcesComeInBatches();
    void tellsStatusAndFailure();
    void redirects();
    void echoes();
    void refusesParametersOutOfLimits_data();
    void refusesParametersOutOfLimits();
    void practiceSetIsVaried();

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

namespace {

QByteArray digestOf(const QByteArray &body)
{
    return "sha-256=:" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toBase64()
        + ':';
}

QByteArray unchunk(QByteArray body)
{
    QByteArray whole;
    while (!body.isEmpty()) {
        const qsizetype end = body.indexOf("\r\n");
        const qsizetype size = body.first(std::max<qsizetype>(end, 0)).toLongLong(nullptr, 16);
        if (end < 0 || size == 0)
            return body == "0\r\n\r\n" ? whole : QByteArray();
        whole += body.mid(end + 2, size);
        body.remove(0, end + 2 + size + 2);
    }
    return {};
}

} // namespace

void TestPracticeServer::bytesCarryLengthAndDigest_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("size");
    QTest::newRow("none") << u"bytes/0"_s << 0;
    QTest::newRow("default") << u"bytes"_s << 1024;
    QTest::newRow("one write") << u"bytes/1k"_s << 1024;
    QTest::newRow("several writes") << u"bytes/300k"_s << 300 * 1024;
    QTest::newRow("generated while sent") << u"bytes/17M"_s << 17 * 1024 * 1024;
    QTest::newRow("paced") << u"bytes/7000?rate=100k"_s << 7000;
}

void TestPracticeServer::bytesCarryLengthAndDigest()
{
    QFETCH(QString, path);
    for (int turn = 0; turn < 2; ++turn) { // the second comes from the cache
        const RawReply reply = get(path);
        QCOMPARE(reply.status, 200);
        QTEST(int(reply.body.size()), "size");
        QCOMPARE(reply.fields["content-digest"], digestOf(reply.body));
    }
}

void TestPracticeServer::bytesMayTravelChunked()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"bytes/200k?chunked=1"_s), "Connection: close\r\n");
    const RawReply reply = RawReply::parse(client.readAll());
    QCOMPARE(reply.fields["transfer-encoding"], "chunked");
    QVERIFY(!reply.fields.contains("content-length"));
    const QByteArray body = unchunk(reply.body);
    QCOMPARE(body, get(u"bytes/200k"_s).body);
    QCOMPARE(reply.fields["content-digest"], digestOf(body));
}

void TestPracticeServer::bytesMayTravelPacked()
{
    const RawReply plain = get(u"text/4?gzip=1"_s);
    QVERIFY(!plain.fields.contains("content-encoding"));
    const RawReply packed = get(u"text/4?gzip=1"_s, "Accept-Encoding: gzip\r\n");
    QCOMPARE(packed.fields["content-encoding"], "gzip");
    QCOMPARE(packed.fields["content-digest"], digestOf(packed.body));
    QVERIFY(packed.body.size() < plain.body.size() / 2);
    QCOMPARE(gunzip(packed.body), plain.body);
}

void TestPracticeServer::digestMayBeWrongOrMissing()
{
    QVERIFY(!get(u"bytes/1k?digest=0"_s).fields.contains("content-digest"));
    const RawReply wrong = get(u"bytes/1k?digest=wrong"_s);
    QVERIFY(wrong.fields["content-digest"].startsWith("sha-256=:"));
    QVERIFY(wrong.fields["content-digest"] != digestOf(wrong.body));
}

void TestPracticeServer::isDeterministic()
{
    PracticeServer same(m_server.seed());
    PracticeServer other(m_server.seed() + 1);
    QVERIFY(same.start() && other.start());
    const QStringList paths {u"bytes/5k"_s,          u"bytes/5k?key=a"_s,  u"image/3?w=64&h=48"_s,
                             u"photo/3?w=64&h=48"_s, u"text/3?words=50"_s, u"details/11"_s};
    QSet<QByteArray> bodies;
    for (const QString &path : paths) {
        const auto body = [&path](PracticeServer &server) {
            RawClient client(server.port());
            client.get(server.address(path));
            return RawReply::read(client).body;
        };
        const QByteArray mine = body(m_server);
        QVERIFY(!mine.isEmpty());
        QCOMPARE(body(same), mine);
        QVERIFY2(body(other) != mine, qPrintable(path));
        bodies.insert(mine);
    }
    QCOMPARE(bodies.size(), paths.size());
    QVERIFY(get(u"image/4?w=64&h=48"_s).body != get(u"image/3?w=64&h=48"_s).body);
    QCOMPARE(same.practiceSet(), m_server.practiceSet());
    QVERIFY(other.practiceSet() != m_server.practiceSet());
}

void TestPracticeServer::paintsPictures()
{
    const RawReply png = get(u"image/17"_s);
    QCOMPARE(png.fields["content-type"], "image/png");
    QCOMPARE(png.fields["content-digest"], digestOf(png.body));
    QCOMPARE(QImage::fromData(png.body, "PNG").size(), QSize(960, 640));
    const RawReply jpeg = get(u"photo/17"_s);
    QCOMPARE(jpeg.fields["content-type"], "image/jpeg");
    QCOMPARE(QImage::fromData(jpeg.body, "JPEG").size(), QSize(1920, 1080));
    QVERIFY2(jpeg.body.size() > 300'000 && jpeg.body.size() < 450'000,
             QByteArray::number(jpeg.body.size()).constData());
    QCOMPARE(QImage::fromData(get(u"image/1?w=31&h=7"_s).body).size(), QSize(31, 7));
}

void TestPracticeServer::writesText()
{
    const RawReply reply = get(u"text/9"_s);
    QCOMPARE(reply.fields["content-type"], "text/plain; charset=utf-8");
    const auto words = [](const QByteArray &text) {
        return QString::fromUtf8(text).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    };
    QCOMPARE(words(reply.body).size(), 20'000);
    QCOMPARE(words(get(u"text/9?words=7"_s).body).size(), 7);
}

void TestPracticeServer::resourcesFormAChain()
{
    for (int id = 1; id <= 20; ++id) {
        const QJsonObject user = json(u"users/%1"_s.arg(id));
        QCOMPARE(user[u"id"_s].toInt(), id);
        const QJsonArray orders = json(u"orders?user=%1"_s.arg(id))[u"items"_s].toArray();
        QCOMPARE(orders.size(), user[u"orders"_s].toInt());
        QVERIFY(!orders.isEmpty());
        for (const QJsonValue &order : orders) {
            const QJsonObject detail = json(u"details/%1"_s.arg(order[u"id"_s].toInt()));
            QCOMPARE(detail[u"item"_s], order[u"item"_s]);
            const int number = detail[u"id"_s].toInt();
            const QJsonObject shipping = json(u"shipping/%1"_s.arg(number));
            QCOMPARE(shipping[u"detail"_s].toInt(), number);
        }
    }
    QCOMPARE(get(u"details/10"_s).status, 404);
    QCOMPARE(get(u"shipping/112"_s).status, 404);
}

void TestPracticeServer::resourcesComeInBatches()
{
    const QJsonObject batch = json(u"details?ids=11,10,21"_s);
    QCOMPARE(batch[u"items"_s][0].toObject(), json(u"details/11"_s));
    QCOMPARE(batch[u"items"_s][1].toObject(), json(u"details/21"_s));
    QCOMPARE(batch[u"missing"_s].toArray(), QJsonArray {10});
    QCOMPARE(json(u"users?ids=1,2,3"_s)[u"items"_s].toArray().size(), 3);
}

void TestPracticeServer::tellsStatusAndFailure()
{
    const RawReply busy = get(u"status/503?retry-after=7"_s);
    QVERIFY(busy.head.startsWith("HTTP/1.1 503 Service Unavailable\r\n"));
    QCOMPARE(busy.fields["retry-after"], "7");
    QCOMPARE(get(u"status/404"_s).status, 404);
    QCOMPARE(get(u"users/1?fail=502"_s).status, 502);
    const RawReply missing = get(u"nothing/here"_s);
    QCOMPARE(missing.status, 404);
    QVERIFY(missing.body.contains("'nothing'"));
}

void TestPracticeServer::redirects()
{
    QCOMPARE(get(u"redirect/2"_s).fields["location"], "1?how=relative");
    QCOMPARE(get(u"redirect"_s).fields["location"], "redirect/2?how=relative");
    QCOMPARE(get(u"redirect/0"_s).status, 200);
    const QUrl one = m_server.address(u"redirect/1?how=path"_s);
    QCOMPARE(get(u"redirect/2?how=path"_s).fields["location"],
             one.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    QVERIFY(get(u"redirect/2?how=absolute"_s).fields["location"].startsWith("http://127.0.0.1"));
    const QUrl loop = m_server.address(u"redirect-loop"_s);
    QCOMPARE(get(u"redirect-loop"_s).fields["location"], loop.path().toUtf8());
    QCOMPARE(get(u"redirect-to?url=file:///etc/hosts"_s).fields["location"], "file:///etc/hosts");
    QCOMPARE(get(u"redirect-to?url="_s).fields.value("location", "none"), "");
    const RawReply nowhere = get(u"redirect-to"_s);
    QCOMPARE(nowhere.status, 302);
    QVERIFY(!nowhere.fields.contains("location"));
    const RawReply injected = get(u"redirect-to?url=a%0d%0aX-Evil:1"_s);
    QVERIFY(!injected.fields.contains("x-evil"));
}

void TestPracticeServer::echoes()
{
    RawClient client(m_server.port());
    client.get(m_server.address(u"echo?a=b"_s),
               "traceparent: 00-1-2-01\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 3\r\n", "POST");
    client.send("abc");
    const QJsonObject seen = QJsonDocument::fromJson(RawReply::read(client).body).object();
    QCOMPARE(seen[u"method"_s], u"POST"_s);
    QCOMPARE(seen[u"path"_s], u"echo?a=b"_s);
    QCOMPARE(seen[u"bodyBytes"_s], 3);
    QCOMPARE(seen[u"headers"_s][u"traceparent"_s], u"00-1-2-01"_s);
    QCOMPARE(seen[u"headers"_s][u"x-a"_s], u"1, 2"_s);
}

void TestPracticeServer::refusesParametersOutOfLimits_data()
{
    QTest::addColumn<QString>("path");
    const QStringList paths {u"bytes/2000M"_s,
                             u"bytes/-1"_s,
                             u"bytes/x"_s,
                             u"bytes/65M?digest=1"_s,
                             u"bytes/1k?delay=1M"_s,
                             u"bytes/1k?digest=2"_s,
                             u"image/1?w=5000"_s,
                             u"delay/900000"_s,
                             u"users/0"_s,
                             u"status/99"_s,
                             u"users/1?fail=200"_s,
                             u"drip?ms=0"_s,
                             u"gzip-bomb?mib=2000"_s,
                             u"truncate/5k?of=1k"_s,
                             u"flaky/1?how=x"_s,
                             u"bytes/9000000000000000000M"_s,
                             u"headers-many?n=200000"_s};
    for (const QString &path : paths)
        QTest::newRow(qPrintable(path)) << path;
}

void TestPracticeServer::refusesParametersOutOfLimits()
{
    QFETCH(QString, path);
    const RawReply reply = get(path);
    QCOMPARE(reply.status, 400);
    QVERIFY(!QJsonDocument::fromJson(reply.body)[u"message"_s].toString().isEmpty());
}

void TestPracticeServer::practiceSetIsVaried()
{
    const QStringList paths = m_server.practiceSet();
    QCOMPARE(paths.size(), 64);
    QCOMPARE(paths.filter(QRegularExpression(u"^(image|photo)/"_s)).size(), 40);
    QVERIFY(paths.first().startsWith(u"image/"_s));
    const QRegularExpression bad(u"^(hang|status/503|truncate|reset-within|redirect-loop|chunk-bad|"
                                 "gzip-truncated)|digest=wrong"_s);
    QCOMPARE(paths.filter(bad).size(), 8);
    const QRegularExpression special(u"^(flaky|redirect)|chunked"_s);
    std::vector<std::pair<QString, std::unique_ptr<RawClient>>> clients;
    for (const QString &path : paths) {
        if (path.contains(bad) || path.contains(special))
            continue;
        clients.emplace_back(path, std::make_unique<RawClient>(m_server.port()));
        clients.back().second->get(m_server.address(path));
    }
    QCOMPARE(clients.size(), size_t(64 - 8 - 3));
    for (const auto &[path, client] : clients)
        QVERIFY2(RawReply::read(*client).status == 200, qPrintable(path));
    QCOMPARE(m_server.practiceSet(1000).size(), 1000);
    QVERIFY(m_server.practiceSet(0).isEmpty());
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
