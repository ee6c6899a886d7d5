// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "job/job.h"
#include "shared/fetchfixture.h"
#include "shared/httpbin.h"
#include "shared/httpbintable.h"
#include "shared/namedmain.h"

#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The Fetcher against httpbin, with curl as a second opinion of each body and status.
class TestHttpbin : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eachEndpointEndsAsExpected_data();
    void eachEndpointEndsAsExpected();
    void limitsEndWhatIsSlow_data();
    void limitsEndWhatIsSlow();
    void aStreamHasAllItsLines();
    void whatIsSentArrives();
    void picturesBecomeThumbnails_data();
    void picturesBecomeThumbnails();
    void manyAtOnceKeepTheirBodies();

private:
    FetchRequest request(const QString &path) const;

    Httpbin m_httpbin;
    Httpbin::Fields m_fields; // that the Fetcher sends, as httpbin saw them
    EndpointTable m_table {u"httpbin"_s};
};

namespace {

constexpr auto failed = Outcome::Kind::Failed;
constexpr auto unverified = Integrity::Unverified;

QJsonObject object(const FetchResult &result, QLatin1StringView name)
{
    return QJsonDocument::fromJson(result.body)[name].toObject();
}

} // namespace

void TestHttpbin::initTestCase()
{
    QVERIFY2(m_httpbin.start(), m_httpbin.error());
    FetchFixture net;
    const QJsonObject fields = object(net.get(request(u"headers"_s)), "headers"_L1);
    QVERIFY(fields["User-Agent"_L1].toString().startsWith("Loopscope/"_L1));
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.key() != u"Host"_s)
            m_fields.append({field.key().toLatin1(), field->toString().toLatin1()});
    }
}

FetchRequest TestHttpbin::request(const QString &path) const
{
    return {.url = m_httpbin.address(path),
            .limits = {.firstByte = 20s, .silence = 20s, .total = 25s},
            .retries = 0};
}

void TestHttpbin::eachEndpointEndsAsExpected_data()
{
    QTest::addColumn<httpbintable::Row>("row");
    for (const httpbintable::Row &row : httpbintable::rows())
        QTest::addRow("/%s %s", qPrintable(row.path), row.value.constData()) << row;
}

void TestHttpbin::eachEndpointEndsAsExpected()
{
    QFETCH(httpbintable::Row, row);
    auto &[path, expected, hops, field, value] = row;
    const bool succeeds = expected.kind == Outcome::Kind::Succeeded;
    Httpbin::Fields fields = m_fields;
    FetchRequest asked = request(path);
    asked.retries = 1;
    if (!field.isEmpty()) {
        asked.headers = {{field, value}};
        fields.append({field, value});
    }
    FetchFixture net;
    const FetchResult result = net.get(asked);
    const auto opinion = m_httpbin.curl(path, fields, succeeds);
    QVERIFY2(opinion, m_httpbin.error());
    QCOMPARE(opinion->status, expected.status);
    if (succeeds)
        expected.body = opinion->body;
    m_table.compare(QString::fromLatin1(QTest::currentDataTag()), expected, result);
    QCOMPARE(result.hops.size(), hops);
    QCOMPARE(notes(net.story(result.task), NoteCode::RetryIn).size(), expected.attempts - 1);
    QCOMPARE(net.get(request(u"bytes/64?seed=9"_s)).body.size(), 64); // nothing is spoilt
    QVERIFY(net.eachEndedOnce());
}

void TestHttpbin::limitsEndWhatIsSlow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<FetchLimits>("limits");
    QTest::addColumn<Expected>("expected");
    const auto late = Outcome::Kind::TimedOut;
    const auto some = Integrity::Unverified;
    QTest::newRow("no first byte")
        << u"delay/8"_s << FetchLimits {.firstByte = 300ms}
        << Expected {late, 0, Integrity::Unknown, 1, "", u"No first byte within 300 ms"_s};
    QTest::newRow("silence") << u"drip?duration=20&numbytes=2&delay=0"_s
                             << FetchLimits {.silence = 400ms}
                             << Expected {late, 200, some,
                                          1,    "*", u"Silent for 400 ms after 1 byte"_s};
    QTest::newRow("in all") << u"drip?duration=20&numbytes=200&delay=0"_s
                            << FetchLimits {.total = 1'500ms}
                            << Expected {late, 200,          some,
                                         1,    std::nullopt, u"total limit of 1.5 s"_s};
    QTest::newRow("size") << u"bytes/102400?seed=1"_s << FetchLimits {.maxBytes = 50'000}
                          << Expected {failed, 200,          some,
                                       1,      std::nullopt, u"Larger than the limit of 50.0 kB"_s};
}

void TestHttpbin::limitsEndWhatIsSlow()
{
    QFETCH(QString, path);
    QFETCH(FetchLimits, limits);
    QFETCH(Expected, expected);
    FetchFixture net;
    FetchRequest asked = request(path);
    asked.limits = limits;
    const FetchResult result = net.get(asked);
    m_table.compare(u'/' + path + u' ' + QString::fromLatin1(QTest::currentDataTag()), expected,
                    result);
    QVERIFY(net.eachEndedOnce());
}

void TestHttpbin::aStreamHasAllItsLines()
{
    FetchFixture net;
    const FetchResult result = net.get(request(u"stream/100"_s));
    QByteArrayList lines = result.body.split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), 100);
    for (int i = 0; i < lines.size(); ++i)
        QCOMPARE(QJsonDocument::fromJson(lines[i])["id"_L1].toInt(-1), i);
    m_table.compare(u"/stream/100"_s, {.integrity = unverified}, result);
}

