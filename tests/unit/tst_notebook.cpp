// SPDX-License-Identifier: MIT
#include "lab/lab.h"
#include "lab/notebook.h"
#include "record/recorder.h"
#include "session/session.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;

QCoro::Task<> quick(Lab &lab)
{
    const Step step = lab.step(u"one"_s);
    lab.measure("number", lab.knob("number"));
    co_return;
}

QCoro::Task<> endless(Lab &lab)
{
    co_await lab.fetch(u"hang"_s);
}

Verdict judge(const Results &results)
{
    return {.holds = results.ratio("number"_L1, 1) == 1, .number = 1, .sentence = u"Equal."_s};
}

Experiment experimentOf(QLatin1StringView id, QCoro::Task<> (*pattern)(Lab &))
{
    return {.id = id,
            .title = "An experiment",
            .variants = {{"pitfall"_L1, Variant::Role::Pitfall, "wrong", quick},
                         {"pattern"_L1, Variant::Role::Pattern, "right", pattern}},
            .knobs = {{"number"_L1, "Number", 3, 1, 9}},
            .judge = judge};
}

struct Bench
{
    Recorder recorder;
    Session session;
    LabRunner runner {recorder, session};
    Notebook notebook {runner};
    Bench() { session.recording().setRecorder(&recorder); }

    bool run(const Experiment &experiment, QList<QLatin1StringView> variants,
             LabRunner::Terms terms = {})
    {
        QSignalSpy ended(&runner, &LabRunner::ended);
        notebook.run(experiment, variants, terms);
        return !ended.isEmpty() || ended.wait(guardMs);
    }
};

const QList<QLatin1StringView> both {"pitfall"_L1, "pattern"_L1};

} // namespace

/// What was found out about each experiment, and what belongs together.
class TestNotebook : public QObject
{
    Q_OBJECT
private slots:
    void bothMakeAVerdict();
    void oneAloneMakesNone();
    void otherTermsForgetTheOthers();
    void aCancelledOneProvesNothing();
    void pagesAreApart();
    void whoKnowsDoesNotGuess();
};

void TestNotebook::bothMakeAVerdict()
{
    Bench bench;
    const Experiment experiment = experimentOf("a"_L1, quick);
    QSignalSpy explored(&bench.notebook, &Notebook::explored);
    QSignalSpy grown(&bench.notebook, &Notebook::grown);
    QVERIFY(bench.run(experiment, both));
    QCOMPARE(bench.notebook.running(), nullptr);
    const NotebookPage &page = bench.notebook.page(experiment);
    QCOMPARE(page.runs.size(), 2);
    for (const VariantRun &run : page.runs) {
        QVERIFY(run.result);
        QCOMPARE(run.trace.rows().size(), 1);
        QVERIFY(run.endNs(0) > run.beginNs());
    }
    QCOMPARE(bench.notebook.verdict(experiment)->sentence, u"Equal."_s);
    QVERIFY(bench.notebook.verdict(experiment)->holds);
    QCOMPARE(explored.size(), 1);
    QVERIFY(!grown.isEmpty());
}

void TestNotebook::oneAloneMakesNone()
{
    Bench bench;
    const Experiment experiment = experimentOf("a"_L1, quick);
    QSignalSpy explored(&bench.notebook, &Notebook::explored);
    QVERIFY(bench.run(experiment, {"pattern"_L1}));
    QVERIFY(!bench.notebook.verdict(experiment));
    QCOMPARE(explored.size(), 0);
    QVERIFY(bench.run(experiment, {"pitfall"_L1})); // in the order of the experiment all the same
    QCOMPARE(bench.notebook.page(experiment).runs.front().variant, "pitfall"_L1);
    QVERIFY(bench.notebook.verdict(experiment));
    QCOMPARE(explored.size(), 1);
}

void TestNotebook::otherTermsForgetTheOthers()
{
    Bench bench;
    const Experiment experiment = experimentOf("a"_L1, quick);
    QVERIFY(bench.run(experiment, both));
    QVERIFY(bench.run(experiment, {"pitfall"_L1}, {.seed = 1, .knobs = {{"number"_L1, 5}}}));
    QCOMPARE(bench.notebook.page(experiment).runs.size(), 1);
    QCOMPARE(bench.notebook.page(experiment).run("pitfall"_L1)->result->value("number"_L1), 5.0);
    QCOMPARE(bench.notebook.page(experiment).run("pattern"_L1), nullptr);
    QVERIFY(bench.run(experiment, {"pattern"_L1}, {.seed = 2, .knobs = {{"number"_L1, 5}}}));
    QVERIFY(!bench.notebook.verdict(experiment));
}

void TestNotebook::aCancelledOneProvesNothing()
{
    Bench bench;
    const Experiment experiment = experimentOf("a"_L1, endless);
    QSignalSpy explored(&bench.notebook, &Notebook::explored);
    connect(&bench.notebook, &Notebook::grown, &bench.session, [&bench] {
        if (bench.notebook.runningVariant() == "pattern"_L1)
            bench.notebook.cancel();
    });
    QVERIFY(bench.run(experiment, both));
    QVERIFY(!bench.notebook.verdict(experiment)->holds);
    QVERIFY(bench.notebook.verdict(experiment)->sentence.contains(u"“right” was cancelled"_s));
    QCOMPARE(explored.size(), 0);
}

void TestNotebook::pagesAreApart()
{
    Bench bench;
    const Experiment one = experimentOf("a"_L1, quick);
    const Experiment other = experimentOf("b"_L1, quick);
    QVERIFY(bench.run(one, both));
    QVERIFY(bench.notebook.page(other).runs.empty());
    QVERIFY(bench.run(other, {"pattern"_L1}));
    QCOMPARE(bench.notebook.page(one).runs.size(), 2);
    QCOMPARE(bench.notebook.page(other).runs.size(), 1);
}

void TestNotebook::whoKnowsDoesNotGuess()
{
    Bench bench;
    const Experiment experiment = experimentOf("a"_L1, quick);
    bench.notebook.setGuess(experiment, 4);
    QVERIFY(bench.run(experiment, {"pattern"_L1}));
    bench.notebook.setGuess(experiment, 1);
    QCOMPARE(bench.notebook.page(experiment).guess, std::optional(4));
}

QTEST_GUILESS_MAIN(TestNotebook)
#include "tst_notebook.moc"
