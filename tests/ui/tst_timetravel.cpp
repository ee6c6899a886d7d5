// SPDX-License-Identifier: MIT
#include "app/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/tale.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/timelinepage.h"
#include "ui/theme/theme.h"
#include "ui/views/countstrip.h"
#include "ui/views/galleryview.h"
#include "ui/views/inspector.h"
#include "ui/views/momentbar.h"
#include "ui/views/tasktable.h"
#include "ui/views/timelineview.h"
#include "views/taskmodel.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The whole window goes back in time and returns.
class TestTimeTravel : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void everyViewShowsTheMoment();
    void keysStepAndReturn();
    void whatIsDoneNowIsDoneInThePresent();
    void theSelectionGoesRound();
    void pagesAndStripAreRemembered();
    void aSmallWindowHoldsItAll();

private:
    QString counts() const { return m_window->findChild<CountStrip *>()->accessibleDescription(); }
    QString totals() const { return named<QLabel>(*m_window, u"Total progress"_s)->text(); }
    MomentBar &bar() const { return *m_window->findChild<MomentBar *>(); }
    qint64 at(int events) const { return m_engine->recording().originNs() + events * Tale::stepNs; }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tale> m_tale;
    TaskId m_pear {};
    TaskId m_apple {};
};

void TestTimeTravel::init()
{
    m_engine = std::make_unique<Engine>();
    m_window = std::make_unique<MainWindow>(
        WorkbenchParts {m_engine->recorder(), m_engine->recording(), m_engine->moment(),
                        m_engine->fetcher(), m_engine->pool(), m_engine->job()},
        m_engine->loop(), m_engine->lab());
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(), u"http://s/"_s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_tale = std::make_unique<Tale>(m_engine->recording());
    m_pear = m_tale->queue(u"http://s/pear"_s); // event 1
    m_tale->start(m_pear);
    m_tale->note(m_pear, NoteCode::Total, 1'000);
    m_tale->progress(m_pear, 500); // 4
    m_apple = m_tale->queue(u"http://s/apple"_s);
    m_tale->start(m_apple);
    m_tale->finish(m_pear, Outcome::Kind::Failed, u"It broke."_s); // 7
    m_tale->finish(m_apple, Outcome::Kind::Succeeded); // 8
    m_tale->tell();
}

void TestTimeTravel::cleanup()
{
    m_tale.reset();
    m_window.reset();
    m_engine.reset();
}

void TestTimeTravel::everyViewShowsTheMoment()
{
    QVERIFY(!bar().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(counts(), u"1 succeeded, 1 failed"_s, 5'000);
    TaskTable &table = m_window->workbench().tasks();
    m_engine->moment().showAt(at(4));
    QVERIFY(bar().isVisible());
    QCOMPARE(bar().sentence(), u"Paused at 0.04 s"_s);
    QCOMPARE(counts(), u"1 running"_s);
    QVERIFY2(totals().startsWith(u"50 %"_s), qPrintable(totals()));
    QCOMPARE(table.shownRows(), 1);
    const auto cell
        = [&table](int column) { return table.model()->index(0, column).data().toString(); };
    QCOMPARE(cell(TaskModel::StateColumn), u"running"_s);
    QCOMPARE(cell(TaskModel::ProgressColumn), u"50 %"_s);
    QCOMPARE(cell(TaskModel::TimeColumn), u"20 ms"_s); // from its start to the moment, not to now
    m_engine->moment().showAt(at(7));
    QCOMPARE(counts(), u"1 running, 1 failed"_s);
    QCOMPARE(cell(TaskModel::StateColumn), u"failed"_s);
    QTest::mouseClick(named<QPushButton>(*m_window, u"Back to live"_s), Qt::LeftButton);
    QVERIFY(m_engine->moment().isLive());
    QVERIFY(!bar().isVisible());
    QCOMPARE(counts(), u"1 succeeded, 1 failed"_s);
    // The story ends where the moment does.
    m_window->workbench().inspect(m_pear);
    auto *story = m_window->findChild<Inspector *>();
    QTRY_VERIFY_WITH_TIMEOUT(story->plainText().contains(u"It broke."_s), 5'000);
    m_engine->moment().showAt(at(4));
    QTRY_VERIFY_WITH_TIMEOUT(!story->plainText().contains(u"It broke."_s), 5'000);
}

void TestTimeTravel::keysStepAndReturn()
{
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_engine->moment().events(), 7);
    QVERIFY2(m_window->workbench().timeline().readout().startsWith(u"finished · pear"_s),
             qPrintable(m_window->workbench().timeline().readout()));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_engine->moment().events(), 7);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_engine->moment().isLive());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_window->timelinePage().view().readout().startsWith(u"finished"_s));
}

void TestTimeTravel::whatIsDoneNowIsDoneInThePresent()
{
    m_engine->moment().showAt(at(4));
    m_window->workbench().setAddresses({u"http://127.0.0.1:1/"_s});
    QTest::mouseClick(named<QPushButton>(*m_window, u"Run"_s), Qt::LeftButton);
    QVERIFY(m_engine->moment().isLive());
    QVERIFY(!bar().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), 20'000);
    m_engine->moment().showAt(m_engine->recording().originNs());
    QVERIFY(!m_engine->moment().isLive());
    m_window->workbench().retryFailed();
    QVERIFY(m_engine->moment().isLive());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), 20'000);
}

