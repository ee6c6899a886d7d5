// SPDX-License-Identifier: MIT
#include "shared/lagjudge.h"
#include "shared/namedmain.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;

/// The measure of the other tests must itself be able to fail.
class TestLoopWatch : public QObject
{
    Q_OBJECT
private slots:
    void anIdleLoopLives();
    void aBlockedLoopDoesNot_data();
    void aBlockedLoopDoesNot();
    void aLoopThatIsNotWatchedProvesNothing();
    void whatHappensBeforeAndAfterDoesNotCount();
    void theRatioIsThatOfTheWorst();
};

void TestLoopWatch::anIdleLoopLives()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        const LoopWatch::Active watched(watch);
        QTRY_VERIFY_WITH_TIMEOUT(watch.ours().count >= 20, 30'000);
    }));
}

void TestLoopWatch::aBlockedLoopDoesNot_data()
{
    QTest::addColumn<bool>("endsWithIt");
    QTest::newRow("in the middle") << false;
    QTest::newRow("up to the end of the watch") << true;
}

void TestLoopWatch::aBlockedLoopDoesNot()
{
    QFETCH(bool, endsWithIt);
    QVERIFY(!loopLives([endsWithIt](LoopWatch &watch) {
        const LoopWatch::Active watched(watch);
        QTRY_VERIFY_WITH_TIMEOUT(watch.ours().count >= 5, 30'000);
        // As long as it takes to be more than the idle loop has on this machine.
        std::this_thread::sleep_for(
            std::chrono::nanoseconds(2 * LoopWatch::factor * watch.idle().maxNs) + 1s);
        const qint64 beats = watch.ours().count;
        if (!endsWithIt)
            QTRY_VERIFY_WITH_TIMEOUT(watch.ours().count > beats + 5, 30'000);
    }));
}

void TestLoopWatch::aLoopThatIsNotWatchedProvesNothing()
{
    QVERIFY(!loopLives([](LoopWatch &) {}));
}

void TestLoopWatch::whatHappensBeforeAndAfterDoesNotCount()
{
    QVERIFY(loopLives([](LoopWatch &watch) {
        QTest::qSleep(300);
        {
            const LoopWatch::Active watched(watch);
            const qint64 beats = watch.ours().count;
            QTRY_VERIFY_WITH_TIMEOUT(watch.ours().count >= beats + 5, 30'000);
        }
        const LagSummary before = watch.ours();
        QTest::qSleep(300);
        QCOMPARE(watch.ours(), before);
    }));
}

void TestLoopWatch::theRatioIsThatOfTheWorst()
{
    constexpr qint64 ms = 1'000'000;
    QVERIFY(LoopWatch::lived({.maxNs = 320 * ms}, {.maxNs = 1 * ms}, 16ms)); // twenty beats
    QVERIFY(!LoopWatch::lived({.maxNs = 321 * ms}, {.maxNs = 1 * ms}, 16ms));
    // twenty times as much
    QVERIFY(LoopWatch::lived({.maxNs = 400 * ms}, {.maxNs = 20 * ms}, 16ms));
    QVERIFY(!LoopWatch::lived({.maxNs = 401 * ms}, {.maxNs = 20 * ms}, 16ms));
}

QTEST_GUILESS_MAIN(TestLoopWatch)
#include "tst_loopwatch.moc"
