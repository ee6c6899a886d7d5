// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/timelinefixture.h"

using namespace Qt::StringLiterals;

/// What mouse and keys do in a timeline.
class TestTimelineView : public TimelineFixture
{
    Q_OBJECT
private slots:
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
};

void TestTimelineView::everythingIsInViewAtFirst()
{
    QVERIFY(m_view->isFollowing());
    QCOMPARE(scene().scale.fromNs(), m_session->recording().originNs());
    QCOMPARE(scene().scale.toNs(), m_session->recording().originNs() + 10 * second);
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
    QCOMPARE(scene().selected, TaskId::None); // a drag is no click
}

void TestTimelineView::shiftDragMeasures()
{
    drag(at(15, 1), at(35, 1), Qt::ShiftModifier);
    QVERIFY(scene().measured);
    const qint64 length = scene().measured->second - scene().measured->first;
    QVERIFY(std::abs(length - 2 * second) < 2 * scene().scale.nsPerPixel());
    QVERIFY2(m_view->readout().contains(u"2.0"_s) && m_view->readout().contains(u" s"_s)
                 && m_view->readout().contains(u"2 "_s),
             qPrintable(m_view->readout()));
    QVERIFY(scene().scale.isFitted()); // nothing moved
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(15, 1));
    QVERIFY(!scene().measured);
}

void TestTimelineView::aClickSelects()
{
    QSignalSpy selected(m_session.get(), &Session::selected);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    QCOMPARE(scene().selected, TaskId {2});
    QCOMPARE(selected.size(), 1);
    QVERIFY(m_view->readout().contains(u"timed out"_s));
    QVERIFY(m_view->readout().startsWith(u"t2 · network 2"_s));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(80, 2)); // nothing there
    QCOMPARE(scene().selected, TaskId::None);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    QVERIFY(scene().scale.isFitted());
    QVERIFY(!m_view->isFollowing());
}

void TestTimelineView::theSelectionIsShared()
{
    m_session->select(TaskId {3});
    QCOMPARE(scene().selected, TaskId {3});
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
    // the time there
    QVERIFY2(m_view->readout().startsWith(u"9."_s), qPrintable(m_view->readout()));
    QCOMPARE(readout->geometry(), place);
}

void TestTimelineView::keysMoveTheView()
{
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    QVERIFY(!scene().scale.isFitted());
    key(Qt::Key_Home);
    QCOMPARE(scene().scale.fromNs(), m_session->recording().originNs());
    key(Qt::Key_Right);
    QVERIFY(scene().scale.fromNs() > m_session->recording().originNs());
    key(Qt::Key_Left);
    QCOMPARE(scene().scale.fromNs(), m_session->recording().originNs());
    key(Qt::Key_End);
    QCOMPARE(scene().scale.toNs(), m_session->recording().originNs() + 10 * second);
    key(Qt::Key_F);
    QVERIFY(scene().scale.isFitted());
    key(Qt::Key_Minus);
    QVERIFY(scene().scale.isFitted());
}

void TestTimelineView::keysMoveTheSelection()
{
    key(Qt::Key_Down); // from nothing to the first lane that has something
    QVERIFY(scene().selected != TaskId::None);
    QCOMPARE(m_session->playhead().projection().spans().rowOf(scene().current), 1);
    key(Qt::Key_BracketLeft);
    QCOMPARE(scene().selected, TaskId {1});
    key(Qt::Key_BracketLeft); // there is none before
    QCOMPARE(scene().selected, TaskId {1});
    key(Qt::Key_BracketRight);
    QCOMPARE(scene().selected, TaskId {3});
    key(Qt::Key_Down);
    QCOMPARE(scene().selected, TaskId {2});
    key(Qt::Key_Down);
    QCOMPARE(m_session->playhead().projection().spans().rowOf(scene().current), 3);
    key(Qt::Key_Down); // no lane below
    QCOMPARE(m_session->playhead().projection().spans().rowOf(scene().current), 3);
    key(Qt::Key_Up);
    QCOMPARE(m_session->playhead().projection().spans().rowOf(scene().current), 2);
}

void TestTimelineView::theRulerGoesBackInTime()
{
    const int y = scene().geometry.rulerRect().center().y();
    const QPoint from(at(25, 0).x(), y);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QVERIFY(!m_session->playhead().isLive());
    QCOMPARE(m_session->playhead().board().count(TaskStatus::Running), 2);
    QTest::mouseMove(m_view->viewport(), QPoint(at(55, 0).x(), y));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->playhead().board().count(TaskStatus::Succeeded), 1, 5'000);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(at(55, 0).x(), y));
    QVERIFY(scene().cursorNs);
    QVERIFY(std::abs(scene().xOf(*scene().cursorNs) - at(55, 0).x()) < 2);
    key(Qt::Key_L);
    QVERIFY(m_session->playhead().isLive());
    QVERIFY(!scene().cursorNs);
    QCOMPARE(m_session->playhead().board().unfinished(), 0);
}

void TestTimelineView::keysStepEventByEvent()
{
    key(Qt::Key_Comma);
    QVERIFY(!m_session->playhead().isLive());
    // of the tile
    QVERIFY2(m_view->readout().startsWith(u"finished"_s), qPrintable(m_view->readout()));
    key(Qt::Key_Comma);
    QVERIFY2(m_view->readout().startsWith(u"finished · t2"_s), qPrintable(m_view->readout()));
    QCOMPARE(m_session->playhead().board().count(TaskStatus::TimedOut), 1);
    key(Qt::Key_Comma);
    QVERIFY2(m_view->readout().startsWith(u"started"_s), qPrintable(m_view->readout()));
    key(Qt::Key_Period);
    QVERIFY(m_view->readout().contains(u"network 2 · 6.000 s"_s));
    QCOMPARE(*scene().cursorNs, m_session->recording().originNs() + 6 * second);
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
