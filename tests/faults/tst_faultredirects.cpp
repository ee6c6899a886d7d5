// SPDX-License-Identifier: MIT
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/redirectfaults.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 10: where a redirect may lead and where not.
class TestFaultRedirects : public QObject
{
    Q_OBJECT
private slots:
    void refusedOrFollowed_data();
    void refusedOrFollowed();
    void theHopsAreListed();
    void secretsStayWithTheirOrigin();
    void aHopWaitsForItsHostAndIsNoAttempt();
};

void TestFaultRedirects::refusedOrFollowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Outcome::Kind>("kind");
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<int>("hops");

    for (const RedirectFault &fault : redirectFaults())
        QTest::newRow(fault.name) << QString::fromLatin1(fault.path) << fault.kind
                                  << QString::fromLatin1(fault.fragment) << fault.hops;
}

void TestFaultRedirects::refusedOrFollowed()
{
    QFETCH(QString, path);
    QFETCH(Outcome::Kind, kind);
    QFETCH(QString, fragment);
    QFETCH(int, hops);

    FetchFixture net;
    FetchRequest request = net.request(path);
    request.retries = 2; // none of it is worth another try
    const FetchResult result = net.get(request);
    QCOMPARE(result.outcome.kind, kind);
    QVERIFY2(result.outcome.message.contains(fragment), qPrintable(result.outcome.message));
    QCOMPARE(result.hops.size(), hops);
    QCOMPARE(result.attempts, 1);
    // Nobody judges the body of a redirect.
    QCOMPARE(result.integrity,
             result.outcome.hasSucceeded() ? Integrity::Complete : Integrity::Unverified);
    QCOMPARE(notes(net.story(result.task), NoteCode::Redirect).size(), hops);
    QVERIFY(net.server.counters().requests <= 11);
    QVERIFY(net.eachEndedOnce());
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
}

void TestFaultRedirects::theHopsAreListed()
{
    FetchFixture net;
    const FetchResult result = net.get(u"redirect/2"_s);
    QCOMPARE(result.hops,
             (QList<QUrl> {net.server.address(u"redirect/1?how=relative"_s),
                           net.server.address(u"redirect/0?how=relative"_s)}));
    const auto told = notes(net.story(result.task), NoteCode::Redirect);
    QCOMPARE(told.first().text, result.hops.first().toString());
    QCOMPARE(told.first().value, 302);
}

void TestFaultRedirects::secretsStayWithTheirOrigin()
{
    FetchFixture net;
    PracticeServer other(2);
    QVERIFY(other.start());
    const auto seenBy = [&net](const QUrl &target) {
        FetchRequest request = net.request(u"redirect-to?url="_s + target.toString());
        request.headers = {{"Authorization", "Bearer secret"}, {"Cookie", "a=b"}, {"X-Plain", "1"}};
        const FetchResult result = net.get(request);
        return QJsonDocument::fromJson(result.body)[u"headers"_s].toObject();
    };
    const QJsonObject here = seenBy(net.server.address(u"echo"_s));
    QCOMPARE(here[u"authorization"_s].toString(), u"Bearer secret"_s);
    QCOMPARE(here[u"x-plain"_s].toString(), u"1"_s);
    QUrl withPassword = other.address(u"echo"_s);
    withPassword.setUserInfo(u"user:password"_s);
    const QJsonObject there = seenBy(withPassword);
    QCOMPARE(there[u"x-plain"_s].toString(), u"1"_s);
    QVERIFY(!there.contains(u"authorization"_s));
    QVERIFY(!there.contains(u"cookie"_s));
    for (const auto &story : net.allStories()) {
        for (const TaskEvent &event : notes(story, NoteCode::Redirect))
            QVERIFY(!event.text.contains(u"password"_s));
    }
}

void TestFaultRedirects::aHopWaitsForItsHostAndIsNoAttempt()
{
    FetchFixture net;
    PracticeServer other(2);
    QVERIFY(other.start());
    net.fetcher.setMaxPerHost(1);
    auto busy = net.fetcher.fetch(net.request(other.address(u"delay/300"_s)));
    const FetchResult result
        = net.get(net.request(u"redirect-to?url="_s + other.address(u"bytes/10"_s).toString()));
    QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    QCOMPARE(result.attempts, 1);
    QCOMPARE(result.hops.size(), 1);
    QVERIFY(net.wait(busy).outcome.hasSucceeded());
    QCOMPARE(other.counters().peakConcurrent, 1);
    QVERIFY(net.eachEndedOnce());
}

QTEST_GUILESS_MAIN(TestFaultRedirects)
#include "tst_faultredirects.moc"
