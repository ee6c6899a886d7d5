// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/stories.h"
#include "ui/style/theme.h"
#include "ui/workbench/tasktable.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int guardMs = 60'000;
}

/// One, some or all tasks are cancelled, and the switch does the same work on the loop's own thread
/// until it is off: whatever happens, each task ends exactly once.
class TestWorkbenchCancel : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void deleteCancelsTheSelectedOne();
    void onlyWhatHasTheFocusIsCancelled();
    void theMenuCancelsTheSelectedOnes();
    void cancelAllLeavesNothing();
    void blockedWorkRunsOnTheLoop();
    void theSwitchHandsOver();
    void blockedWorkCanBeCancelled();

private:
    void run(const QString &path, int count);
    const Board &board() const { return m_engine->session().playhead().board(); }
    int tasksOnTheLoop() const;
    void checkEachEndedOnce();

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Workbench> m_page;
    TaskTable *m_table = nullptr;
};

void TestWorkbenchCancel::init()
{
    m_engine = std::make_unique<Engine>();
    m_engine->loop().setActive(true);
    m_page = std::make_unique<Workbench>(*m_engine);
    m_table = named<TaskTable>(*m_page, u"Tasks"_s);
    m_page->resize(1200, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestWorkbenchCancel::cleanup()
{
    m_page.reset();
    m_engine.reset();
}

void TestWorkbenchCancel::run(const QString &path, int count)
{
    QStringList addresses;
    for (int i = 0; i < count; ++i)
        addresses.append(m_engine->server().address(path.arg(i)).toString());
    m_page->setAddresses(addresses);
    m_page->run();
    QTRY_COMPARE_WITH_TIMEOUT(m_table->shownRows(), count, guardMs);
}

int TestWorkbenchCancel::tasksOnTheLoop() const
{
    const Recording &recording = m_engine->session().recording();
    QSet<TaskId> tasks;
    for (qsizetype i = 0; i < recording.size(); ++i) {
        if (recording.at(i).lane.kind == Lane::Kind::Gui)
            tasks.insert(recording.at(i).task);
    }
    return int(tasks.size());
}

void TestWorkbenchCancel::checkEachEndedOnce()
{
    std::vector<TaskEvent> events;
    for (qsizetype i = 0; i < m_engine->session().recording().size(); ++i)
        events.push_back(m_engine->session().recording().at(i));
    for (const QList<TaskEvent> &story : stories(events))
        QVERIFY2(ends(story) == 1, qPrintable(plot(story)));
}

void TestWorkbenchCancel::deleteCancelsTheSelectedOne()
{
    run(u"hang?n=%1"_s, 5);
    m_table->selectRow(2);
    const TaskId chosen = m_table->selectedTasks().value(0);
    QTest::keyClick(m_table, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Cancelled), 1, guardMs);
    QCOMPARE(board().task(chosen)->status, TaskStatus::Cancelled);
    QCOMPARE(board().unfinished(), 4);
}

void TestWorkbenchCancel::onlyWhatHasTheFocusIsCancelled()
{
    run(u"hang?n=%1"_s, 5);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_table->selectRow(2);
    m_page->find();
    QVERIFY(!m_page->cancelFocused());
    m_table->setFocus();
    QVERIFY(m_page->cancelFocused());
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Cancelled), 1, guardMs);
    QCOMPARE(board().unfinished(), 4);
    m_table->clearSelection();
    QVERIFY(!m_page->cancelFocused());
    QCOMPARE(board().unfinished(), 4);
}

void TestWorkbenchCancel::theMenuCancelsTheSelectedOnes()
{
    run(u"hang?n=%1"_s, 40); // most of them wait for their turn
    m_table->selectAll();
    QCOMPARE(m_table->selectedTasks().size(), 40);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {5, 5},
                            m_table->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m_table, &event);
    const auto *menu = m_table->findChild<QMenu *>();
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    const auto found = std::ranges::find(actions, u"Cancel selected"_s, &QAction::text);
    QVERIFY(found != actions.end());
    (*found)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Cancelled), 40, guardMs);
    checkEachEndedOnce();
}

void TestWorkbenchCancel::cancelAllLeavesNothing()
{
    run(u"hang?n=%1"_s, 300);
    auto *button = named<QPushButton>(*m_page, u"Cancel all"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), guardMs);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton); // twice is as good as once
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Cancelled), 300, guardMs);
    checkEachEndedOnce();
    QTRY_VERIFY_WITH_TIMEOUT(!button->isEnabled(), guardMs);
}

void TestWorkbenchCancel::blockedWorkRunsOnTheLoop()
{
    m_page->setBlockWay(BlockWay::Sleep, 400ms);
    m_page->setBlocking(true);
    run(u"delay/120?n=%1"_s, 6);
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 6, guardMs);
    QCOMPARE(tasksOnTheLoop(), 6);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().stallCount() >= 1, guardMs);
    checkEachEndedOnce();
}

void TestWorkbenchCancel::theSwitchHandsOver()
{
    m_page->setBlockWay(BlockWay::BusyCpu, 300ms);
    m_page->setBlocking(true);
    run(u"delay/100?n=%1"_s, 30);
    QTRY_VERIFY_WITH_TIMEOUT(tasksOnTheLoop() > 0, guardMs);
    m_page->setBlocking(false);
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 30, guardMs);
    QVERIFY2(tasksOnTheLoop() < 30, "the rest went on without blocking");
    QVERIFY(!m_page->isBusy());
    checkEachEndedOnce();
}

void TestWorkbenchCancel::blockedWorkCanBeCancelled()
{
    m_page->setBlockWay(BlockWay::Sleep, 200ms);
    m_page->setBlocking(true);
    run(u"hang?n=%1"_s, 3);
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Running), 1, guardMs);
    m_page->cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Cancelled), 3, guardMs);
    checkEachEndedOnce();
}

QTEST_MAIN(TestWorkbenchCancel)
#include "tst_workbenchcancel.moc"
