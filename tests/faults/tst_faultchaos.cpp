// SPDX-License-Identifier: MIT
#include "shared/chaosmodels.h"
#include "shared/keptthreads.h"
#include "shared/livecounts.h"
#include "shared/namedmain.h"

#include "practice/endpoints.h"
#include "trace/eventcheck.h"

#include <QElapsedTimer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QTestEventLoop>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
} // namespace

/// Thousands of tasks, good and bad, while everything that may happen to them does: whatever the
/// seed, each has one end, and nothing is left.
class TestFaultChaos : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theServerKnowsEveryAddress();
    void faultsAreNoticed();
    void eachTaskHasOneEndAndNothingIsLeft_data();
    void eachTaskHasOneEndAndNothingIsLeft();
    void cleanupTestCase();

private:
    using End = ChaosModels::End;
    void play(quint32 seed, int tasks, End end);
    void judge(const Playhead &playhead, ChaosModels &chaos, ChaosLedger &ledger);

    ChaosTerms m_terms;
    LiveCounts m_before;
    std::map<QByteArray, int> m_deeds; // of all seeds
    std::array<int, taskStatusCount> m_ends {};
};

void TestFaultChaos::initTestCase()
{
    m_terms = ChaosTerms::fromEnvironment(20, 10'000);
    qInfo("LOOPSCOPE_SEED=%u LOOPSCOPE_SEEDS=%d LOOPSCOPE_CHAOS_TASKS=%d", m_terms.seed,
          m_terms.seeds, m_terms.tasks);
    LiveCounts::now({}); // objects count from here on
    startThreadsOfQt();
    // What is made once and kept: by Qt's network, by QTest, and the plugins that read pictures.
    play(m_terms.seed, 500, End::ByItself);
    QTestEventLoop::instance();
    QVERIFY(QImage::fromData(QByteArray("no picture of any kind")).isNull());
    m_before = LiveCounts::settled({});
    qInfo().noquote() << m_before.text();
}

/// Otherwise all of its faults would be the same 404.
void TestFaultChaos::theServerKnowsEveryAddress()
{
    const auto check = [](const auto &paths) {
        for (const QLatin1StringView path : paths) {
            const QByteArray name(path.data(),
                                  QString(path).indexOf(QRegularExpression(u"[/?]|$"_s)));
            QVERIFY2(practice::endpointOf(name) || name == "no-such-endpoint", name.constData());
        }
    };
    check(ChaosPaths::good);
    check(ChaosPaths::slow);
    check(ChaosPaths::bad);
}

/// Or the other test here would prove nothing.
void TestFaultChaos::faultsAreNoticed()
{
    const auto event = [](EventKind kind, Outcome::Kind end = Outcome::Kind::Succeeded) {
        return TaskEvent {.task = TaskId(1),
                          .kind = kind,
                          .code = kind == EventKind::Finished ? quint8(end) : quint8(0)};
    };
    const TaskEvent queued = event(EventKind::Queued);
    const TaskEvent ended = event(EventKind::Finished);
    const auto faults = [&](const QList<TaskEvent> &story, const Outcome &told) {
        ChaosLedger ledger;
        QPromise<Outcome> promise;
        promise.start();
        ledger.promise(promise.future(), TaskId(1));
        promise.addResult(told);
        promise.finish();
        ledger.look();
        return ledger.faults({{TaskId(1), story}});
    };
    QCOMPARE(faults({queued, ended}, Outcome::succeeded()), QString());
    QVERIFY(!faults({queued}, Outcome::succeeded()).isEmpty());
    QVERIFY(!faults({queued, ended, ended}, Outcome::succeeded()).isEmpty());
    QVERIFY(!faults({queued, ended, event(EventKind::Progress)}, Outcome::succeeded()).isEmpty());
    QVERIFY(!faults({ended}, Outcome::succeeded()).isEmpty());
    QVERIFY(!faults({queued, ended}, Outcome::cancelled()).isEmpty());
    ChaosLedger ledger;
    QPromise<Outcome> promise;
    promise.start();
    ledger.promise(promise.future(), TaskId(1));
    ledger.look();
    QVERIFY(!ledger.faults({}).isEmpty());
    promise.finish(); // without a value
    ledger.look();
    QVERIFY(ledger.open() == 0 && !ledger.faults({}).isEmpty());
    Board board;
    board.apply(queued);
    QVERIFY(!disagreement(board, {{TaskId(1), {queued, ended}}}).isEmpty());
    board.apply(ended);
    QCOMPARE(disagreement(board, {{TaskId(1), {queued, ended}}}), QString());
}

void TestFaultChaos::eachTaskHasOneEndAndNothingIsLeft_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 i = 0; i < quint32(m_terms.seeds); ++i)
        QTest::addRow("seed %u", m_terms.seed + i) << m_terms.seed + i;
}

void TestFaultChaos::eachTaskHasOneEndAndNothingIsLeft()
{
    QFETCH(quint32, seed);
    play(seed, m_terms.tasks, End(seed % 3));
    QVERIFY(LiveCounts::areBackAt(m_before));
}

void TestFaultChaos::play(quint32 seed, int tasks, End end)
{
    QElapsedTimer time;
    time.start();
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    Playhead playhead(recording);
    ChaosLedger ledger;
    ChaosModels chaos(recorder, playhead, ledger, seed);
    chaos.goOn(tasks, end);
    chaos.dropRigs();
    ledger.look();
    recording.drain();
    playhead.showLive();
    qInfo("%d tasks in %lld ms, %d futures", chaos.tasks(), time.elapsed(), ledger.promised());
    judge(playhead, chaos, ledger);
    for (const auto &[deed, times] : chaos.deeds())
        m_deeds[deed] += times;
}

void TestFaultChaos::judge(const Playhead &playhead, ChaosModels &chaos, ChaosLedger &ledger)
{
    const Recording &recording = playhead.recording();
    EventCheck check(recording.originNs());
    Stories all;
    for (qsizetype i = 0; i < recording.size(); ++i) {
        const TaskEvent &event = recording.at(i);
        all[event.task].append(event);
        const QString fault = check.fault(event);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
    const QString faults = ledger.faults(all);
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
    const QString board = disagreement(playhead.board(), all);
    QVERIFY2(board.isEmpty(), qPrintable(board));
    QCOMPARE(playhead.board().rowCount(), chaos.tasks()); // what was asked for was queued
    QCOMPARE(playhead.board().unfinished(), 0);
    QCOMPARE(chaos.cancellable(), 0);
    QVERIFY(chaos.continuedOnce());
    QTRY_COMPARE_WITH_TIMEOUT(chaos.awaited(), 0, guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(chaos.answering(), 0, guardMs);
    const auto ends = countsOf(all);
    for (size_t i = 0; i < ends.size(); ++i)
        m_ends[i] += ends[i];
}

/// The chaos was one: everything happened, and tasks ended in every way.
void TestFaultChaos::cleanupTestCase()
{
    for (const auto &[deed, times] : m_deeds)
        qInfo("%6d × %s", times, deed.constData());
    for (int i = int(TaskStatus::Succeeded); i < taskStatusCount; ++i) {
        qInfo("%6d ended as %d", m_ends[size_t(i)], i);
        QVERIFY(m_ends[size_t(i)] > 0);
    }
}

QTEST_GUILESS_MAIN(TestFaultChaos)
#include "tst_faultchaos.moc"
