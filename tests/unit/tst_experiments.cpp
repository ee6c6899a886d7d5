// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"
#include "lab/labrunner.h"
#include "record/recorder.h"
#include "record/recording.h"
#include "shared/livecounts.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <semaphore>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// AddressSanitizer makes our code two to three times as slow and not that of Qt, so a ratio may be
/// less than it has to be; that is no reason for it to be so each time.
#ifdef __SANITIZE_ADDRESS__
constexpr int tries = 5;
#else
constexpr int tries = 1;
#endif

/// Each experiment of the catalogue, run for real.
class TestExperiments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void leftoversAreNoticed();
    void isDescribed_data() { experiments(); }
    void isDescribed();
    void holds_data() { experiments(); }
    void holds();
    void endsWithEveryKnobAtItsBounds_data() { experiments(); }
    void endsWithEveryKnobAtItsBounds();
    void canBeCancelledAtAnyMoment_data() { experiments(); }
    void canBeCancelledAtAnyMoment();

private:
    static void experiments();
    static QHash<QLatin1StringView, int> knobsAt(const Experiment &experiment, int Knob::*bound);
    QList<VariantResult> run(const Experiment &experiment, const LabRunner::Terms &terms,
                             std::optional<std::chrono::milliseconds> cancelAfter = {});
    bool nothingIsLeft();
    QList<const QObject *> lasting() const { return {m_recording.get(), m_runner.get()}; }

    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<LabRunner> m_runner;
    LiveCounts m_before;
    quint32 m_seed = 0;
};

void TestExperiments::initTestCase()
{
    m_seed = qEnvironmentVariableIntValue("LOOPSCOPE_SEED");
    if (m_seed == 0)
        m_seed = QRandomGenerator::global()->generate();
    qInfo() << "LOOPSCOPE_SEED=" << m_seed;
}

void TestExperiments::init()
{
    m_recorder = std::make_unique<Recorder>();
    m_recording = std::make_unique<Recording>();
    m_recording->setRecorder(m_recorder.get());
    m_runner = std::make_unique<LabRunner>(*m_recorder, *m_recording);
}

void TestExperiments::cleanup()
{
    m_runner.reset();
    m_recording.reset();
    m_recorder.reset();
}

void TestExperiments::experiments()
{
    QTest::addColumn<const Experiment *>("experiment");
    for (const Experiment &experiment : catalogue())
        QTest::newRow(experiment.id.data()) << &experiment;
}

QHash<QLatin1StringView, int> TestExperiments::knobsAt(const Experiment &experiment,
                                                       int Knob::*bound)
{
    QHash<QLatin1StringView, int> knobs;
    for (const Knob &knob : experiment.knobs)
        knobs[knob.id] = knob.*bound;
    return knobs;
}

QList<VariantResult> TestExperiments::run(const Experiment &experiment,
                                          const LabRunner::Terms &terms,
                                          std::optional<std::chrono::milliseconds> cancelAfter)
{
    QList<VariantResult> results;
    const QObject context;
    connect(m_runner.get(), &LabRunner::variantEnded, &context,
            [&results](const VariantResult &result) { results.append(result); });
    QSignalSpy ended(m_runner.get(), &LabRunner::ended);
    m_runner->runAll(experiment, terms);
    if (cancelAfter)
        QTimer::singleShot(*cancelAfter, Qt::PreciseTimer, m_runner.get(), &LabRunner::cancel);
    const auto bound = experiment.bound * experiment.variants.size() + 10s;
    if (!ended.wait(int(std::chrono::milliseconds(bound).count())))
        qCritical("It did not end.");
    return results;
}

/// What is deleted later, or ends a thread, may still be under way.
bool TestExperiments::nothingIsLeft()
{
    const auto isClean = [this] { return LiveCounts::now(lasting()).isNoMoreThan(m_before); };
    if (QTest::qWaitFor(isClean, 10'000))
        return true;
    qInfo().noquote() << "before:" << m_before.text();
    qInfo().noquote() << "after:" << LiveCounts::now(lasting()).text();
    return false;
}

/// Or the other tests here would prove nothing.
void TestExperiments::leftoversAreNoticed()
{
    const LiveCounts before = LiveCounts::settled(lasting());
    QVERIFY(LiveCounts::now(lasting()).isNoMoreThan(before));
    {
        const QObject object;
        QVERIFY(LiveCounts::now(lasting()).objects > before.objects);
        connect(m_recording.get(), &Recording::cleared, &object, [] {});
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

void TestExperiments::holds()
{
    QFETCH(const Experiment *, experiment);
    for (quint32 round = 0; round < 2; ++round) {
        Verdict verdict;
        for (int i = 0; i < tries && !verdict.holds; ++i) {
            const QList<VariantResult> results = run(*experiment, {.seed = m_seed + round});
            verdict = experiment->verdict(Results(results));
            qInfo().noquote() << verdict.sentence;
        }
        QVERIFY(verdict.holds);
        QVERIFY(!verdict.sentence.contains(u'%') || verdict.sentence.contains(u" %"_s));
        QVERIFY(verdict.number > 0); // within what can be guessed where nothing else has the cores
        if (round == 0)
            m_before = LiveCounts::settled(lasting()); // with what is only made once
    }
    QVERIFY(nothingIsLeft());
}

void TestExperiments::endsWithEveryKnobAtItsBounds()
{
    QFETCH(const Experiment *, experiment);
    for (int Knob::*bound : {&Knob::least, &Knob::most}) {
        const auto results
            = run(*experiment, {.seed = m_seed, .knobs = knobsAt(*experiment, bound)});
        QCOMPARE(results.size(), qsizetype(experiment->variants.size()));
        for (const VariantResult &result : results)
            QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
        if (bound == &Knob::least)
            m_before = LiveCounts::settled(lasting());
    }
    QVERIFY(nothingIsLeft());
}

/// Moments of the pattern, too, which begins only when the pitfall has ended.
void TestExperiments::canBeCancelledAtAnyMoment()
{
    QFETCH(const Experiment *, experiment);
    QRandomGenerator random(m_seed);
    const auto wholeNs = [](const QList<VariantResult> &results) {
        return results.isEmpty() ? 0 : results.last().endNs - results.first().beginNs;
    };
    const qint64 whole = wholeNs(run(*experiment, {.seed = m_seed}));
    m_before = LiveCounts::settled(lasting());
    for (int round = 0; round < 4; ++round) {
        const std::chrono::milliseconds moment(random.bounded(int(whole / 1'000'000) + 1));
        const auto results = run(*experiment, {.seed = m_seed}, moment);
        QVERIFY(!results.isEmpty());
        QVERIFY(!m_runner->isRunning());
        const Outcome &last = results.last().outcome;
        const bool isWhole = results.size() == qsizetype(experiment->variants.size());
        QVERIFY2(last.kind == Outcome::Kind::Cancelled || last.hasSucceeded(),
                 qPrintable(last.message));
        QVERIFY(last.kind == Outcome::Kind::Cancelled || isWhole
                || results.last().variant == experiment->variants.front().id);
        QCOMPARE(m_runner->trace().unfinished(), 0);
    }
    QVERIFY(nothingIsLeft());
}

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
