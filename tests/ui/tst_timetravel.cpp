// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "session/taskmodel.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/momentbar.h"
#include "ui/shell/pagestack.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelineview.h"
#include "ui/workbench/galleryview.h"
#include "ui/workbench/inspector.h"
#include "ui/workbench/tasktable.h"
#include "ui/workbench/totalsbar.h"

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
    qint64 at(int events) const
    {
        return m_engine->session().recording().originNs() + events * RecordingWriter::stepNs;
    }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<RecordingWriter> m_writer;
    TaskId m_pear {};
    TaskId m_apple {};
};

void TestTimeTravel::init()
{
    m_engine = std::make_unique<Engine>();
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(), u"http://s/"_s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_writer = std::make_unique<RecordingWriter>(m_engine->session().recording());
    m_pear = m_writer->queue(u"http://s/pear"_s); // event 1
    m_writer->start(m_pear);
    m_writer->note(m_pear, NoteCode::Total, 1'000);
    m_writer->progress(m_pear, 500); // 4
    m_apple = m_writer->queue(u"http://s/apple"_s);
    m_writer->start(m_apple);
    m_writer->finish(m_pear, Outcome::Kind::Failed, u"It broke."_s); // 7
    m_writer->finish(m_apple, Outcome::Kind::Succeeded); // 8
    m_writer->tell();
}

void TestTimeTravel::cleanup()
{
    m_writer.reset();
    m_window.reset();
    m_engine.reset();
}

void TestTimeTravel::everyViewShowsTheMoment()
{
    QVERIFY(!bar().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(counts(), u"1 succeeded, 1 failed"_s, 5'000);
    TaskTable &table = m_window->workbench().tasks();
    m_engine->session().playhead().showAt(at(4));
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
    m_engine->session().playhead().showAt(at(7));
    QCOMPARE(counts(), u"1 running, 1 failed"_s);
    QCOMPARE(cell(TaskModel::StateColumn), u"failed"_s);
    QTest::mouseClick(named<QPushButton>(*m_window, u"Back to live"_s), Qt::LeftButton);
    QVERIFY(m_engine->session().playhead().isLive());
    QVERIFY(!bar().isVisible());
    QCOMPARE(counts(), u"1 succeeded, 1 failed"_s);
    // The story ends where the moment does.
    m_window->workbench().inspect(m_pear);
    auto *story = m_window->findChild<Inspector *>();
    QTRY_VERIFY_WITH_TIMEOUT(story->plainText().contains(u"It broke."_s), 5'000);
    m_engine->session().playhead().showAt(at(4));
    QTRY_VERIFY_WITH_TIMEOUT(!story->plainText().contains(u"It broke."_s), 5'000);
}

void TestTimeTravel::keysStepAndReturn()
{
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_engine->session().playhead().events(), 7);
    QVERIFY2(m_window->workbench().timeline().readout().startsWith(u"finished · pear"_s),
             qPrintable(m_window->workbench().timeline().readout()));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_engine->session().playhead().events(), 7);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_engine->session().playhead().isLive());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_window->timelinePage().view().readout().startsWith(u"finished"_s));
}

void TestTimeTravel::whatIsDoneNowIsDoneInThePresent()
{
    m_engine->session().playhead().showAt(at(4));
    m_window->workbench().setAddresses({u"http://127.0.0.1:1/"_s});
    QTest::mouseClick(named<QPushButton>(*m_window, u"Run"_s), Qt::LeftButton);
    QVERIFY(m_engine->session().playhead().isLive());
    QVERIFY(!bar().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), 20'000);
    m_engine->session().recording().drain(); // its end is recorded, and perhaps not told yet
    m_engine->session().playhead().showAt(m_engine->session().recording().originNs());
    QVERIFY(!m_engine->session().playhead().isLive());
    QVERIFY(!named<QPushButton>(*m_window, u"Retry failed"_s)->isEnabled());
    m_window->workbench().retryFailed(); // by its key: what had failed then is not what has now
    QVERIFY(!m_engine->session().playhead().isLive());
    QVERIFY(!m_window->workbench().isBusy());
    m_engine->session().playhead().showLive();
    m_window->workbench().retryFailed();
    QVERIFY(m_window->workbench().isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), 20'000);
}

void TestTimeTravel::theSelectionGoesRound()
{
    TaskTable &table = m_window->workbench().tasks();
    TimelineView &strip = m_window->workbench().timeline();
    TimelineView &page = m_window->timelinePage().view();
    m_engine->session().select(m_apple);
    QCOMPARE(strip.scene().selected, m_apple);
    QCOMPARE(page.scene().selected, m_apple);
    m_window->pages().showPage(&m_window->timelinePage());
    page.setFocus();
    m_engine->session().select(TaskId::None);
    QTest::keyClick(&page, Qt::Key_Down);
    QVERIFY(page.scene().selected != TaskId::None);
    QCOMPARE(strip.scene().selected, page.scene().selected);
    QCOMPARE(table.selectedTasks(), QList {page.scene().selected});
    QTest::keyClick(&page, Qt::Key_Return); // its story is on the Workbench
    QCOMPARE(m_window->pages().page(), &m_window->workbench());
    auto *story = m_window->findChild<Inspector *>();
    QCOMPARE(story->task(), page.scene().selected);
    // A moment before the selected task takes no other in its stead.
    m_engine->session().select(m_apple);
    m_engine->session().playhead().showAt(at(4));
    QVERIFY(table.selectedTasks().isEmpty());
    QCOMPARE(strip.scene().selected, m_apple);
    m_engine->session().playhead().showLive();
    QCOMPARE(table.selectedTasks(), QList {m_apple});
    table.selectAll();
    QCOMPARE(table.selectedTasks().size(), 2); // who selects several keeps them
    // A child has no row: its parent's is marked, and the timelines mark the child.
    const TaskId child {77};
    m_engine->session().recording().append({{.timeNs = at(9),
                                             .text = u"tile"_s,
                                             .task = child,
                                             .parent = m_pear,
                                             .kind = EventKind::Queued}});
    m_engine->session().select(child);
    QCOMPARE(table.selectedTasks(), QList {m_pear});
    QCOMPARE(strip.scene().selected, child);
    QCOMPARE(page.scene().selected, child);
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
    m_engine->session().playhead().showAt(at(4));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->size(), QSize(1024, 640), 5'000);
    QVERIFY(m_window->minimumSizeHint().width() <= 1024);
    QVERIFY2(m_window->minimumSizeHint().height() <= 640,
             qPrintable(QString::number(m_window->minimumSizeHint().height())));
    QVERIFY(m_window->workbench().tasks().viewport()->height() >= 3 * Theme::rowHeight);
    QVERIFY(m_window->workbench().timeline().viewport()->height() >= 80);
}

QTEST_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