void TestHttpbin::whatIsSentArrives()
{
    FetchFixture net;
    for (const QByteArray method : {"PUT", "POST", "DELETE", "PATCH"}) {
        FetchRequest asked = request(u"anything?a=%C3%A9%26&b="_s);
        asked.method = method;
        asked.body = "some body";
        asked.headers = {{"Content-Type", "text/plain"}, {"X-Loop", "seven"}};
        const FetchResult result = net.get(asked);
        QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
        const QJsonObject seen = QJsonDocument::fromJson(result.body).object();
        QCOMPARE(seen["method"_L1].toString(), QString::fromLatin1(method));
        QCOMPARE(seen["data"_L1].toString(), u"some body"_s);
        QCOMPARE(seen["args"_L1]["a"_L1].toString(), u"é&"_s);
        QCOMPARE(seen["headers"_L1]["X-Loop"_L1].toString(), u"seven"_s);
        QCOMPARE(seen["headers"_L1]["Accept-Encoding"_L1].toString(), u"gzip, deflate"_s);
    }
    FetchRequest head = request(u"bytes/5000?seed=1"_s);
    head.method = "HEAD";
    m_table.compare(u"HEAD /bytes/5000?seed=1"_s, {.body = ""}, net.get(head));
    QVERIFY(net.eachEndedOnce());
}

void TestHttpbin::picturesBecomeThumbnails_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("fault");
    const bool knowsWebp = QImageReader::supportedImageFormats().contains("webp");
    QTest::newRow("PNG") << u"image/png"_s << QString();
    QTest::newRow("JPEG") << u"image/jpeg"_s << QString();
    QTest::newRow("WebP") << u"image/webp"_s << (knowsWebp ? QString() : u"no known format"_s);
    QTest::newRow("SVG") << u"image/svg"_s << u"only raster images"_s;
    QTest::newRow("no image") << u"html"_s << u"not an image"_s;
}

void TestHttpbin::picturesBecomeThumbnails()
{
    QFETCH(QString, path);
    QFETCH(QString, fault);
    FetchFixture net;
    ComputePool pool(net.recorder, 2);
    Job job(net.recorder, net.fetcher, pool);
    QSignalSpy images(&job, &Job::imageReady);
    QSignalSpy finished(&job, &Job::finished);
    job.start({m_httpbin.address(path)},
              {.retries = 0, .then = Processing::Thumbnail, .thumbnailBound = {64, 64}});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, FetchFixture::guardMs);
    const TaskEvent end = net.allStories().first().last();
    QCOMPARE(end.kind, EventKind::Finished);
    QCOMPARE(Outcome::Kind(end.code), fault.isEmpty() ? Outcome::Kind::Succeeded : failed);
    QVERIFY2(end.text.contains(fault), qPrintable(end.text));
    QCOMPARE(images.size(), fault.isEmpty() ? 1 : 0);
    if (fault.isEmpty()) {
        const QSize size = images.first().at(1).value<QImage>().size();
        QCOMPARE(std::max(size.width(), size.height()), 64);
    }
}

void TestHttpbin::manyAtOnceKeepTheirBodies()
{
    FetchFixture net;
    net.fetcher.setMaxInFlight(16);
    net.fetcher.setMaxPerHost(16);
    // Not /bytes: its threads share one generator of random numbers.
    const auto text
        = [](int i) { return "body number " + QByteArray::number(i) + QByteArray(i % 900, '.'); };
    QList<QFuture<FetchResult>> futures;
    for (int i = 0; i < 150; ++i) {
        const QByteArray encoded = text(i).toBase64(QByteArray::Base64UrlEncoding);
        futures.append(net.fetcher.fetch(request(u"base64/"_s + QString::fromLatin1(encoded))));
    }
    for (int i = 0; i < futures.size(); ++i) {
        const FetchResult result = net.wait(futures[i]);
        QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
        QCOMPARE(result.body, text(i));
    }
    QVERIFY(net.eachEndedOnce());
}

QTEST_GUILESS_MAIN(TestHttpbin)
#include "tst_httpbin.moc"
