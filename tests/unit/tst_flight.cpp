// SPDX-License-Identifier: MIT
#include "fetch/deadlines.h"
#include "fetch/flight.h"
#include "record/recorder.h"
#include "shared/namedmain.h"

#include <QTest>

#include <map>

using namespace std::chrono_literals;
using State = Flight::State;

/// The parts of a Fetcher that need no network: which states of a Flight follow which, and the
/// Deadlines of all of them.
class TestFlight : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsAllowedFollows_data();
    void onlyWhatIsAllowedFollows();
    void whatIsNoAddressEndsAtOnce();
    void endedBeforeItWasSent();
    void theEarliestDeadlineIsDue();
    void deadlinesAgreeWithTheNaiveModel();
    void theTimerComesForTheEarliest();
};

void TestFlight::onlyWhatIsAllowedFollows_data()
{
    QTest::addColumn<State>("from");
    QTest::addColumn<QList<State>>("to");
    using enum Flight::State;
    QTest::newRow("submitted") << Submitted << QList {Waiting, Ended};
    QTest::newRow("waiting") << Waiting << QList {Sent, Ended};
    QTest::newRow("sent") << Sent << QList {Receiving, Pausing, Ended};
    QTest::newRow("receiving") << Receiving << QList {Waiting, Sent, Pausing, Ended};
    QTest::newRow("pausing") << Pausing << QList {Waiting, Ended};
    QTest::newRow("ended") << Ended << QList<State>();
}

void TestFlight::onlyWhatIsAllowedFollows()
{
    QFETCH(State, from);
    QFETCH(QList<State>, to);
    using enum Flight::State;
    for (const State state : {Submitted, Waiting, Sent, Receiving, Pausing, Ended})
        QCOMPARE(Flight::isAllowed(from, state), to.contains(state));
}

void TestFlight::whatIsNoAddressEndsAtOnce()
{
    Recorder recorder;
    for (const char *address : {"file:///etc/passwd", "", "http://", "http://me:secret@host/"}) {
        Flight flight({.url = QUrl(QString::fromLatin1(address))}, {}, recorder);
        const Flight::Next next = flight.begin();
        QCOMPARE(next.state, State::Ended);
        QCOMPARE(next.outcome.kind, Outcome::Kind::Failed);
        QVERIFY(!next.outcome.message.isEmpty());
        flight.end(next.outcome);
    }
}

void TestFlight::endedBeforeItWasSent()
{
    Recorder recorder;
    QPromise<FetchResult> promise;
    const QFuture<FetchResult> future = promise.future();
    Flight flight({.url = QUrl(QStringLiteral("http://host/a"))}, std::move(promise), recorder);
    QCOMPARE(flight.begin().state, State::Waiting);
    flight.wait();
    QCOMPARE(flight.host(), QStringLiteral("http://host:80"));
    QCOMPARE(flight.dueNs(), Recorder::never); // its clocks start when it is sent
    QVERIFY(!flight.check(Recorder::now()));
    flight.extendLimits(1'000'000'000);
    QCOMPARE(flight.dueNs(), Recorder::never);
    QVERIFY(!future.isFinished());
    QVERIFY(!flight.end(Outcome::cancelled(QStringLiteral("enough")))); // nothing to be aborted
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().outcome, Outcome::cancelled(QStringLiteral("enough")));
    QCOMPARE(future.result().attempts, 0);
    QCOMPARE(future.result().elapsedNs, 0);
    const auto events = recorder.take();
    QCOMPARE(std::ranges::count(events, EventKind::Finished, &TaskEvent::kind), 1);
}

void TestFlight::theEarliestDeadlineIsDue()
{
    QObject context;
    Deadlines deadlines(&context, [] {});
    QVERIFY(deadlines.isEmpty());
    QVERIFY(!deadlines.due(Recorder::never));
    deadlines.set(1, 300);
    deadlines.set(2, 200);
    deadlines.set(3, Recorder::never);
    QVERIFY(!deadlines.due(199));
    QCOMPARE(deadlines.due(200), 2);
    QCOMPARE(deadlines.due(400), 2);
    QCOMPARE(deadlines.lateNs(450), 250);
    deadlines.set(2, 350); // instead
    QCOMPARE(deadlines.due(400), 1);
    deadlines.remove(1);
    deadlines.remove(1);
    QCOMPARE(deadlines.due(400), 2);
    deadlines.set(2, Recorder::never);
    QVERIFY(deadlines.isEmpty());
}

void TestFlight::deadlinesAgreeWithTheNaiveModel()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QObject context;
    Deadlines deadlines(&context, [] {});
    std::map<quint64, qint64> model;
    for (int i = 0; i < 20'000; ++i) {
        const quint64 ticket = random.bounded(50);
        if (random.bounded(3) == 0) {
            deadlines.remove(ticket);
            model.erase(ticket);
        } else {
            model[ticket] = random.bounded(1'000);
            deadlines.set(ticket, model[ticket]);
        }
        const qint64 now = random.bounded(1'000);
        std::optional<quint64> expected;
        for (const auto &[other, time] : model) { // of equal ones the lowest ticket
            if (time <= now && (!expected || time < model.at(*expected)))
                expected = other;
        }
        QCOMPARE(deadlines.due(now), expected);
        QCOMPARE(deadlines.isEmpty(), model.empty());
    }
}

void TestFlight::theTimerComesForTheEarliest()
{
    QObject context;
    int times = 0;
    std::optional<Deadlines> deadlines;
    deadlines.emplace(&context, [&] {
        if (deadlines->due(Recorder::now()) == 2)
            ++times;
        else
            deadlines->arm(); // it came early
    });
    const qint64 soon = Recorder::now() + 20'000'000;
    deadlines->set(1, soon + 3'600'000'000'000);
    deadlines->set(2, soon);
    QTRY_COMPARE(times, 1);
    deadlines->arm(); // it is still there, so it comes again
    QTRY_COMPARE(times, 2);
    deadlines->remove(2);
    deadlines->set(1, Recorder::never);
    QVERIFY(deadlines->isEmpty());
}

QTEST_GUILESS_MAIN(TestFlight)
#include "tst_flight.moc"
