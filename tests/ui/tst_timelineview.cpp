// SPDX-License-Identifier: MIT
#include "record/outcome.h"
#include "record/recorder.h"
#include "record/recording.h"
#include "shared/named.h"
#include "ui/theme/theme.h"
#include "ui/views/timelinepane.h"
#include "ui/views/timelineview.h"
#include "views/moment.h"
#include "views/spanindex.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000'000'000;

/// Counts how often a widget is painted.
class Paints final : public QObject
{
public:
    explicit Paints(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
    int count = 0;
};

} // namespace

/// Mouse, keys, selection and words of the timeline, on a recording written by hand: ten seconds,
/// two network slots and a pool thread.
class TestTimelineView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void everythingIsInViewAtFirst();
    void theWheelZoomsAtThePointer();
    void aDragPans();
    void shiftDragMeasures();
    void aClickSelects();
    void theSelectionIsShared();
    void hoverTellsAndMovesNothing();
    void keysMoveTheView();
    void keysMoveTheSelection();
    void theRulerGoesBackInTime();
    void keysStepEventByEvent();
    void aScreenReaderHearsIt();
    void standsStillWhenNothingHappens();
    void shortTurnsDrawNothing();
    void manyLanesScrollOrSqueeze();
    void aNewRecordingForgetsTheOld();
    void stallsGoAcrossAllLanes();
    void foldingKeepsTheHead();

private:
    void add(quint32 task, EventKind kind, qint64 tenths, Lane lane = {}, quint8 code = 0);
    void tellTale();
    const TimelineScene &scene() const { return m_view->scene(); }
    QPoint at(qint64 tenths, int row) const
    {
        return {int(scene().xOf(m_recording->originNs() + tenths * second / 10)),
                scene().geometry.laneRect(row).center().y()};
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {});
    void roll(QPoint position, int notches, Qt::KeyboardModifiers keys = {});
    void hover(QPoint position)
    {
        QMouseEvent event(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position),
                          Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(m_view->viewport(), &event);
    }
    void key(int key) { QTest::keyClick(m_view, Qt::Key(key)); }

    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Moment> m_moment;
    std::unique_ptr<SpanIndex> m_index;
    std::unique_ptr<TimelinePane> m_pane;
    TimelineView *m_view = nullptr;
    std::vector<TaskEvent> m_batch;
};

void TestTimelineView::add(quint32 task, EventKind kind, qint64 tenths, Lane lane, quint8 code)
{
    m_batch.push_back({.timeNs = m_recording->originNs() + tenths * second / 10,
                       .text = kind == EventKind::Queued ? u"http://h/t%1"_s.arg(task) : QString(),
                       .task = TaskId {task}, .lane = lane, .kind = kind, .code = code});
}

void TestTimelineView::tellTale()
{
    const Lane one {Lane::Kind::Network, 1};
    const Lane two {Lane::Kind::Network, 2};
    const Lane pool {Lane::Kind::Pool, 1};
    for (quint32 task = 1; task <= 3; ++task)
        add(task, EventKind::Queued, 1);
    m_batch.push_back({.timeNs = m_recording->originNs() + second / 10, .text = u"tile"_s,
                       .task = TaskId {4}, .parent = TaskId {1}, .kind = EventKind::Queued,
                       .code = quint8(TaskType::Tile)});
    add(1, EventKind::Started, 10, one);
    add(2, EventKind::Started, 20, two);
    add(1, EventKind::Suspended, 30, one);
    add(1, EventKind::Resumed, 32, pool);
    add(3, EventKind::Started, 40, one);
    add(1, EventKind::Finished, 50, pool);
    add(4, EventKind::Started, 55, pool);
    add(2, EventKind::Finished, 60, two, quint8(Outcome::Kind::TimedOut));
    add(4, EventKind::Finished, 65, pool);
    add(3, EventKind::Finished, 100, one, quint8(Outcome::Kind::Failed));
    m_recording->append(std::exchange(m_batch, {}));
}

void TestTimelineView::init()
{
    m_recording = std::make_unique<Recording>();
    m_moment = std::make_unique<Moment>(*m_recording);
    m_index = std::make_unique<SpanIndex>(*m_recording);
    m_pane = std::make_unique<TimelinePane>(*m_index, *m_moment, TimelinePane::Kind::Page);
    m_view = &m_pane->view();
    m_view->setBaseAddress(u"http://h/"_s);
    m_pane->resize(900, 260);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    tellTale();
    m_view->setFocus();
}

