// SPDX-License-Identifier: MIT
#include "fetch/fetchpolicy.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

#include <ctime>
#include <set>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// What is tried again and when, and where a redirect may lead.
class TestRetryPolicy : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatDoesNoHarmIsRepeated();
    void retryAfter_data();
    void retryAfter();
    void datesMeanTheSameInAnyTimeZone_data();
    void datesMeanTheSameInAnyTimeZone();
    void backoffGrowsAndIsBounded();
    void redirectsChangeTheMethodAsTheyMust_data();
    void redirectsChangeTheMethodAsTheyMust();
    void redirectsToLessSafeSchemesAreRefused();
};

void TestRetryPolicy::onlyWhatDoesNoHarmIsRepeated()
{
    for (const char *method : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
        QVERIFY(RetryPolicy::isIdempotent(method));
    for (const char *method : {"POST", "PATCH", "CONNECT", "get", ""}) // methods have a case
        QVERIFY(!RetryPolicy::isIdempotent(method));
    for (const int status : {408, 425, 429, 500, 502, 503, 504})
        QVERIFY(RetryPolicy::isRetryableStatus(status));
    for (const int status : {0, 200, 301, 400, 401, 403, 404, 410, 501, 505, 511})
        QVERIFY(!RetryPolicy::isRetryableStatus(status));
}

void TestRetryPolicy::retryAfter_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("expected"); // ms; -1: none
    QTest::newRow("none") << ""_ba << -1LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
    QTest::newRow("seconds") << " 120 "_ba << 120'000LL;
    QTest::newRow("a year is a day") << "31536000"_ba << 86'400'000LL;
    QTest::newRow("negative") << "-1"_ba << -1LL;
    QTest::newRow("fraction") << "1.5"_ba << -1LL;
    QTest::newRow("too many digits") << "99999999999999999999"_ba << -1LL;
    QTest::newRow("words") << "soon"_ba << -1LL;
    QTest::newRow("date") << "Wed, 15 Mar 2023 12:00:30 GMT"_ba << 30'000LL;
    QTest::newRow("past") << "Wed, 15 Mar 2023 11:00:00 GMT"_ba << 0LL;
    QTest::newRow("far") << "Wed, 15 Mar 2028 12:00:00 GMT"_ba << 86'400'000LL;
    QTest::newRow("no such day") << "Thu, 30 Feb 2023 12:00:00 GMT"_ba << -1LL;
    QTest::newRow("other zone") << "Wed, 15 Mar 2023 12:00:30 CET"_ba << -1LL;
}

void TestRetryPolicy::retryAfter()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, expected);
    const QDateTime now(QDate(2023, 3, 15), QTime(12, 0), QTimeZone::utc());
    QCOMPARE(RetryPolicy::retryAfter(field, now).value_or(milliseconds(-1)).count(), expected);
}

void TestRetryPolicy::datesMeanTheSameInAnyTimeZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestRetryPolicy::datesMeanTheSameInAnyTimeZone()
{
    QFETCH(QByteArray, zone);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    tzset();
    // Summer time of these zones begins within these days: some local hour does not exist.
    QStringList wrong;
    for (const QDate &start : {QDate(2023, 3, 11), QDate(2023, 3, 25), QDate(2023, 9, 30)}) {
        const QDateTime from(start, QTime(0, 0), QTimeZone::utc());
        for (int quarter = 0; quarter < 48 * 4; ++quarter) {
            const QDateTime until = from.addSecs(quarter * 900);
            const QByteArray field
                = QLocale::c().toString(until, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
            if (RetryPolicy::retryAfter(field, until.addSecs(-60)) != milliseconds(60'000))
                wrong.append(QString::fromLatin1(field));
        }
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    tzset();
    QCOMPARE(wrong, QStringList());
}

void TestRetryPolicy::backoffGrowsAndIsBounded()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int attempt = 1; attempt <= 40; ++attempt) {
        const qint64 full = std::min<qint64>(10'000, 200LL << std::min(attempt - 1, 20));
        std::set<qint64> seen;
        for (int i = 0; i < 200; ++i) {
            const qint64 pause = RetryPolicy::backoff(attempt, random).count();
            QVERIFY(pause >= full / 2 && pause <= full);
            seen.insert(pause);
        }
        QVERIFY(seen.size() > 20); // many clients do not come back at the same moment
    }
    QVERIFY(RetryPolicy::backoff(0, random).count() >= 100);
}

void TestRetryPolicy::redirectsChangeTheMethodAsTheyMust_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *method, int status, const char *expected) {
        QTest::addRow("%s %d", method, status)
            << QByteArray(method) << status << QByteArray(expected);
    };
    for (const int status : {301, 302, 303, 307, 308}) {
        row("GET", status, "GET");
        row("HEAD", status, "HEAD");
        row("PUT", status, status == 303 ? "GET" : "PUT");
        row("POST", status, status < 304 ? "GET" : "POST");
    }
}

void TestRetryPolicy::redirectsChangeTheMethodAsTheyMust()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, expected);
    const QUrl here(u"https://one.example/a"_s);
    FetchRequest request {.url = here,
                          .method = method,
                          .body = "body",
                          .headers = {{"Content-Type", "text/plain"}, {"COOKIE", "a"}, {"X", "1"}}};
    RedirectPolicy::follow(request, here, here.resolved(QUrl(u"b"_s)), status);
    QCOMPARE(request.method, expected);
    const bool isOther = method != expected;
    QCOMPARE(request.body.isEmpty(), isOther);
    QCOMPARE(request.headers.size(), isOther ? 2 : 3); // no type of a body that is not there
    for (const auto &other : {u"https://two.example/"_s, u"https://one.example:444/"_s}) {
        FetchRequest away = request;
        RedirectPolicy::follow(away, here, QUrl(other), status);
        QCOMPARE(away.headers.size(), request.headers.size() - 1); // no cookie
    }
}

void TestRetryPolicy::redirectsToLessSafeSchemesAreRefused()
{
    const QUrl safe(u"https://one.example/"_s);
    const QUrl plain(u"http://one.example/"_s);
    QVERIFY(RedirectPolicy::refusal(safe, {plain}).contains(u"not encrypted"_s));
    QVERIFY(RedirectPolicy::refusal(plain, {safe}).isEmpty());
    QVERIFY(RedirectPolicy::refusal(safe, {safe}).isEmpty());
    QCOMPARE(RedirectPolicy::origin(safe),
             RedirectPolicy::origin(QUrl(u"https://one.example:443/x"_s)));
    QVERIFY(RedirectPolicy::origin(safe) != RedirectPolicy::origin(plain));
    QCOMPARE(RedirectPolicy::target(safe, "//u:p@two.example/x"), QUrl(u"https://two.example/x"_s));
    QVERIFY(!RedirectPolicy::target(safe, "http://exa mple/"));
}

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
