// SPDX-License-Identifier: MIT
#include "lab/lab.h"
#include "lab/labrunner.h"
#include "record/recorder.h"
#include "session/session.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int guardMs = 30'000;

QCoro::Task<> fetchesTwo(Lab &lab)
{
    QList<QFuture<FetchResult>> started {lab.fetch(u"delay/20"_s), lab.fetch(u"delay/20"_s)};
    const QList<FetchResult> results = co_await Lab::gather(started);
    lab.note(u"seed %1, knob %2"_s.arg(lab.seed()).arg(lab.knob("knob")));
    lab.measure("first number", lab.random().bounded(1'000));
    lab.measure("received",
                int(results[0].outcome.hasSucceeded()) + int(results[1].outcome.hasSucceeded()));
}

QCoro::Task<> sleepsLong(Lab &lab)
{
    co_await lab.sleep(60s);
}

QCoro::Task<> throws(Lab &lab)
{
    co_await lab.sleep(1ms);
    throw std::runtime_error("on purpose");
}

QCoro::Task<> forgetsATask(Lab &lab)
{
    auto *forgotten = new TaskHandle(lab.newTask(u"forgotten"_s));
    QObject::connect(lab.context(), &QObject::destroyed, lab.context(), [forgotten] {
        delete forgotten; // for the leak checker only, when all is over
    });
    co_return;
}

QCoro::Task<> preparesSlowly(Lab &lab)
{
    QThread::msleep(400);
    lab.begin();
    co_await lab.sleep(20ms);
}

Verdict isTrue(const Results &results)
{
    return {.holds = true, .number = 1, .sentence = results.pattern().notes.value(0)};
}

Experiment experimentOf(QCoro::Task<> (*pitfall)(Lab &), QCoro::Task<> (*pattern)(Lab &))
{
    return {.id = "made-here"_L1,
            .title = "Made here",
            .lesson = "Nothing to learn.",
            .variants = {{"pitfall"_L1, Variant::Role::Pitfall, "wrong", pitfall},
                         {"pattern"_L1, Variant::Role::Pattern, "right", pattern}},
            .knobs = {{"knob"_L1, "Knob", 5, 1, 9}},
            .judge = isTrue,
            .bound = 1s};
}

} // namespace

class TestLabRunner : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void runsAllOnTheSameTerms();
    void keepsKnobsWithinTheirBounds();
    void recordsWhatItDoesBelowATaskOfItsOwn();
    void measuresFromTheBeginningThatIsSet();
    void cancelEndsTheVariantAndSkipsTheOthers();
    void aVariantThatTakesTooLongTimesOut();
    void anExceptionIsAFailure();
    void aTaskLeftBehindIsAFailure();
    void ofWhatDidNotSucceedNothingIsProven();
    void canBeDestroyedWhileItRuns();

private:
    QList<VariantResult> run(const Experiment &experiment, const LabRunner::Terms &terms = {});
    const VariantResult &last() const { return m_results.last(); }

    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<LabRunner> m_runner;
    QList<VariantResult> m_results;
};

void TestLabRunner::init()
{
    m_results.clear();
    m_recorder = std::make_unique<Recorder>();
    m_session = std::make_unique<Session>();
    m_session->recording().setRecorder(m_recorder.get());
    m_runner = std::make_unique<LabRunner>(*m_recorder, *m_session);
    connect(m_runner.get(), &LabRunner::variantEnded, this,
            [this](const VariantResult &result) { m_results.append(result); });
}

void TestLabRunner::cleanup()
{
    m_runner.reset();
    m_session.reset();
    m_recorder.reset();
}

QList<VariantResult> TestLabRunner::run(const Experiment &experiment, const LabRunner::Terms &terms)
{
    m_results.clear();
    QSignalSpy ended(m_runner.get(), &LabRunner::ended);
    m_runner->runAll(experiment, terms);
    if (!ended.wait(guardMs))
        qCritical("It did not end.");
    return m_results;
}

void TestLabRunner::runsAllOnTheSameTerms()
{
    const Experiment experiment = experimentOf(fetchesTwo, fetchesTwo);
    const auto results = run(experiment, {.seed = 7, .knobs = {{"knob"_L1, 8}}});
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[0].variant, "pitfall"_L1);
    QCOMPARE(results[1].variant, "pattern"_L1);
    for (const VariantResult &result : results) {
        QVERIFY(result.outcome.hasSucceeded());
        QCOMPARE(result.seed, 7u);
        QCOMPARE(result.notes, QStringList {u"seed 7, knob 8"_s});
        QCOMPARE(result.value("received"_L1), 2.0);
        QCOMPARE(result.value("peak in flight"_L1), 2.0);
        QVERIFY(result.value("time"_L1) >= 20);
        QVERIFY(!result.pulse.isEmpty());
    }
    QCOMPARE(results[0].value("first number"_L1), results[1].value("first number"_L1));
    QVERIFY(results[0].endNs <= results[1].beginNs);
    const Verdict verdict = experiment.verdict(Results(results));
    QVERIFY(verdict.holds);
    QCOMPARE(verdict.sentence, u"seed 7, knob 8"_s);
}