void TestTimelineView::cleanup()
{
    m_pane.reset();
    m_index.reset();
    m_moment.reset();
    m_recording.reset();
}

void TestTimelineView::drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, keys, from);
    QTest::mouseMove(m_view->viewport(), (from + to) / 2);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, keys, to);
}

void TestTimelineView::roll(QPoint position, int notches, Qt::KeyboardModifiers keys)
{
    QWheelEvent event(position, m_view->viewport()->mapToGlobal(position), {}, {0, notches * 120},
                      Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view->viewport(), &event);
}

void TestTimelineView::everythingIsInViewAtFirst()
{
    QVERIFY(m_view->isFollowing());
    QCOMPARE(scene().scale.fromNs(), m_recording->originNs());
    QCOMPARE(scene().scale.toNs(), m_recording->originNs() + 10 * second);
    QCOMPARE(scene().geometry.lanes, 4);
    QCOMPARE(scene().geometry.rowAt(at(0, 3).y()), 3);
    QCOMPARE(scene().geometry.rowAt(-5), -1);
}

void TestTimelineView::theWheelZoomsAtThePointer()
{
    const QPoint place = at(40, 1);
    const qint64 held = scene().nsAt(place.x());
    roll(place, 6);
    QVERIFY(!m_view->isFollowing());
    QVERIFY(scene().scale.toNs() - scene().scale.fromNs() < 4 * second);
    QVERIFY(std::abs(scene().nsAt(place.x()) - held) < 2 * scene().scale.nsPerPixel());
    roll(place, -40);
    QVERIFY(scene().scale.isFitted());
}

void TestTimelineView::aDragPans()
{
    roll(at(50, 1), 10);
    const QPoint from = scene().geometry.plot().center();
    const qint64 held = scene().nsAt(from.x());
    drag(from, from + QPoint(-150, 0));
    QVERIFY(std::abs(scene().nsAt(from.x() - 150) - held) < 2 * scene().scale.nsPerPixel());
    QCOMPARE(m_view->selectedTask(), TaskId::None); // a drag is no click
}

void TestTimelineView::shiftDragMeasures()
{
    drag(at(15, 1), at(35, 1), Qt::ShiftModifier);
    QVERIFY(scene().measured);
    const qint64 length = scene().measured->second - scene().measured->first;
    QVERIFY(std::abs(length - 2 * second) < 2 * scene().scale.nsPerPixel());
    QVERIFY2(m_view->readout().contains(u"2.0"_s) && m_view->readout().contains(u" s"_s)
                 && m_view->readout().contains(u"2 "_s), qPrintable(m_view->readout()));
    QVERIFY(scene().scale.isFitted()); // nothing moved
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(15, 1));
    QVERIFY(!scene().measured);
}

void TestTimelineView::aClickSelects()
{
    QSignalSpy selected(m_view, &TimelineView::taskSelected);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    QCOMPARE(m_view->selectedTask(), TaskId {2});
    QCOMPARE(selected.size(), 1);
    QVERIFY(m_view->readout().contains(u"timed out"_s));
    QVERIFY(m_view->readout().startsWith(u"t2 · network 2"_s));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(80, 2)); // nothing there
    QCOMPARE(m_view->selectedTask(), TaskId::None);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    QVERIFY(scene().scale.isFitted());
    QVERIFY(!m_view->isFollowing());
}

void TestTimelineView::theSelectionIsShared()
{
    QSignalSpy selected(m_view, &TimelineView::taskSelected);
    m_view->selectTask(TaskId {3});
    QCOMPARE(m_view->selectedTask(), TaskId {3});
    QCOMPARE(selected.size(), 0); // who told need not be told
    QSignalSpy inspect(m_view, &TimelineView::inspectRequested);
    key(Qt::Key_Return);
    QCOMPARE(inspect.size(), 1);
    QCOMPARE(inspect[0][0].value<TaskId>(), TaskId {3});
}

void TestTimelineView::hoverTellsAndMovesNothing()
{
    auto *readout = named<QLabel>(*m_pane, u"Readout"_s);
    QVERIFY(readout);
    const QRect place = readout->geometry();
    hover(at(20, 1));
    QVERIFY(readout->text().contains(u"t1"_s));
    QVERIFY(m_view->readout().contains(u"network 1"_s));
    hover(at(95, 2));
    QVERIFY(!m_view->readout().contains(u"t1"_s));
    QVERIFY2(m_view->readout().startsWith(u"9."_s), qPrintable(m_view->readout())); // the time there
    QCOMPARE(readout->geometry(), place);
}

