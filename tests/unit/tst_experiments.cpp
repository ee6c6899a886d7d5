// SPDX-License-Identifier: MIT
#include "shared/keptthreads.h"
#include "shared/labbench.h"
#include "shared/namedmain.h"

#include <QTemporaryFile>

#include <memory>
#include <semaphore>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Each experiment of the catalogue, run for real.
class TestExperiments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        LiveCounts::now({}); // objects count from here on
        startThreadsOfQt();
        m_seed = LabBench::seed();
    }
    void init() { m_bench = std::make_unique<LabBench>(); }
    void leftoversAreNoticed();
    void isDescribed_data() { LabBench::experiments(); }
    void isDescribed();
    void endsWithEveryKnobAtItsBounds_data() { LabBench::experiments(); }
    void endsWithEveryKnobAtItsBounds();
    void canBeCancelledAtAnyMoment_data() { LabBench::experiments(); }
    void canBeCancelledAtAnyMoment();

private:
    static QHash<QLatin1StringView, int> knobsAt(const Experiment &experiment, int Knob::*bound);
    QList<const QObject *> lasting() const { return m_bench->lasting(); }

    std::unique_ptr<LabBench> m_bench;
    LiveCounts m_before;
    quint32 m_seed = 0;
};

QHash<QLatin1StringView, int> TestExperiments::knobsAt(const Experiment &experiment,
                                                       int Knob::*bound)
{
    QHash<QLatin1StringView, int> knobs;
    for (const Knob &knob : experiment.knobs)
        knobs[knob.id] = knob.*bound;
    return knobs;
}

/// Or the other tests here would prove nothing.
void TestExperiments::leftoversAreNoticed()
{
    const LiveCounts before = LiveCounts::settled(lasting());
    QVERIFY(LiveCounts::now(lasting()).isNoMoreThan(before));
    {
        const QObject object;
        QVERIFY(LiveCounts::now(lasting()).objects > before.objects);
        QCOMPARE(LiveCounts::moreThan(before), u"1 × QObject"_s);
        connect(&m_bench->recording(), &Recording::cleared, &object, [] {});
        QVERIFY(LiveCounts::now(lasting()).connections > before.connections);
    }
#ifdef Q_OS_LINUX
    std::binary_semaphore end(0);
    const std::jthread thread([&end] { end.acquire(); });
    QVERIFY(LiveCounts::now(lasting()).threads > before.threads);
    end.release();
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(LiveCounts::now(lasting()).files > before.files);
#endif
}

void TestExperiments::isDescribed()
{
    QFETCH(const Experiment *, experiment);
    for (const char *text :
         {experiment->title, experiment->lesson, experiment->prediction.question})
        QVERIFY(*text);
    QVERIFY(QByteArray(experiment->lesson).endsWith('.'));
    QVERIFY(experiment->prediction.least < experiment->prediction.most);
    QVERIFY(experiment->variants.size() >= 2);
    QCOMPARE(experiment->variants.front().role, Variant::Role::Pitfall);
    QCOMPARE(experiment->variants.back().role, Variant::Role::Pattern);
    for (const Knob &knob : experiment->knobs) {
        QVERIFY2(knob.least < knob.most, knob.id.data());
        QVERIFY2(knob.value >= knob.least && knob.value <= knob.most, knob.id.data());
    }
    QCOMPARE(experimentOf(QString(experiment->id)), experiment);
}

void TestExperiments::endsWithEveryKnobAtItsBounds()
{
    QFETCH(const Experiment *, experiment);
    for (int Knob::*bound : {&Knob::least, &Knob::most}) {
        const auto results
            = m_bench->run(*experiment, {.seed = m_seed, .knobs = knobsAt(*experiment, bound)});
        QCOMPARE(results.size(), qsizetype(experiment->variants.size()));
        for (const VariantResult &result : results)
            QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
        if (bound == &Knob::least)
            m_before = LiveCounts::settled(lasting());
    }
    QVERIFY(LiveCounts::areBackAt(m_before, lasting()));
}

/// Moments of the pattern, too, which begins only when the pitfall has ended.
void TestExperiments::canBeCancelledAtAnyMoment()
{
    QFETCH(const Experiment *, experiment);
    QRandomGenerator random(m_seed);
    const auto wholeNs = [](const QList<VariantResult> &results) {
        return results.isEmpty() ? 0 : results.last().endNs - results.first().beginNs;
    };
    const qint64 whole = wholeNs(m_bench->run(*experiment, {.seed = m_seed}));
    m_before = LiveCounts::settled(lasting());
    for (int round = 0; round < 4; ++round) {
        const std::chrono::milliseconds moment(random.bounded(int(whole / 1'000'000) + 1));
        const auto results = m_bench->run(*experiment, {.seed = m_seed}, moment);
        QVERIFY(!results.isEmpty());
        QVERIFY(!m_bench->runner.isRunning());
        const Outcome &last = results.last().outcome;
        const bool isWhole = results.size() == qsizetype(experiment->variants.size());
        QVERIFY2(last.kind == Outcome::Kind::Cancelled || last.hasSucceeded(),
                 qPrintable(last.message));
        QVERIFY(last.kind == Outcome::Kind::Cancelled || isWhole
                || results.last().variant == experiment->variants.front().id);
        QCOMPARE(m_bench->runner.trace().unfinished(), 0);
    }
    QVERIFY(LiveCounts::areBackAt(m_before, lasting()));
}

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
