// SPDX-License-Identifier: MIT
#include "shared/lagjudge.h"
#include "shared/namedmain.h"
#include "shared/timedfetch.h"

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 22, with the real program: its loop lives while its wall clock is
/// set.
class TestLagClock : public QObject
{
    Q_OBJECT
private slots:
    void theWallClockIsSet_data();
    void theWallClockIsSet();

private:
    static double worstLagMs(const QByteArray &clock);
};

/// Of a fetch in whose middle the clock is set to \p clock; negative if it came to nothing.
double TestLagClock::worstLagMs(const QByteArray &clock)
{
    TimedFetch fetch;
    Program program;
    fetch.start(program);
    fetch.setWallClock(clock);
    return fetch.end(program).lagMaxMs;
}

void TestLagClock::theWallClockIsSet_data()
{
    QTest::addColumn<QByteArray>("clock");
    QTest::newRow("an hour back") << "-3600"_ba;
    QTest::newRow("an hour on") << "+3600"_ba;
    QTest::newRow("a day back") << "-86400"_ba;
}

void TestLagClock::theWallClockIsSet()
{
    constexpr double beatMs = 16;
    QFETCH(QByteArray, clock);
    QVERIFY2(!TimedFetch::library().isEmpty(), "the package faketime is missing");
    QVERIFY(holdsOnceOfThree([&]() -> std::pair<bool, QByteArray> {
        const double left = worstLagMs("+0");
        const double set = worstLagMs(clock);
        const bool isGood
            = left >= 0 && set >= 0 && set <= LoopWatch::factor * std::max(beatMs, left);
        return {isGood,
                u"worst %1 ms, %2 ms with the clock left alone"_s.arg(set).arg(left).toUtf8()};
    }));
}

QTEST_GUILESS_MAIN(TestLagClock)
#include "tst_lagclock.moc"