void TestTimelineView::keysMoveTheView()
{
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    QVERIFY(!scene().scale.isFitted());
    key(Qt::Key_Home);
    QCOMPARE(scene().scale.fromNs(), m_recording->originNs());
    key(Qt::Key_Right);
    QVERIFY(scene().scale.fromNs() > m_recording->originNs());
    key(Qt::Key_Left);
    QCOMPARE(scene().scale.fromNs(), m_recording->originNs());
    key(Qt::Key_End);
    QCOMPARE(scene().scale.toNs(), m_recording->originNs() + 10 * second);
    key(Qt::Key_F);
    QVERIFY(scene().scale.isFitted());
    key(Qt::Key_Minus);
    QVERIFY(scene().scale.isFitted());
}

void TestTimelineView::keysMoveTheSelection()
{
    key(Qt::Key_Down); // from nothing to the first lane that has something
    QVERIFY(m_view->selectedTask() != TaskId::None);
    QCOMPARE(m_index->rowOf(scene().current), 1);
    key(Qt::Key_BracketLeft);
    QCOMPARE(m_view->selectedTask(), TaskId {1});
    key(Qt::Key_BracketLeft); // there is none before
    QCOMPARE(m_view->selectedTask(), TaskId {1});
    key(Qt::Key_BracketRight);
    QCOMPARE(m_view->selectedTask(), TaskId {3});
    key(Qt::Key_Down);
    QCOMPARE(m_view->selectedTask(), TaskId {2});
    key(Qt::Key_Down);
    QCOMPARE(m_index->rowOf(scene().current), 3);
    key(Qt::Key_Down); // no lane below
    QCOMPARE(m_index->rowOf(scene().current), 3);
    key(Qt::Key_Up);
    QCOMPARE(m_index->rowOf(scene().current), 2);
}

void TestTimelineView::theRulerGoesBackInTime()
{
    const int y = scene().geometry.rulerRect().center().y();
    const QPoint from(at(25, 0).x(), y);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QVERIFY(!m_moment->isLive());
    QCOMPARE(m_moment->board().count(TaskStatus::Running), 2);
    QTest::mouseMove(m_view->viewport(), QPoint(at(55, 0).x(), y));
    QTRY_COMPARE_WITH_TIMEOUT(m_moment->board().count(TaskStatus::Succeeded), 1, 5'000);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(at(55, 0).x(), y));
    QVERIFY(scene().cursorNs);
    QVERIFY(std::abs(scene().xOf(*scene().cursorNs) - at(55, 0).x()) < 2);
    key(Qt::Key_L);
    QVERIFY(m_moment->isLive());
    QVERIFY(!scene().cursorNs);
    QCOMPARE(m_moment->board().unfinished(), 0);
}

void TestTimelineView::keysStepEventByEvent()
{
    key(Qt::Key_Comma);
    QVERIFY(!m_moment->isLive());
    QVERIFY2(m_view->readout().startsWith(u"finished"_s), qPrintable(m_view->readout())); // of the tile
    key(Qt::Key_Comma);
    QVERIFY2(m_view->readout().startsWith(u"finished · t2"_s), qPrintable(m_view->readout()));
    QCOMPARE(m_moment->board().count(TaskStatus::TimedOut), 1);
    key(Qt::Key_Comma);
    QVERIFY2(m_view->readout().startsWith(u"started"_s), qPrintable(m_view->readout()));
    key(Qt::Key_Period);
    QVERIFY(m_view->readout().contains(u"network 2 · 6.000 s"_s));
    QCOMPARE(*scene().cursorNs, m_recording->originNs() + 6 * second);
}

void TestTimelineView::aScreenReaderHearsIt()
{
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Name), u"Timeline"_s);
    QVERIFY(access->text(QAccessible::Value).contains(u"lanes: 4"_s));
    QVERIFY(access->text(QAccessible::Value).contains(u"10.0"_s));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    QVERIFY(access->text(QAccessible::Value).contains(u"selected: t2"_s));
    m_moment->showAt(m_recording->originNs() + 3 * second);
    QVERIFY(access->text(QAccessible::Description).contains(u"paused at 3.0"_s));
}

