// SPDX-License-Identifier: MIT
#include "practice/requestparser.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

using practice::Method;
using practice::RequestParser;
using Result = RequestParser::Result;

/// Bytes to requests, without a socket.
class TestRequestParser : public QObject
{
    Q_OBJECT
private slots:
    void readsARequest();
    void readsItByteByByte();
    void readsPipelinedRequests();
    void knowsKeepAlive_data();
    void knowsKeepAlive();
    void knowsGzip_data();
    void knowsGzip();
    void refuses_data();
    void refuses();
    void boundsItsMemory();
    void survivesRandomDamage();
};

namespace {

const QByteArray post = "POST /a/b?c=d HTTP/1.1\r\nHost: h\r\nX-Two:  v w \r\nContent-Length: 5"
                        "\r\n\r\nhello";

Result resultOf(const QByteArray &bytes, RequestParser *parser)
{
    parser->append(bytes);
    return parser->next();
}

} // namespace

void TestRequestParser::readsARequest()
{
    RequestParser parser;
    QCOMPARE(resultOf(post, &parser), Result::Complete);
    const practice::Request &request = parser.request();
    QCOMPARE(request.method, Method::Post);
    QCOMPARE(request.target, QByteArrayView("/a/b?c=d"));
    QCOMPARE(request.fields.size(), size_t(3));
    QCOMPARE(request.fields[1].name, QByteArrayView("X-Two"));
    QCOMPARE(request.fields[1].value, QByteArrayView("v w"));
    QCOMPARE(request.body, QByteArrayView("hello"));
    QVERIFY(parser.isIdle());
    QCOMPARE(parser.next(), Result::Incomplete);
}

void TestRequestParser::readsItByteByByte()
{
    RequestParser parser;
    for (qsizetype i = 0; i + 1 < post.size(); ++i) {
        QCOMPARE(resultOf(post.mid(i, 1), &parser), Result::Incomplete);
        QVERIFY(!parser.isIdle());
    }
    QCOMPARE(resultOf(post.last(1), &parser), Result::Complete);
    QCOMPARE(parser.request().body, QByteArrayView("hello"));
}

void TestRequestParser::readsPipelinedRequests()
{
    const QByteArray get = "GET /2 HTTP/1.1\r\nHost: h\r\n\r\n";
    RequestParser parser;
    QCOMPARE(resultOf(post + get + post.first(20), &parser), Result::Complete);
    QCOMPARE(parser.next(), Result::Complete);
    QCOMPARE(parser.request().target, QByteArrayView("/2"));
    QCOMPARE(parser.request().body.size(), 0);
    QCOMPARE(parser.next(), Result::Incomplete);
    QCOMPARE(resultOf(post.sliced(20), &parser), Result::Complete);
    QCOMPARE(parser.request().method, Method::Post);
}

void TestRequestParser::knowsKeepAlive_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("keepAlive");
    const QByteArray one = "GET / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray old = "GET / HTTP/1.0\r\n";
    QTest::newRow("1.1") << one + "\r\n" << true;
    QTest::newRow("1.1 close") << one + "Connection: TE, Close\r\n\r\n" << false;
    QTest::newRow("1.0") << old + "\r\n" << false;
    QTest::newRow("1.0 keep") << old + "connection: Keep-Alive\r\n\r\n" << true;
}

void TestRequestParser::knowsKeepAlive()
{
    QFETCH(QByteArray, request);
    RequestParser parser;
    QCOMPARE(resultOf(request, &parser), Result::Complete);
    QTEST(parser.request().keepAlive, "keepAlive");
}

void TestRequestParser::knowsGzip_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("accepts");
    QTest::newRow("listed") << QByteArray("deflate, gzip") << true;
    QTest::newRow("weighed") << QByteArray("gzip;q=0.5") << true;
    QTest::newRow("refused") << QByteArray("gzip;q=0, br") << false;
    QTest::newRow("other") << QByteArray("xgzip, br") << false;
}

void TestRequestParser::knowsGzip()
{
    QFETCH(QByteArray, value);
    RequestParser parser;
    const QByteArray head = "GET / HTTP/1.1\r\nHost: h\r\nAccept-Encoding: ";
    QCOMPARE(resultOf(head + value + "\r\n\r\n", &parser), Result::Complete);
    QTEST(parser.request().acceptsGzip, "accepts");
}

void TestRequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\n";
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request + "\r\n" << status;
    };
    row("garbage", "hello\r\n", 400);
    row("empty line", "\r\n", 400);
    row("no version", "GET /\r\n", 400);
    row("no host", "GET / HTTP/1.1\r\n", 400);
    row("two hosts", get + "Host: i\r\n", 400);
    row("relative target", "GET x HTTP/1.1\r\nHost: h\r\n", 400);
    row("blank in target", "GET /a b HTTP/1.1\r\nHost: h\r\n", 400);
    row("folded field", get + "A: b\r\n c\r\n", 400);
    row("blank before colon", get + "A : b\r\n", 400);
    row("bare line feed", get + "A: b\nC: d\r\n", 400);
    row("zero byte", get + QByteArray("A: b\0c\r\n", 8), 400);
    row("negative length", get + "Content-Length: -1\r\n", 400);
    row("two lengths", get + "Content-Length: 1\r\nContent-Length: 1\r\n", 400);
    row("large body", get + "Content-Length: 1048577\r\n", 413);
    row("overflowing length", get + "Content-Length: 99999999999999999999\r\n", 413);
    row("chunked body", get + "Transfer-Encoding: chunked\r\n", 411);
    row("101 fields", get + QByteArray("A: b\r\n").repeated(100), 431);
    row("large head", get + "A: " + QByteArray(16 * 1024, 'a') + "\r\n", 431);
    row("unknown method", "BREW / HTTP/1.1\r\nHost: h\r\n", 501);
    row("HTTP/2", "GET / HTTP/2.0\r\nHost: h\r\n", 505);
}

void TestRequestParser::refuses()
{
    QFETCH(QByteArray, request);
    RequestParser parser;
    QCOMPARE(resultOf(request, &parser), Result::Malformed);
    QTEST(parser.errorStatus(), "status");
    QCOMPARE(resultOf(post, &parser), Result::Malformed); // there is no way back
}

void TestRequestParser::boundsItsMemory()
{
    RequestParser parser;
    qsizetype sent = 0;
    while (resultOf(QByteArray(1024, 'a'), &parser) == Result::Incomplete)
        sent += 1024;
    QCOMPARE(parser.errorStatus(), 431);
    QCOMPARE(sent, qsizetype(16 * 1024));
}

void TestRequestParser::survivesRandomDamage()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int complete = 0;
    int malformed = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = post + post;
        for (quint32 i = random.bounded(3u); i > 0; --i)
            bytes[qsizetype(random.bounded(quint32(bytes.size())))] = char(random.bounded(256));
        RequestParser parser;
        const qsizetype cut = qsizetype(random.bounded(quint32(bytes.size())));
        parser.append(QByteArrayView(bytes).first(cut));
        Result result = Result::Complete;
        while ((result = parser.next()) == Result::Complete)
            ++complete;
        parser.append(QByteArrayView(bytes).sliced(cut));
        while ((result = parser.next()) == Result::Complete) {
            QVERIFY(parser.request().target.startsWith('/'));
            ++complete;
        }
        malformed += result == Result::Malformed;
        QCOMPARE(parser.errorStatus() != 0, result == Result::Malformed);
    }
    QVERIFY(complete > 20'000);
    QVERIFY(malformed > 1'000);
}

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
