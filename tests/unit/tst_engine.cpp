// SPDX-License-Identifier: MIT
#include "compute/kernels/mandelbrotrun.h"
#include "engine/engine.h"
#include "lab/lab.h"
#include "shared/namedmain.h"
#include "shared/stories.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int guardMs = 60'000;

JobOptions patient()
{
    return {.limits = {.firstByte = 60s, .silence = 60s, .total = 60s}, .retries = 0};
}

Experiment endless()
{
    return {.id = "made-here"_L1,
            .title = "Made here",
            .lesson = "Nothing to learn.",
            .variants = {{"pitfall"_L1, Variant::Role::Pitfall, "wrong",
                          [](Lab &lab) -> QCoro::Task<> { co_await lab.sleep(60s); }}},
            .bound = 60s};
}

MandelbrotView endlessView()
{
    return {.centre = {-0.1225, 0.7449},
            .scale = 1e-5,
            .size = {256, 256},
            .maxIterations = 2'000'000'000};
}

} // namespace

/// Whoever does it: what runs is busy, and one call cancels it.
class TestEngine : public QObject
{
    Q_OBJECT
private slots:
    void whateverRunsIsReached_data();
    void whateverRunsIsReached();
    void allOfThemAtOnce();

private:
    static void begin(Engine &engine, const QString &what);
    static const Board &drained(Engine &engine)
    {
        engine.session().recording().drain();
        return engine.session().playhead().latest();
    }
};

void TestEngine::whateverRunsIsReached_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("allAtOnce");
    for (const char *what : {"job", "blocked job", "lab", "picture"}) {
        QTest::addRow("%s, as one of some", what) << QString::fromLatin1(what) << false;
        QTest::addRow("%s, with all", what) << QString::fromLatin1(what) << true;
    }
}

void TestEngine::begin(Engine &engine, const QString &what)
{
    static const Experiment experiment = endless();
    const QList<QUrl> hang {engine.server().address(u"hang"_s)};
    engine.blockedJob().setWay(BlockWay::Sleep, 50ms);
    if (what == u"job"_s)
        engine.job().start(hang, patient());
    else if (what == u"blocked job"_s)
        engine.blockedJob().start(hang, patient());
    else if (what == u"lab"_s)
        engine.lab().runAll(experiment, {});
    else
        runMandelbrot(engine.pool(), endlessView());
    QVERIFY(engine.isBusy()); // from the very moment it was asked for
}

void TestEngine::whateverRunsIsReached()
{
    QFETCH(QString, what);
    QFETCH(bool, allAtOnce);
    Engine engine;
    QVERIFY(!engine.isBusy());
    begin(engine, what);
    QTRY_COMPARE_WITH_TIMEOUT(drained(engine).task(TaskId {1})
                                  ? drained(engine).task(TaskId {1})->status
                                  : TaskStatus::Queued,
                              TaskStatus::Running, guardMs);
    engine.cancel({TaskId {77}});
    QVERIFY(engine.isBusy());
    allAtOnce ? engine.cancelAll() : engine.cancel({TaskId {1}});
    QTRY_VERIFY_WITH_TIMEOUT(!engine.isBusy(), guardMs);
    QCOMPARE(drained(engine).task(TaskId {1})->status, TaskStatus::Cancelled);
    QVERIFY(!engine.lab().isRunning());
    QCOMPARE(engine.job().unfinished() + engine.blockedJob().unfinished(), 0);
}

void TestEngine::allOfThemAtOnce()
{
    Engine engine;
    for (const char *what : {"job", "blocked job", "lab", "picture"})
        begin(engine, QString::fromLatin1(what));
    engine.cancelAll(); // before any of them ran
    QVERIFY(engine.isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!engine.isBusy(), guardMs);
    const Board &board = drained(engine);
    QCOMPARE(board.unfinished(), 0);
    for (qsizetype i = 0; i < board.taskCount(); ++i)
        QCOMPARE(board.at(i).status, TaskStatus::Cancelled);
    QVERIFY(board.taskCount() >= 4);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
