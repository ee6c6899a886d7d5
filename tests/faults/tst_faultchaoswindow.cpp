// SPDX-License-Identifier: MIT
#include "shared/chaosledger.h"
#include "shared/chaoswindow.h"
#include "shared/keptthreads.h"
#include "shared/livecounts.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QTest>
#include <QTestEventLoop>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
constexpr int share = 20; // so many times fewer tasks than without the window
} // namespace

/// A person does anything at all in the window, in any order: each task has one end, the board is
/// right, the loop lives, and once the window is gone nothing is left of it.
class TestFaultChaosWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whateverIsDone_data();
    void whateverIsDone();
    void closedInTheMiddle();
    void cleanupTestCase();

private:
    void play(quint32 seed, int tasks);
    void judge(ChaosWindow &chaos);

    ChaosTerms m_terms;
    LiveCounts m_before;
    std::map<QByteArray, int> m_deeds; // of all seeds
};

namespace {

/// The pool of Qt Concurrent and the one in which Qt Gui converts large pictures: all their threads
/// are there from here on, so whoever is the first to need one makes no leak.
void startPools()
{
    startThreadsOfQt();
    QImage large(3'000, 3'000, QImage::Format_RGB32);
    large.fill(Qt::black);
    QVERIFY(!large.convertToFormat(QImage::Format_RGBA64).isNull());
    QVERIFY(!large.scaled(1'000, 1'000, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).isNull());
}

} // namespace

void TestFaultChaosWindow::initTestCase()
{
    m_terms = ChaosTerms::fromEnvironment(20, 10'000);
    m_terms.tasks = std::max(1, m_terms.tasks / share);
    qInfo("LOOPSCOPE_SEED=%u LOOPSCOPE_SEEDS=%d LOOPSCOPE_CHAOS_TASKS=%d", m_terms.seed,
          m_terms.seeds, m_terms.tasks * share);
    LiveCounts::now({}); // objects count from here on
    startPools();
    Theme::apply(*qApp, Theme::Mode::Light);
    // What is made once and kept: by Qt, by QTest, and the plugins that read pictures.
    QTestEventLoop::instance();
    QVERIFY(QImage::fromData(QByteArray("no picture of any kind")).isNull());
    {
        ChaosWindow chaos(m_terms.seed);
        chaos.doEverythingOnce();
        chaos.goOn(200);
        chaos.cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(chaos.isQuiet(), guardMs);
        chaos.runTheLabOnce();
    }
    Theme::apply(*qApp, Theme::Mode::Light);
    m_before = LiveCounts::settled({});
    qInfo().noquote() << m_before.text();
}

void TestFaultChaosWindow::whateverIsDone_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 i = 0; i < quint32(m_terms.seeds); ++i)
        QTest::addRow("seed %u", m_terms.seed + i) << m_terms.seed + i;
}

void TestFaultChaosWindow::whateverIsDone()
{
    QFETCH(quint32, seed);
    play(seed, m_terms.tasks);
    Theme::apply(*qApp, Theme::Mode::Light);
    QVERIFY(LiveCounts::areBackAt(m_before));
}

void TestFaultChaosWindow::play(quint32 seed, int tasks)
{
    QElapsedTimer time;
    time.start();
    ChaosWindow chaos(seed);
    chaos.goOn(tasks);
    if (seed % 2 == 0)
        chaos.cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(chaos.isQuiet(), guardMs);
    chaos.showLive();
    qInfo("%d tasks in %lld ms", chaos.tasks(), time.elapsed());
    judge(chaos);
    for (const auto &[deed, times] : chaos.deeds())
        m_deeds[deed] += times;
}

void TestFaultChaosWindow::judge(ChaosWindow &chaos)
{
    const QString faults = ChaosLedger().faults(chaos.all());
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
    const QString board = disagreement(chaos.board(), chaos.current());
    QVERIFY2(board.isEmpty(), qPrintable(board));
    QCOMPARE(chaos.board().unfinished(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(chaos.answering(), 0, guardMs);
}

void TestFaultChaosWindow::closedInTheMiddle()
{
    const quint32 seed = m_terms.seed + quint32(m_terms.seeds);
    QElapsedTimer time;
    {
        ChaosWindow chaos(seed);
        chaos.goOn(m_terms.tasks);
        chaos.showLive();
        chaos.runWhatHangs();
        QTRY_VERIFY_WITH_TIMEOUT(chaos.board().unfinished() > 0, guardMs);
        QVERIFY(chaos.close());
        QVERIFY2(chaos.board().unfinished() > 0, "it did not wait");
        time.start();
    }
    qInfo("gone after %lld ms", time.elapsed());
    Theme::apply(*qApp, Theme::Mode::Light);
    QVERIFY(LiveCounts::areBackAt(m_before));
}

void TestFaultChaosWindow::cleanupTestCase()
{
    for (const auto &[deed, times] : m_deeds)
        qInfo("%6d × %s", times, deed.constData());
}

QTEST_MAIN(TestFaultChaosWindow)
#include "tst_faultchaoswindow.moc"
