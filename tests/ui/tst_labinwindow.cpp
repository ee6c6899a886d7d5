// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "record/recording.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/lab/labpage.h"
#include "ui/lab/runchart.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/sessiontabs.h"
#include "ui/stalls/stallspage.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
}

/// The lab among the other pages: keys, links, traces, tasks.
class TestLabInWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void theKeysGoToThePageShown();
    void runBeginsAnewWhileAnExperimentGoesOn();
    void escCancelsWhatRunsThere();
    void tabGoesInReadingOrder();
    void theAdviceLeadsToAnExperiment();
    void theChosenThresholdHoldsInItsCharts();
    void anOpenedTraceHinders();
    void itsTasksAreRecordedWithoutRows();

private:
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
    }
    LabPage &lab() { return m_window->labPage(); }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !lab().isRunning(); }, guardMs);
    }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestLabInWindow::init()
{
    m_engine = std::make_unique<Engine>();
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(),
                                         m_engine->server().address({}).toString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    lab().choose(u"fan-out-fan-in");
    key(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(lab().isVisible());
}

void TestLabInWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestLabInWindow::theKeysGoToThePageShown()
{
    key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(accessibleName(*QApplication::focusWidget()), u"Search experiments"_s);
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
    QVERIFY(m_window->workbench().isBusy()); // whoever does it
    key(Qt::Key_1, Qt::ControlModifier);
    key(Qt::Key_F5);
    QVERIFY(m_window->workbench().isBusy());
    key(Qt::Key_Escape); // nothing of what runs has the focus
    QVERIFY(lab().isRunning());
    QVERIFY(m_window->workbench().isBusy());
    key(Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), guardMs);
    QVERIFY(waitForEnd());
    const auto verdict = lab().notebook().verdict(lab().experiment());
    QVERIFY(verdict && verdict->sentence.contains(u"was cancelled"_s));
}

void TestLabInWindow::runBeginsAnewWhileAnExperimentGoesOn()
{
    const Recording &recording = m_engine->session().recording();
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
    const qint64 before = recording.acquisitionNs();
    key(Qt::Key_1, Qt::ControlModifier);
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
    QVERIFY(m_engine->job().unfinished() > 0);
    const qint64 first = recording.acquisitionNs();
    QVERIFY(first > before);
    key(Qt::Key_F5); // adds to what runs
    QCOMPARE(recording.acquisitionNs(), first);
    QVERIFY(waitForEnd());
    const auto verdict = lab().notebook().verdict(lab().experiment());
    QVERIFY(verdict && !verdict->sentence.contains(u"was cancelled"_s));
}

void TestLabInWindow::escCancelsWhatRunsThere()
{
    QSignalSpy grown(&lab().notebook(), &Notebook::grown);
    key(Qt::Key_F5);
    QVERIFY(grown.wait(guardMs));
    key(Qt::Key_Escape);
    QVERIFY(waitForEnd());
    const auto verdict = lab().notebook().verdict(lab().experiment());
    QVERIFY(verdict && verdict->sentence.contains(u"was cancelled"_s));
}

void TestLabInWindow::tabGoesInReadingOrder()
{
    key(Qt::Key_F, Qt::ControlModifier);
    QStringList order;
    for (int i = 0; i < 9; ++i) {
        order.append(accessibleName(*QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected {u"Search experiments"_s,
                                u"Experiments"_s,
                                u"Run both"_s,
                                u"Run Pitfall: one await after another"_s,
                                u"Run Pattern: all started, then gathered"_s,
                                u"Your guess"_s,
                                u"Why"_s};
    QCOMPARE(order.first(expected.size()), expected);
}

void TestLabInWindow::theAdviceLeadsToAnExperiment()
{
    key(Qt::Key_4, Qt::ControlModifier);
    emit m_window->findChild<StallsPage *>()->experimentRequested(u"offload"_s);
    QVERIFY(lab().isVisible());
    QCOMPARE(lab().experiment().id, u"offload"_s);
}

void TestLabInWindow::theChosenThresholdHoldsInItsCharts()
{
    key(Qt::Key_4, Qt::ControlModifier);
    const QList<RunChart *> charts = lab().findChildren<RunChart *>();
    QVERIFY(!charts.isEmpty());
    for (const int milliseconds : {50, 500}) {
        named<QSpinBox>(*m_window, u"Counts from"_s)->setValue(milliseconds);
        for (const RunChart *chart : charts)
            QCOMPARE(chart->threshold(), std::chrono::milliseconds(milliseconds));
    }
}

void TestLabInWindow::anOpenedTraceHinders()
{
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
    m_window->sessions().add(new Session(u"a.json"_s, Snapshot(7)), {});
    QVERIFY(lab().isRunning()); // what runs goes on
    QVERIFY(waitForEnd());
    key(Qt::Key_F5);
    QVERIFY(!lab().isRunning());
    m_window->sessions().closeCurrent();
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
}

void TestLabInWindow::itsTasksAreRecordedWithoutRows()
{
    key(Qt::Key_F5);
    QVERIFY(waitForEnd());
    m_engine->session().recording().drain();
    Board board;
    for (qsizetype i = 0; i < m_engine->session().recording().size(); ++i)
        board.apply(m_engine->session().recording().at(i));
    QVERIFY(board.taskCount() >= 24);
    QCOMPARE(board.rowCount(), 0); // the Workbench shows its own work only
    for (qsizetype i = 0; i < board.taskCount(); ++i)
        QVERIFY(isFinished(board.at(i).status));
}

QTEST_MAIN(TestLabInWindow)
#include "tst_labinwindow.moc"
