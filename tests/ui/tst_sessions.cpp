// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/pulse/pulsebar.h"
#include "ui/pulse/pulsetrace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/momentbar.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/sessiontabs.h"
#include "ui/stalls/stallspage.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/inspector.h"
#include "ui/workbench/mandelbrotcanvas.h"
#include "ui/workbench/tasktable.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
constexpr qint64 second = 1'000'000'000;
} // namespace

/// Several sessions in one window: this program's and those of opened traces, a tab for each.
class TestSessions : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void theStripIsThereForSeveral();
    void keysGoFromTabToTab();
    void oneThatIsClosedLeavesTheOneBefore();
    void eachKeepsWhatItShows();
    void eachKeepsItsOwnStall();
    void thisProgramGoesOnMeanwhile();
    void aStallUnseenPutsABadgeOnItsTab();
    void whatIsBuiltLaterShowsTheOneInFront();
    void whatFreezesIsThisProgram();
    void thePulseShowsTheMomentShown();
    void nothingIsBegunWhileATraceIsInFront();
    void changingTabsLeavesNoSelectionBehind();

private:
    Session *open(const QString &name, int tasks);
    Session &shown() const { return m_window->sessions().current(); }
    QTabBar &tabs() const { return m_window->sessions().bar(); }
    TaskTable &table() const { return m_window->workbench().tasks(); }
    TimelineView &strip() const { return m_window->workbench().timeline(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
    }
    static std::vector<TaskEvent> stall(TaskId id, qint64 beginNs, qint64 endNs);

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestSessions::init()
{
    m_engine = std::make_unique<Engine>();
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSessions::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

/// A trace of so many tasks; the odd ones failed. They have the same ids in each.
Session *TestSessions::open(const QString &name, int tasks)
{
    Recording recording;
    RecordingWriter writer(recording);
    for (int i = 0; i < tasks; ++i) {
        const TaskId task = writer.queue(u"http://s/%1-%2"_s.arg(name).arg(i));
        writer.start(task);
        writer.finish(task, i % 2 == 0 ? Outcome::Kind::Succeeded : Outcome::Kind::Failed);
    }
    writer.tell();
    auto *session = new Session(name, recording.snapshot());
    m_window->sessions().add(session, u"/tmp/"_s + name);
    const auto isThere = [session] {
        return session->recording().nowNs() > 0
            && session->recording().size() == session->recording().snapshot().size();
    };
    return QTest::qWaitFor(isThere, guardMs) ? session : nullptr;
}

std::vector<TaskEvent> TestSessions::stall(TaskId id, qint64 beginNs, qint64 endNs)
{
    constexpr Lane gui {Lane::Kind::Gui};
    return {{.timeNs = beginNs + second / 10, // somebody noticed
             .value = beginNs,
             .task = id,
             .lane = gui,
             .kind = EventKind::StallBegan},
            {.timeNs = endNs,
             .value = endNs - beginNs,
             .task = id,
             .lane = gui,
             .kind = EventKind::StallEnded,
             .code = quint8(StallKind::Hang)},
            {.timeNs = endNs, .value = endNs - beginNs, .lane = gui, .kind = EventKind::Lag}};
}

void TestSessions::theStripIsThereForSeveral()
{
    QVERIFY(!m_window->sessions().isVisible());
    QVERIFY(open(u"a.json"_s, 3));
    QVERIFY(m_window->sessions().isVisible());
    QVERIFY(open(u"b & c.json"_s, 5));
    QCOMPARE(tabs().count(), 3);
    QCOMPARE(tabs().currentIndex(), 2);
    QCOMPARE(tabs().tabText(0), u"This program"_s);
    QCOMPARE(tabs().tabText(2), u"b && c.json"_s); // no underlined letter
    QCOMPARE(tabs().tabToolTip(1), u"/tmp/a.json"_s);
    QCOMPARE(table().shownRows(), 5);
    QTest::mouseClick(&tabs(), Qt::LeftButton, {}, tabs().tabRect(1).center());
    QCOMPARE(table().shownRows(), 3);
    QCOMPARE(m_window->windowTitle(), u"a.json – Loopscope"_s);
    m_window->sessions().addTrace(u"/tmp/a.json"_s, Snapshot(7)); // once more, or another one
    QCOMPARE(shown().name(), u"a.json (2)"_s);
    QTest::mouseClick(&tabs(), Qt::LeftButton, {}, tabs().tabRect(0).center());
    QCOMPARE(table().shownRows(), 0);
    QCOMPARE(m_window->windowTitle(), u"Loopscope"_s);
}

void TestSessions::keysGoFromTabToTab()
{
    key(Qt::Key_Tab, Qt::ControlModifier); // alone it has nowhere to go
    QCOMPARE(&shown(), &m_engine->session());
    Session *a = open(u"a.json"_s, 1);
    Session *b = open(u"b.json"_s, 1);
    QCOMPARE(&shown(), b);
    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(&shown(), &m_engine->session());
    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(&shown(), a);
    key(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(&shown(), &m_engine->session());
    key(Qt::Key_W, Qt::ControlModifier); // this program's cannot be closed
    QCOMPARE(tabs().count(), 3);
    key(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(&shown(), b);
    key(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs().count(), 2);
}

void TestSessions::oneThatIsClosedLeavesTheOneBefore()
{
    QPointer a = open(u"a.json"_s, 1);
    QPointer b = open(u"b.json"_s, 2);
    QPointer c = open(u"c.json"_s, 3);
    named<QToolButton>(*m_window, u"Close a.json"_s)->click(); // not the one in front
    QCOMPARE(&shown(), c.get());
    QCOMPARE(table().shownRows(), 3);
    QTRY_VERIFY_WITH_TIMEOUT(!a, guardMs);
    named<QToolButton>(*m_window, u"Close c.json"_s)->click();
    QCOMPARE(&shown(), b.get());
    QCOMPARE(table().shownRows(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(!c, guardMs);
    key(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(&shown(), &m_engine->session());
    QVERIFY(!m_window->sessions().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!b, guardMs);
}

/// Playhead, selection, zoom and filter.
void TestSessions::eachKeepsWhatItShows()
{
    Session *a = open(u"a.json"_s, 6);
    auto *filter = named<QLineEdit>(*m_window, u"Filter"_s);
    filter->setText(u"failed"_s);
    QCOMPARE(table().shownRows(), 3);
    a->playhead().showAt(a->recording().originNs() + 9 * RecordingWriter::stepNs);
    QCOMPARE(table().shownRows(), 1);
    a->select(a->playhead().board().row(1).id);
    strip().zoom(300, 4);
    const TimeScale zoomed = strip().scene().scale;
    QVERIFY(!zoomed.isFitted());

    Session *b = open(u"b.json"_s, 4);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(table().shownRows(), 4);
    QCOMPARE(table().selectedTasks(), QList<TaskId>());
    QVERIFY(strip().scene().scale.isFitted());
    QVERIFY(!strip().scene().cursorNs);
    QVERIFY(!m_window->findChild<MomentBar *>()->isVisible());
    b->select(b->playhead().board().row(2).id);
    QCOMPARE(table().selectedTasks(), QList {b->selectedTask()});

    m_window->sessions().show(*a);
    QCOMPARE(filter->text(), u"failed"_s);
    QCOMPARE(table().shownRows(), 1);
    QCOMPARE(table().selectedTasks(), QList {a->selectedTask()});
    QCOMPARE(strip().scene().selected, a->selectedTask());
    QCOMPARE(strip().scene().scale, zoomed);
    QCOMPARE(strip().scene().cursorNs, std::optional(a->playhead().timeNs()));
    QCOMPARE(m_window->findChild<MomentBar *>()->sentence(), u"Paused at 0.09 s"_s);
    m_window->sessions().show(*b);
    QCOMPARE(table().selectedTasks(), QList {b->selectedTask()});
    QCOMPARE(table().shownRows(), 4);
    key(Qt::Key_Left, Qt::AltModifier); // steps in the one shown
    QVERIFY(!b->playhead().isLive());
    QCOMPARE(a->playhead().timeNs(), a->recording().originNs() + 9 * RecordingWriter::stepNs);
    key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(b->playhead().isLive());
    QVERIFY(!a->playhead().isLive());
}

void TestSessions::eachKeepsItsOwnStall()
{
    Recording recording;
    const qint64 origin = recording.originNs();
    for (quint32 i = 1; i <= 3; ++i)
        recording.append(stall(TaskId {i}, origin + i * second, origin + i * second + second / 4));
    auto *a = new Session(u"a.json"_s, recording.snapshot());
    m_window->sessions().add(a, {});
    QTRY_COMPARE_WITH_TIMEOUT(a->unseenStalls(), 3, guardMs);
    key(Qt::Key_4, Qt::ControlModifier);
    auto *page = m_window->findChild<StallsPage *>();
    auto *list = page->findChild<QListView *>();
    QCOMPARE(page->stalls().rowCount(), 3);
    QCOMPARE(a->unseenStalls(), 0);
    list->setCurrentIndex(page->stalls().index(2));
    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(page->stalls().rowCount(), int(m_engine->loop().stallCount()));
    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(page->stalls().rowCount(), 3);
    QCOMPARE(list->currentIndex().row(), 2);
}

void TestSessions::thisProgramGoesOnMeanwhile()
{
    const auto address = m_engine->server().address(u"image/1?ms=200"_s).toString();
    m_window->workbench().setAddresses({address});
    m_window->workbench().run();
    Session *a = open(u"a.json"_s, 2);
    QVERIFY(a);
    const Board &ours = m_engine->session().playhead().board();
    QTRY_COMPARE_WITH_TIMEOUT(ours.count(TaskStatus::Succeeded), 1, guardMs);
    QCOMPARE(&shown(), a);
    QCOMPARE(table().shownRows(), 2);
    key(Qt::Key_Escape, Qt::ShiftModifier); // reaches what runs, from any tab
    QCOMPARE(&shown(), a);
    m_window->sessions().show(m_engine->session());
    QCOMPARE(table().shownRows(), 1);
}

void TestSessions::aStallUnseenPutsABadgeOnItsTab()
{
    m_engine->loop().setActive(false); // only what is written here
    m_engine->session().recording().clearLoop();
    QVERIFY(open(u"a.json"_s, 1));
    Session &ours = m_engine->session();
    QWidget *mark = tabs().tabButton(0, QTabBar::RightSide);
    QVERIFY(mark);
    const QImage before = mark->grab().toImage();
    const qint64 now = Recorder::now();
    ours.recording().append(stall(m_engine->recorder().nextId(), now - second, now));
    QCOMPARE(ours.unseenStalls(), 1);
    QVERIFY(mark->grab().toImage() != before);
    QCOMPARE(m_window->pages().button(m_window->findChild<StallsPage *>()).badge(), 0); // of a.json
    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(mark->grab().toImage(), before); // in front the rail tells
    QCOMPARE(m_window->pages().button(m_window->findChild<StallsPage *>()).badge(), 1);
    key(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(ours.unseenStalls(), 0);
}

void TestSessions::whatIsBuiltLaterShowsTheOneInFront()
{
    Session *a = open(u"a.json"_s, 3);
    key(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_window->timelinePage().isBuilt());
    QCOMPARE(&m_window->timelinePage().view().session(), a);
    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(&m_window->timelinePage().view().session(), &m_engine->session());
}

void TestSessions::whatFreezesIsThisProgram()
{
    QVERIFY(open(u"a.json"_s, 1));
    m_window->pulseBar().setBlockDuration(std::chrono::milliseconds(300));
    m_window->pulseBar().setBlocking(true);
    QCOMPARE(&shown(), &m_engine->session());
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().stallCount() > 0, guardMs);
}

void TestSessions::thePulseShowsTheMomentShown()
{
    Recording recording;
    const qint64 origin = recording.originNs();
    recording.append(stall(TaskId {1}, origin + 2 * second, origin + 4 * second));
    recording.append({{.timeNs = origin + 20 * second,
                       .value = 5'000'000,
                       .lane = {Lane::Kind::Gui},
                       .kind = EventKind::Lag}});
    auto *a = new Session(u"a.json"_s, recording.snapshot());
    m_window->sessions().add(a, {});
    QTRY_COMPARE_WITH_TIMEOUT(a->recording().size(), recording.size(), guardMs);
    PulseTrace &pulse = *m_window->pulseBar().trace();
    Figure &worst = *m_window->pulseBar().worst();
    QTRY_COMPARE_WITH_TIMEOUT(worst.value(), u"5.0 ms"_s, guardMs);
    QVERIFY2(!pulse.valueText().contains(u"frozen"_s), qPrintable(pulse.valueText()));
    a->playhead().showAt(origin + 6 * second);
    QCOMPARE(worst.value(), u"2.00 s"_s);
    QVERIFY2(pulse.valueText().contains(u"frozen 2.00 s"_s), qPrintable(pulse.valueText()));
    a->playhead().showAt(origin + 3 * second); // in the middle of it
    QVERIFY2(pulse.valueText().contains(u"frozen 1.00 s"_s), qPrintable(pulse.valueText()));
    QCOMPARE(worst.value(), u"1.00 s"_s);
    a->playhead().showAt(origin + second); // before it began
    QCOMPARE(worst.value(), u"< 1 ms"_s);
    QVERIFY2(!pulse.valueText().contains(u"frozen"_s), qPrintable(pulse.valueText()));
    m_window->sessions().closeCurrent();
    QTRY_VERIFY_WITH_TIMEOUT(worst.value() != u"< 1 ms"_s, guardMs); // it beats again
    // An earlier moment of this program, too; and what beats now does not move it.
    m_engine->session().playhead().showAt(m_engine->session().recording().originNs());
    QCOMPARE(worst.value(), u"< 1 ms"_s);
    const qint64 beats = m_engine->loop().sinceStart().count;
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().sinceStart().count > beats + 20, guardMs);
    QCOMPARE(worst.value(), u"< 1 ms"_s);
}

void TestSessions::nothingIsBegunWhileATraceIsInFront()
{
    auto &canvas = *m_window->findChild<MandelbrotCanvas *>();
    QVERIFY(canvas.isEnabled());
    open(u"a.json"_s, 1);
    QVERIFY(!canvas.isEnabled());
    // No dialog opens, which would not return; it is told why.
    m_window->workbench().openList();
    QVERIFY(m_window->workbench().findChild<NoticeBar *>()->isVisible());
    m_window->sessions().closeCurrent();
    QVERIFY(canvas.isEnabled());
}

void TestSessions::changingTabsLeavesNoSelectionBehind()
{
    open(u"a.json"_s, 1);
    open(u"b.json"_s, 1);
    const qsizetype before = m_window->findChildren<QItemSelectionModel *>().size();
    for (int i = 0; i < 3 * 5; ++i)
        key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(m_window->findChildren<QItemSelectionModel *>().size(), before);
}

QTEST_MAIN(TestSessions)
#include "tst_sessions.moc"
