// SPDX-License-Identifier: MIT
#include "app/engine.h"
#include "record/recording.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/mainwindow.h"
#include "ui/pages/labpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/stallspage.h"
#include "ui/theme/theme.h"

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
    void escCancelsWhatRunsThere();
    void tabGoesInReadingOrder();
    void theAdviceLeadsToAnExperiment();
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
    m_window = std::make_unique<MainWindow>(
        WorkbenchParts {m_engine->recorder(), m_engine->recording(), m_engine->moment(),
                        m_engine->fetcher(), m_engine->pool(), m_engine->job()},
        m_engine->loop(), m_engine->lab());
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
    QVERIFY(!m_window->workbench().isBusy());
    key(Qt::Key_1, Qt::ControlModifier);
    key(Qt::Key_F5);
    QVERIFY(m_window->workbench().isBusy());
    key(Qt::Key_Escape); // of the page that is shown
    QVERIFY(lab().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), guardMs);
    QVERIFY(waitForEnd());
    QVERIFY(lab().notebook().verdict(lab().experiment())->number > 0);
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

void TestLabInWindow::anOpenedTraceHinders()
{
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
    lab().setReadOnly(true);
    QVERIFY(waitForEnd());
    key(Qt::Key_F5);
    QVERIFY(!lab().isRunning());
    lab().setReadOnly(false);
    key(Qt::Key_F5);
    QVERIFY(lab().isRunning());
}

void TestLabInWindow::itsTasksAreRecordedWithoutRows()
{
    key(Qt::Key_F5);
    QVERIFY(waitForEnd());
    m_engine->recording().drain();
    Board board;
    for (qsizetype i = 0; i < m_engine->recording().size(); ++i)
        board.apply(m_engine->recording().at(i));
    QVERIFY(board.taskCount() >= 24);
    QCOMPARE(board.rowCount(), 0); // the Workbench shows its own work only
    for (qsizetype i = 0; i < board.taskCount(); ++i)
        QVERIFY(isFinished(board.at(i).status));
}

QTEST_MAIN(TestLabInWindow)
#include "tst_labinwindow.moc"