void TestTimelineView::standsStillWhenNothingHappens()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_view->viewport()->isVisible(), 5'000);
    QCoreApplication::processEvents();
    QTest::qWait(50); // what is still on its way to the screen
    Paints paints(m_view->viewport());
    const qint64 shown = scene().scale.toNs();
    QTest::qWait(300);
    QCOMPARE(paints.count, 0);
    QCOMPARE(scene().scale.toNs(), shown);
    // A task that runs moves it, and its end stops it.
    const auto event = [this](EventKind kind) {
        m_recording->append({{.timeNs = Recorder::now(), .task = TaskId {9},
                              .lane = {Lane::Kind::Network, 1}, .kind = kind}});
    };
    event(EventKind::Queued);
    event(EventKind::Started);
    QTRY_VERIFY_WITH_TIMEOUT(paints.count >= 3, 5'000);
    event(EventKind::Finished);
    QTest::qWait(100);
    paints.count = 0;
    QTest::qWait(300);
    QCOMPARE(paints.count, 0);
}

void TestTimelineView::shortTurnsDrawNothing()
{
    QTest::qWait(50);
    Paints paints(m_view->viewport());
    for (int i = 0; i < 20; ++i) { // each paint would be such a turn, and so on for ever
        m_recording->append({{.timeNs = m_recording->originNs() + 11 * second + i, .value = 5'000'000,
                              .lane = {Lane::Kind::Gui}, .kind = EventKind::Turn}});
        QTest::qWait(5);
    }
    QCOMPARE(paints.count, 0);
}

void TestTimelineView::manyLanesScrollOrSqueeze()
{
    for (quint16 slot = 3; slot <= 40; ++slot) {
        add(slot + 100u, EventKind::Queued, 100);
        add(slot + 100u, EventKind::Started, 100, {Lane::Kind::Network, slot});
        add(slot + 100u, EventKind::Finished, 101);
    }
    m_recording->append(std::exchange(m_batch, {}));
    QCOMPARE(scene().geometry.lanes, 42);
    QCOMPARE(scene().geometry.lane, TimelineGeometry::fullLane);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 300);
    roll({10, 50}, -4); // over the names it scrolls
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    QCOMPARE(scene().geometry.scroll, m_view->verticalScrollBar()->value());
    m_view->setCompact(true);
    QVERIFY(scene().geometry.lane < 10);
}

void TestTimelineView::aNewRecordingForgetsTheOld()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    drag(at(15, 1), at(35, 1), Qt::ShiftModifier);
    roll(at(50, 1), 3);
    hover(at(50, 1));
    QVERIFY(scene().hovered.isValid());
    m_recording->clear();
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->selectedTask(), TaskId::None);
    QVERIFY(!scene().measured && !scene().hovered.isValid() && !scene().current.isValid());
    QVERIFY(!m_view->viewport()->grab().isNull()); // and is painted without it
    tellTale();
    QCOMPARE(scene().geometry.lanes, 4);
}

void TestTimelineView::stallsGoAcrossAllLanes()
{
    const QPoint below = at(75, 3);
    const QRgb before = m_view->viewport()->grab().toImage().pixel(below);
    const auto note = [this](NoteCode code, qint64 value) {
        m_batch.push_back({.timeNs = m_recording->originNs() + 9 * second, .value = value,
                           .task = TaskId {50}, .kind = EventKind::Note, .code = quint8(code)});
    };
    add(50, EventKind::Queued, 90, {}, quint8(TaskType::Stall));
    add(50, EventKind::Started, 90, {Lane::Kind::Gui});
    note(NoteCode::Began, m_recording->originNs() + 7 * second);
    note(NoteCode::Hang, 2 * second);
    add(50, EventKind::Finished, 90, {Lane::Kind::Gui});
    m_recording->append(std::exchange(m_batch, {}));
    const QImage image = m_view->viewport()->grab().toImage();
    QVERIFY(image.pixel(below) != before);
    QCOMPARE(QColor(image.pixel(at(72, 0))), Theme::current().stall);
    hover(below);
    QVERIFY(m_view->readout().contains(u"frozen for 2.00 s"_s));
}

void TestTimelineView::foldingKeepsTheHead()
{
    TimelinePane strip(*m_index, *m_moment, TimelinePane::Kind::Strip);
    strip.resize(600, 200);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    auto *fold = named<QToolButton>(strip, u"Fold"_s);
    QVERIFY(fold);
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(strip.isFolded());
    QVERIFY(!strip.view().isVisible());
    QVERIFY(strip.maximumHeight() < 60);
    QCOMPARE(accessibleName(*fold), u"Unfold"_s);
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(strip.view().isVisible());
    QVERIFY(strip.maximumHeight() > 1'000);
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
