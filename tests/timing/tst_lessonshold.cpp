// SPDX-License-Identifier: MIT
#include "shared/keptthreads.h"
#include "shared/labbench.h"
#include "shared/lagjudge.h"
#include "shared/namedmain.h"

/// What each experiment of the catalogue measures bears its lesson out.
class TestLessonsHold : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        LiveCounts::now({}); // objects count from here on
        startThreadsOfQt();
        m_seed = LabBench::seed();
    }
    void holds_data() { LabBench::experiments(); }
    void holds();

private:
    quint32 m_seed = 0;
};

void TestLessonsHold::holds()
{
    QFETCH(const Experiment *, experiment);
    LabBench bench;
    LiveCounts before;
    for (quint32 round = 0; round < 2; ++round) {
        QVERIFY(holdsOnceOfThree([&]() -> std::pair<bool, QByteArray> {
            const auto results = bench.run(*experiment, {.seed = m_seed + round});
            const Verdict verdict = experiment->verdict(Results(results));
            const bool isWritten
                = !verdict.sentence.contains(u'%') || verdict.sentence.contains(u" %");
            // Within what can be guessed where nothing else has the cores.
            return {verdict.holds && verdict.number > 0 && isWritten, verdict.sentence.toUtf8()};
        }));
        if (round == 0)
            before = LiveCounts::settled(bench.lasting()); // with what is only made once
    }
    QVERIFY(LiveCounts::areBackAt(before, bench.lasting()));
}

QTEST_GUILESS_MAIN(TestLessonsHold)
#include "tst_lessonshold.moc"
