// SPDX-License-Identifier: MIT
#include "shared/attacker.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"

#include <QDeadlineTimer>
#include <QTest>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 25: whoever attacks the practice server, which has a thread of its
/// own in our process, takes nothing from the rest: those it is for are served.
class TestFaultAttack : public QObject
{
    Q_OBJECT
private slots:
    void fetchesSucceedAllTheSame_data();
    void fetchesSucceedAllTheSame();
};

void TestFaultAttack::fetchesSucceedAllTheSame_data()
{
    QTest::addColumn<attack::Attack>("attack");
    for (const attack::Named &one : attack::all)
        QTest::newRow(one.name) << one.attack;
}

void TestFaultAttack::fetchesSucceedAllTheSame()
{
    constexpr int leastFetches = 300;
    constexpr int leastBouts = 3;
    QFETCH(attack::Attack, attack);
    FetchFixture net;
    int fetches = 0;
    {
        const attack::Attacker attacker(attack, net.server.port(), net.server.address(u"echo"_s));
        const QDeadlineTimer guard(FetchFixture::guardMs);
        while (fetches < leastFetches || attacker.bouts() < leastBouts) {
            QVERIFY2(!guard.hasExpired(), qPrintable(QString::number(attacker.bouts())));
            FetchRequest request = net.request(u"bytes/2000?key=%1"_s.arg(++fetches));
            request.limits.firstByte = request.limits.silence = request.limits.total
                = std::chrono::milliseconds(FetchFixture::guardMs); // a busy machine is no fault
            const FetchResult result = net.get(request);
            QCOMPARE(result.outcome, Outcome::succeeded());
            QCOMPARE(result.attempts, 1);
            QCOMPARE(result.integrity, Integrity::Verified);
            QCOMPARE(result.body.size(), 2'000);
        }
        QVERIFY(attacker.isTurnedAway());
    }
    QVERIFY(net.eachEndedOnce());
    QCOMPARE(net.server.counters().requests, fetches); // and not one of theirs
}

QTEST_GUILESS_MAIN(TestFaultAttack)
#include "tst_faultattack.moc"
