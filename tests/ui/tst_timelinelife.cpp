// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/timelinefixture.h"

using namespace Qt::StringLiterals;

namespace {

/// Counts how often a widget is painted.
class Paints final : public QObject
{
public:
    explicit Paints(QWidget *widget)
        : QObject(widget)
    {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
    int count = 0;
};

} // namespace

/// What a timeline says, when it repaints, and how it takes new lanes, stalls and recordings.
class TestTimelineLife : public TimelineFixture
{
    Q_OBJECT
private slots:
    void aScreenReaderHearsIt();
    void standsStillWhenNothingHappens();
    void shortTurnsDrawNothing();
    void manyLanesScrollOrSqueeze();
    void aNewRecordingForgetsTheOld();
    void stallsGoAcrossAllLanes();
    void foldingKeepsTheHead();
};

void TestTimelineLife::aScreenReaderHearsIt()
{
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Name), u"Timeline"_s);
    QVERIFY(access->text(QAccessible::Value).contains(u"lanes: 4"_s));
    QVERIFY(access->text(QAccessible::Value).contains(u"10.0"_s));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    QVERIFY(access->text(QAccessible::Value).contains(u"selected: t2"_s));
    m_session->playhead().showAt(m_session->recording().originNs() + 3 * second);
    QVERIFY(access->text(QAccessible::Description).contains(u"paused at 3.0"_s));
}

void TestTimelineLife::standsStillWhenNothingHappens()
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
        m_session->recording().append({{.timeNs = Recorder::now(),
                                        .task = TaskId {9},
                                        .lane = {Lane::Kind::Network, 1},
                                        .kind = kind}});
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

void TestTimelineLife::shortTurnsDrawNothing()
{
    QTest::qWait(50);
    Paints paints(m_view->viewport());
    for (int i = 0; i < 20; ++i) { // each paint would be such a turn, and so on for ever
        m_session->recording().append(
            {{.timeNs = m_session->recording().originNs() + 11 * second + i,
              .value = 5'000'000,
              .lane = {Lane::Kind::Gui},
              .kind = EventKind::Turn}});
        QTest::qWait(5);
    }
    QCOMPARE(paints.count, 0);
}

void TestTimelineLife::manyLanesScrollOrSqueeze()
{
    for (quint16 slot = 3; slot <= 40; ++slot) {
        add(slot + 100u, EventKind::Queued, 100);
        add(slot + 100u, EventKind::Started, 100, {Lane::Kind::Network, slot});
        add(slot + 100u, EventKind::Finished, 101);
    }
    m_session->recording().append(std::exchange(m_batch, {}));
    QCOMPARE(scene().geometry.lanes, 42);
    QCOMPARE(scene().geometry.lane, TimelineGeometry::fullLane);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 300);
    roll({10, 50}, -4); // over the names it scrolls
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    QCOMPARE(scene().geometry.scroll, m_view->verticalScrollBar()->value());
    m_view->setCompact(true);
    QVERIFY(scene().geometry.lane < 10);
}

void TestTimelineLife::aNewRecordingForgetsTheOld()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(25, 2));
    drag(at(15, 1), at(35, 1), Qt::ShiftModifier);
    roll(at(50, 1), 3);
    hover(at(50, 1));
    QVERIFY(scene().hovered.isValid());
    m_session->recording().clear();
    QVERIFY(m_view->isFollowing());
    QCOMPARE(scene().selected, TaskId::None);
    QVERIFY(!scene().measured && !scene().hovered.isValid() && !scene().current.isValid());
    QVERIFY(!m_view->viewport()->grab().isNull()); // and is painted without it
    tellTale();
    QCOMPARE(scene().geometry.lanes, 4);
}

void TestTimelineLife::stallsGoAcrossAllLanes()
{
    const QPoint below = at(75, 3);
    const QRgb before = m_view->viewport()->grab().toImage().pixel(below);
    const auto tell = [this](EventKind kind, qint64 value) {
        m_batch.push_back({.timeNs = m_session->recording().originNs() + 9 * second,
                           .value = value,
                           .task = TaskId {50},
                           .lane = {Lane::Kind::Gui},
                           .kind = kind});
    };
    tell(EventKind::StallBegan, m_session->recording().originNs() + 7 * second);
    m_session->recording().append(std::exchange(m_batch, {}));
    hover(below);
    QVERIFY2(m_view->readout().contains(u"frozen for 3.00 s"_s), // so far: the last event is later
             qPrintable(m_view->readout()));
    tell(EventKind::StallEnded, 2 * second);
    m_session->recording().append(std::exchange(m_batch, {}));
    const QImage image = m_view->viewport()->grab().toImage();
    QVERIFY(image.pixel(below) != before);
    QCOMPARE(QColor(image.pixel(at(72, 0))), Theme::current().stall);
    hover(below);
    QVERIFY(m_view->readout().contains(u"frozen for 2.00 s"_s));
}

void TestTimelineLife::foldingKeepsTheHead()
{
    TimelinePane strip(*m_session, TimelinePane::Kind::Strip);
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

QTEST_MAIN(TestTimelineLife)
#include "tst_timelinelife.moc"
