// SPDX-License-Identifier: MIT
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// faults.md, rows 3 to 9: replies that are cut short, that lie, or that never come.
class TestFaultReplies : public QObject
{
    Q_OBJECT
private slots:
    void eachEndsWithItsVerdict_data();
    void eachEndsWithItsVerdict();
    void aMissingLastChunkIsNeverComplete();
};

void TestFaultReplies::eachEndsWithItsVerdict_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("retries");
    QTest::addColumn<Outcome::Kind>("kind");
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<Integrity>("integrity");

    const auto failed = Outcome::Kind::Failed;
    const auto good = Outcome::Kind::Succeeded;
    const auto late = Outcome::Kind::TimedOut;
    const auto row = [](const char *path, int retries, Outcome::Kind kind, const char *fragment,
                        int attempts, Integrity integrity) {
        QTest::addRow("%s, %d retries", path, retries)
            << QString::fromLatin1(path) << retries << kind << QString::fromLatin1(fragment)
            << attempts << integrity;
    };
    // Row 3
    row("reset-before", 0, failed, "without a reply", 1, Integrity::Unknown);
    row("reset-before", 2, failed, "without a reply", 3, Integrity::Unknown);
    row("close-before", 0, failed, "without a reply", 1, Integrity::Unknown);
    row("close-before", 2, failed, "without a reply", 3, Integrity::Unknown);
    // Row 4
    row("reset-within", 0, failed, "the rest is missing", 1, Integrity::Corrupt);
    row("reset-within", 1, failed, "the rest is missing", 2, Integrity::Corrupt);
    row("truncate/1000?of=9000", 0, failed, "the rest is missing", 1, Integrity::Corrupt);
    row("length-long", 0, failed, "the rest is missing", 1, Integrity::Corrupt);
    row("chunk-unterminated?digest=1", 0, good, "", 1, Integrity::Verified); // all of it, proven
    // Row 5
    row("length-short", 0, failed, "Content-Digest", 1, Integrity::Corrupt);
    row("length-negative", 0, failed, "no valid length", 1, Integrity::Corrupt);
    row("length-twice", 0, failed, "no valid length", 1, Integrity::Corrupt);
    row("length-and-chunked", 0, failed, "chunked as well", 1, Integrity::Corrupt);
    // Row 6
    row("chunk-bad", 0, good, "", 1, Integrity::Unverified);
    row("chunk-bad?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt);
    row("chunk-negative", 0, good, "", 1, Integrity::Unverified);
    row("chunk-negative?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt);
    row("chunk-huge", 0, good, "", 1, Integrity::Unverified);
    row("chunk-huge?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt);
    row("gzip-truncated", 0, failed, "cut short", 1, Integrity::Corrupt);
    row("gzip-truncated?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt);
    row("gzip-corrupt", 0, failed, "damaged", 1, Integrity::Corrupt);
    // Row 7
    row("not-http", 0, failed, "without a reply", 1, Integrity::Unknown);
    row("no-status", 0, failed, "without a reply", 1, Integrity::Unknown);
    row("early-hints", 0, failed, "interim status 103", 1, Integrity::Unknown);
    row("nocontent-body", 0, good, "", 1, Integrity::Complete);
    row("continue-flood", 0, good, "", 1, Integrity::Complete);
    // Row 8
    row("headers-many", 0, late, "header fields", 1, Integrity::Unverified);
    // as it arrives
    row("header-big", 0, late, "header fields|No first byte", 1, Integrity::Unknown);
    // Row 9
    row("drip-header", 0, late, "first byte", 1, Integrity::Unknown);
    row("drip?bytes=1000", 0, late, "total limit", 1, Integrity::Unverified);
    row("hang", 1, late, "first byte", 2, Integrity::Unknown);
}

void TestFaultReplies::eachEndsWithItsVerdict()
{
    QFETCH(QString, path);
    QFETCH(int, retries);
    QFETCH(Outcome::Kind, kind);
    QFETCH(QString, fragment);
    QFETCH(int, attempts);
    QFETCH(Integrity, integrity);

    FetchFixture net;
    FetchRequest request = net.request(path);
    request.retries = retries;
    const FetchResult result = net.get(request);
    const QList<TaskEvent> story = net.story(result.task);
    const QByteArray ended = QByteArray::number(result.attempts) + " attempts, "
        + outcomeName(result.outcome.kind).data() + ": " + result.outcome.message.toUtf8();
    QVERIFY2(result.outcome.kind == kind && result.attempts == attempts, ended);
    QVERIFY2(result.outcome.message.contains(QRegularExpression(fragment)),
             qPrintable(result.outcome.message));
    if (path != u"header-big"_s)
        QCOMPARE(result.integrity, integrity);
    QCOMPARE(notes(story, NoteCode::RetryIn).size(), attempts - 1);
    QVERIFY(net.eachEndedOnce());
    QVERIFY2(net.loopLived(), net.loopFigures());

    // Whatever came does not spoil the next replies, however the connections are reused.
    for (int i = 0; i < 3; ++i) {
        const FetchResult next = net.get(u"bytes/2000?key=%1"_s.arg(i));
        QVERIFY2(next.outcome.hasSucceeded(), qPrintable(next.outcome.message));
        QCOMPARE(next.integrity, Integrity::Verified);
    }
}

/// Qt tells an end without the last chunk as an error or as NoError, as the packets happen to
/// arrive.
void TestFaultReplies::aMissingLastChunkIsNeverComplete()
{
    FetchFixture net;
    for (int i = 0; i < 20; ++i) {
        const FetchResult result = net.get(u"chunk-unterminated?key=%1"_s.arg(i));
        QCOMPARE(result.integrity, Integrity::Unverified);
        QCOMPARE(result.attempts, 1);
        if (!result.outcome.hasSucceeded())
            QVERIFY(result.outcome.message.contains(u"closed the connection"_s));
        QVERIFY(net.get(u"bytes/2000"_s).outcome.hasSucceeded());
    }
    QVERIFY(net.eachEndedOnce());
    QVERIFY2(net.loopLived(), net.loopFigures());
}

QTEST_GUILESS_MAIN(TestFaultReplies)
#include "tst_faultreplies.moc"