void TestTimeTravel::theSelectionGoesRound()
{
    TaskTable &table = m_window->workbench().tasks();
    TimelineView &strip = m_window->workbench().timeline();
    TimelineView &page = m_window->timelinePage().view();
    table.selectTask(m_apple);
    QCOMPARE(strip.selectedTask(), m_apple);
    QCOMPARE(page.selectedTask(), m_apple);
    m_window->pages().showPage(&m_window->timelinePage());
    page.setFocus();
    page.selectTask(TaskId::None);
    QTest::keyClick(&page, Qt::Key_Down);
    QVERIFY(page.selectedTask() != TaskId::None);
    QCOMPARE(strip.selectedTask(), page.selectedTask());
    QCOMPARE(table.selectedTasks(), QList {page.selectedTask()});
    QTest::keyClick(&page, Qt::Key_Return); // its story is on the Workbench
    QCOMPARE(m_window->pages().page(), &m_window->workbench());
    auto *story = m_window->findChild<Inspector *>();
    QCOMPARE(story->task(), page.selectedTask());
    // A moment before the selected task takes no other in its stead.
    table.selectTask(m_apple);
    m_engine->moment().showAt(at(4));
    QVERIFY(table.selectedTasks().isEmpty());
    QCOMPARE(strip.selectedTask(), m_apple);
    m_engine->moment().showLive();
    QCOMPARE(table.selectedTasks(), QList {m_apple});
    table.selectAll();
    QCOMPARE(table.selectedTasks().size(), 2); // who selects several keeps them
    // A child has no row: its parent's is marked, and the timelines mark the child.
    const TaskId child {77};
    m_engine->recording().append({{.timeNs = at(9),
                                   .text = u"tile"_s,
                                   .task = child,
                                   .parent = m_pear,
                                   .kind = EventKind::Queued}});
    m_window->workbench().selectTask(child);
    QCOMPARE(table.selectedTasks(), QList {m_pear});
    QCOMPARE(strip.selectedTask(), child);
    QCOMPARE(page.selectedTask(), child);
}

void TestTimeTravel::pagesAndStripAreRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.conf"_s), QSettings::IniFormat);
    settings.setValue(u"tour/done"_s, true);
    m_window->restore(settings);
    m_window->pages().showPage(&m_window->timelinePage());
    m_window->workbench().timeline().hide(); // folded
    m_window->save(settings);
    m_window->pages().showPage(&m_window->workbench());
    m_window->workbench().timeline().show();
    m_window->restore(settings);
    QCOMPARE(m_window->pages().page(), &m_window->timelinePage());
    QVERIFY(m_window->workbench().timeline().isHidden());
}

void TestTimeTravel::aSmallWindowHoldsItAll()
{
    m_window->resize(1024, 640);
    m_engine->moment().showAt(at(4));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->size(), QSize(1024, 640), 5'000);
    QVERIFY(m_window->minimumSizeHint().width() <= 1024);
    QVERIFY2(m_window->minimumSizeHint().height() <= 640,
             qPrintable(QString::number(m_window->minimumSizeHint().height())));
    QVERIFY(m_window->workbench().tasks().viewport()->height() >= 3 * Theme::rowHeight);
    QVERIFY(m_window->workbench().timeline().viewport()->height() >= 80);
}

QTEST_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
