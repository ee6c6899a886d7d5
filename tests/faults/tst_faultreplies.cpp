// SPDX-License-Identifier: MIT
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/replyfaults.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, rows 3 to 9: replies that are cut short, that lie, or that never come.
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
    QTest::addColumn<ReplyFault>("fault");
    for (const ReplyFault &fault : replyFaults())
        QTest::addRow("%s, %d retries", fault.path, fault.retries) << fault;
}

void TestFaultReplies::eachEndsWithItsVerdict()
{
    QFETCH(ReplyFault, fault);
    FetchFixture net;
    FetchRequest request = net.request(QString::fromLatin1(fault.path));
    request.retries = fault.retries;
    fault.limit(request);
    const FetchResult result = net.get(request);
    const QList<TaskEvent> story = net.story(result.task);
    const QByteArray ended = QByteArray::number(result.attempts) + " attempts, "
        + outcomeName(result.outcome.kind).data() + ": " + result.outcome.message.toUtf8();
    QVERIFY2(result.outcome.kind == fault.kind && result.attempts == fault.attempts, ended);
    QVERIFY2(
        result.outcome.message.contains(QRegularExpression(QString::fromLatin1(fault.fragment))),
        qPrintable(result.outcome.message));
    if (QByteArrayView(fault.path) != "header-big")
        QCOMPARE(result.integrity, fault.integrity);
    QCOMPARE(notes(story, NoteCode::RetryIn).size(), fault.attempts - 1);
    QVERIFY(net.eachEndedOnce());

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
}

QTEST_GUILESS_MAIN(TestFaultReplies)
#include "tst_faultreplies.moc"