void TestLabRunner::keepsKnobsWithinTheirBounds()
{
    const Experiment experiment = experimentOf(fetchesTwo, fetchesTwo);
    QCOMPARE(run(experiment).first().notes, QStringList {u"seed 1, knob 5"_s});
    QCOMPARE(run(experiment, {.knobs = {{"knob"_L1, 99}}}).first().notes,
             QStringList {u"seed 1, knob 9"_s});
    QCOMPARE(run(experiment, {.knobs = {{"knob"_L1, -3}}}).first().notes,
             QStringList {u"seed 1, knob 1"_s});
}

void TestLabRunner::recordsWhatItDoesBelowATaskOfItsOwn()
{
    run(experimentOf(fetchesTwo, fetchesTwo));
    m_session->recording().drain();
    Board board;
    for (qsizetype i = 0; i < m_session->recording().size(); ++i)
        board.apply(m_session->recording().at(i));
    QCOMPARE(board.rowCount(), 0); // the table of the Workbench has none of it
    QCOMPARE(board.taskCount(), 6);
    const TaskState *task = board.task(last().task);
    QCOMPARE(task->type, TaskType::Run);
    QCOMPARE(task->status, TaskStatus::Succeeded);
    QCOMPARE(task->title, u"made-here · pattern"_s);
    QCOMPARE(m_runner->trace().rows().size(), size_t(2));
    QCOMPARE(m_runner->trace().root(), last().task);
    for (const RunRow &row : m_runner->trace().rows()) {
        QCOMPARE(row.parent, last().task);
        QCOMPARE(row.status, TaskStatus::Succeeded);
        QCOMPARE(row.spans.front().kind, RunSpan::Kind::Queued);
        QVERIFY(row.spans.back().endNs >= row.spans.back().beginNs);
    }
}

void TestLabRunner::measuresFromTheBeginningThatIsSet()
{
    const auto results = run(experimentOf(preparesSlowly, sleepsLong));
    QVERIFY(results[0].value("time"_L1) >= 20);
    QVERIFY(results[0].value("time"_L1)
            < results[1].value("time"_L1)); // which is stopped after 1 s
    QVERIFY(results[0].value("loop lag worst"_L1) < 400);
}

void TestLabRunner::cancelEndsTheVariantAndSkipsTheOthers()
{
    const Experiment experiment = experimentOf(sleepsLong, fetchesTwo);
    QTimer::singleShot(50ms, m_runner.get(), &LabRunner::cancel);
    QCOMPARE(run(experiment).size(), 1);
    QCOMPARE(last().outcome.kind, Outcome::Kind::Cancelled);
    QVERIFY(!experiment.verdict(Results(m_results)).holds);
    QCOMPARE(run(experimentOf(fetchesTwo, fetchesTwo)).size(), 2); // and it can run again
}

void TestLabRunner::aVariantThatTakesTooLongTimesOut()
{
    QCOMPARE(run(experimentOf(sleepsLong, fetchesTwo)).size(), 2);
    QCOMPARE(m_results[0].outcome.kind, Outcome::Kind::TimedOut);
    QVERIFY(m_results[1].outcome.hasSucceeded());
}

void TestLabRunner::anExceptionIsAFailure()
{
    const auto results = run(experimentOf(throws, fetchesTwo));
    QCOMPARE(results[0].outcome, Outcome::failed(u"on purpose"_s));
    QVERIFY(results[1].outcome.hasSucceeded());
}

void TestLabRunner::aTaskLeftBehindIsAFailure()
{
    const auto results = run(experimentOf(fetchesTwo, forgetsATask));
    QVERIFY(results[0].outcome.hasSucceeded());
    QCOMPARE(results[1].outcome.kind, Outcome::Kind::Failed);
}

void TestLabRunner::ofWhatDidNotSucceedNothingIsProven()
{
    const Experiment experiment = experimentOf(throws, fetchesTwo);
    const Verdict verdict = experiment.verdict(Results(run(experiment)));
    QVERIFY(!verdict.holds);
    QVERIFY(verdict.sentence.contains(u"wrong"_s));
    QVERIFY(verdict.sentence.contains(u"on purpose"_s));
    m_results.removeFirst();
    QVERIFY(!experiment.verdict(Results(m_results)).holds);
}

void TestLabRunner::canBeDestroyedWhileItRuns()
{
    const Experiment experiment = experimentOf(sleepsLong, fetchesTwo);
    QSignalSpy started(m_runner.get(), &LabRunner::variantStarted);
    m_runner->runAll(experiment, {});
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, guardMs);
    m_runner.reset();
    m_session->recording().drain();
    QCOMPARE(m_session->recording().at(m_session->recording().size() - 1).kind,
             EventKind::Finished);
    QCOMPARE(Outcome::Kind(m_session->recording().at(m_session->recording().size() - 1).code),
             Outcome::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestLabRunner)
#include "tst_labrunner.moc"
