// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/nginxfixture.h"

using namespace Qt::StringLiterals;

/// The Fetcher against nginx, which knows nothing of it: each row over HTTP/1.1, TLS and HTTP/2.
class TestNginx : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_site.start(), m_site.nginx.error()); }
    void eachEndpointEndsAsExpected_data();
    void eachEndpointEndsAsExpected();

private:
    NginxFixture m_site;
    EndpointTable m_table {u"nginx"_s};
};

namespace {

constexpr auto failed = Outcome::Kind::Failed;
constexpr auto unknown = Integrity::Unknown;
constexpr auto unverified = Integrity::Unverified;
constexpr auto corrupt = Integrity::Corrupt;

struct Ask
{
    const char *port;

    void operator()(const char *path, const Expected &expected, int retries = 0,
                    const QByteArray &field = {}, const QByteArray &value = {}) const
    {
        QTest::addRow("%s /%s %s", port, path, value.constData())
            << QString::fromLatin1(port) << QString::fromLatin1(path) << field << value << retries
            << expected;
    }
    bool isHttp2() const { return QByteArrayView(port) == "h2"; }
    bool isPlain() const { return QByteArrayView(port) == "plain"; }
};

Expected noHttp()
{
    return {.kind = failed,
            .status = 0,
            .integrity = unknown,
            .message = u"without a reply|no HTTP server"_s};
}

void files(const Ask &ask, const NginxFixture &site)
{
    ask("text.txt", {.body = site.text});
    ask("empty.txt", {.body = ""});
    ask("large.bin", {.body = site.large});
    ask("gzip/text.txt", {.body = site.text});
    ask("slowly/medium.bin", {.body = site.large.left(100'000)});
    ask("nothing", {.status = 204, .body = ""});
    ask("text.txt", {.status = 206, .body = site.text.mid(100, 101)}, 0, "Range", "bytes=100-200");
    ask("text.txt", {.status = 206, .body = site.text.right(10)}, 0, "Range", "bytes=-10");
    ask("text.txt", {.kind = failed, .status = 416, .message = u"refused the request \\(416"_s}, 2,
        "Range", "bytes=99999999-");
    ask("text.txt", {.status = 304, .body = ""}, 0, "If-Modified-Since",
        "Fri, 31 Dec 2100 23:59:59 GMT");
}

void refusals(const Ask &ask)
{
    ask("missing", {.kind = failed, .status = 404, .message = u"nothing at this address \\(404"_s},
        2);
    ask("forbidden", {.kind = failed, .status = 403, .message = u"refuses access \\(403"_s}, 2);
    ask("gone", {.kind = failed, .status = 410, .message = u"nothing at this address \\(410"_s}, 2);
    ask("broken",
        {.kind = failed, .status = 500, .attempts = 2, .message = u"server failed \\(500"_s}, 1);
    const Expected wanders {.kind = failed,
                            .status = 302,
                            .integrity = unverified,
                            .message = u"Redirected 11 times"_s};
    ask("circle", wanders, 2);
    const Expected unsafe {.kind = failed,
                           .status = 302,
                           .integrity = unverified,
                           .message = u"from https to http://.*refused"_s};
    if (!ask.isPlain())
        ask("insecure/text.txt", unsafe, 2);
    const Expected closed {.kind = failed,
                           .status = 0,
                           .integrity = unknown,
                           .attempts = 2,
                           .message = u"without a reply"_s};
    ask("drop", ask.isHttp2() ? noHttp() : closed, 1);
}

/// What is behind nginx is slow or broken.
void upstreams(const Ask &ask)
{
    ask("up/delay/200", {});
    ask("up/bytes/50k", {.integrity = Integrity::Verified}); // a digest comes through
    ask("up/drip?bytes=10&ms=60&chunked=1&digest=0", {.integrity = unverified});
    const auto gateway = [](int status, int attempts) {
        return Expected {.kind = failed,
                         .status = status,
                         .attempts = attempts,
                         .message = u"server failed \\(%1"_s.arg(status)};
    };
    ask("up/hang", gateway(504, 2), 1);
    ask("up/close-before", gateway(502, 2), 1);
    ask("up/reset-before", gateway(502, 1));
    ask("up/not-http", noHttp()); // nginx takes it for HTTP/0.9 and sends status 009
    ask("nobody/", gateway(502, 1));
    ask("up/truncate/1000?of=9000&digest=0",
        {.kind = failed, .integrity = corrupt, .attempts = 2, .message = u"the rest is missing"_s},
        1);
    ask("up/gzip-truncated", {.kind = failed, .integrity = corrupt, .message = u"cut short"_s});
    ask("up/gzip-corrupt", {.kind = failed, .integrity = corrupt, .message = u"damaged"_s});
}

} // namespace

void TestNginx::eachEndpointEndsAsExpected_data()
{
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("retries");
    QTest::addColumn<Expected>("expected");
    for (const char *port : {"plain", "good", "h2"}) {
        const Ask ask {port};
        files(ask, m_site);
        refusals(ask);
        upstreams(ask);
    }
    Ask {"plain"}("secure/text.txt", {.body = m_site.text});
}

void TestNginx::eachEndpointEndsAsExpected()
{
    QFETCH(QString, port);
    QFETCH(QString, path);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(int, retries);
    QFETCH(Expected, expected);

    FetchFixture net;
    FetchRequest request = m_site.request(port, path);
    request.retries = retries;
    if (!field.isEmpty())
        request.headers = {{field, value}};
    const FetchResult result = net.get(request);
    m_table.compare(QString::fromLatin1(QTest::currentDataTag()), expected, result);
    QCOMPARE(notes(net.story(result.task), NoteCode::RetryIn).size(), expected.attempts - 1);
    QVERIFY2(net.loopLived(), net.loopFigures());
    for (int i = 0; i < 2; ++i) // whatever came spoils nothing
        QCOMPARE(net.get(m_site.request(port, u"text.txt"_s)).body, m_site.text);
    QVERIFY(net.eachEndedOnce());
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
