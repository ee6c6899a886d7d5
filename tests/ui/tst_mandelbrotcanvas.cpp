// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "record/recorder.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/plug.h"
#include "ui/style/theme.h"
#include "ui/workbench/mandelbrotcanvas.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
}

/// The canvas shows exactly what the kernel computes, can be moved by wheel, mouse and keys, and
/// stops when it is told to.
class TestMandelbrotCanvas : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void itShowsThePixelsOfTheKernel();
    void wheelZoomsAtThePointer();
    void keysMoveAndZoom();
    void dragMoves();
    void cancelStopsIt();
    void cancelAllReachesItFromOutside();
    void aSecondPictureStopsTheFirst();
    void itHasANameAndTellsHowToUseIt();

private:
    void render();
    void wheel(int steps, QPointF at);
    Outcome::Kind outcome() const;

    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<ComputePool> m_pool;
    std::unique_ptr<MandelbrotCanvas> m_canvas;
    std::unique_ptr<QSignalSpy> m_changes;
};

void TestMandelbrotCanvas::init()
{
    m_recorder = std::make_unique<Recorder>();
    m_pool = std::make_unique<ComputePool>(*m_recorder, 2);
    m_canvas = std::make_unique<MandelbrotCanvas>(*m_pool);
    m_changes = std::make_unique<QSignalSpy>(m_canvas.get(), &MandelbrotCanvas::renderingChanged);
    m_canvas->resize(200, 150);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TestMandelbrotCanvas::cleanup()
{
    m_changes.reset();
    m_canvas.reset();
    m_pool.reset();
}

void TestMandelbrotCanvas::render()
{
    const qsizetype changes = m_changes->size();
    m_canvas->render();
    QTRY_COMPARE_WITH_TIMEOUT(m_changes->size(), changes + 2, guardMs); // it began and ended
    QTRY_COMPARE_WITH_TIMEOUT(m_canvas->progress(), 1.0, guardMs);
}

void TestMandelbrotCanvas::wheel(int steps, QPointF at)
{
    QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, {0, 120 * steps}, {}, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_canvas.get(), &event);
}

void TestMandelbrotCanvas::itShowsThePixelsOfTheKernel()
{
    QVERIFY(m_canvas->progress() < 0.01);
    render();
    const QImage shown = m_canvas->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const MandelbrotView &view = m_canvas->view();
    QCOMPARE(view.size, shown.size());
    const QRect inside = shown.rect().adjusted(8, 8, -8, -8); // within the round corners
    const MandelbrotTile bare = mandelbrotTileBare(view, inside);
    QCOMPARE(shown.copy(inside), bare.image);
    QVERIFY2(bare.image.pixel(inside.width() / 2, inside.height() / 2) != bare.image.pixel(0, 0),
             "a picture, not one colour");
}

void TestMandelbrotCanvas::wheelZoomsAtThePointer()
{
    render();
    const QPoint at(40, 30);
    const MandelbrotView before = m_canvas->view();
    wheel(2, at);
    QVERIFY(qFuzzyCompare(m_canvas->view().scale, before.scale / 2.25));
    const QPointF moved = m_canvas->view().pointAt(at) - before.pointAt(at);
    QVERIFY2(moved.manhattanLength() < 2 * before.scale, "what is below the pointer stays there");
    QTRY_VERIFY_WITH_TIMEOUT(m_changes->size() >= 4, guardMs); // it began anew, and ended
    QTRY_COMPARE_WITH_TIMEOUT(m_canvas->progress(), 1.0, guardMs);
    wheel(-40, at);
    QVERIFY2(m_canvas->view().scale <= before.scale * 2.01, "nobody gets lost outside");
    wheel(400, at);
    QVERIFY(m_canvas->view().scale >= 1e-15);
}

void TestMandelbrotCanvas::keysMoveAndZoom()
{
    render();
    const MandelbrotView home = m_canvas->view();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->view().centre.x() > home.centre.x());
    QTest::keyClick(m_canvas.get(), Qt::Key_Up);
    QVERIFY(m_canvas->view().centre.y() > home.centre.y());
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    QVERIFY((m_canvas->view().centre - home.centre).manhattanLength() < home.scale);
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QVERIFY(m_canvas->view().scale < home.scale);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
    QVERIFY(qFuzzyCompare(m_canvas->view().scale, home.scale));
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QCOMPARE(m_canvas->view().centre, home.centre);
    QCOMPARE(m_canvas->view().scale, home.scale);
}

void TestMandelbrotCanvas::dragMoves()
{
    render();
    const MandelbrotView before = m_canvas->view();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {50, 50});
    QTest::mouseMove(m_canvas.get(), {80, 40});
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {80, 40});
    const QPointF expected = before.centre + QPointF(-30, -10) * before.scale;
    QVERIFY((m_canvas->view().centre - expected).manhattanLength() < before.scale / 10);
}

/// How the last Picture task ended, of the events since the last call.
Outcome::Kind TestMandelbrotCanvas::outcome() const
{
    TaskId picture = TaskId::None;
    Outcome::Kind kind = Outcome::Kind::Abandoned;
    for (const TaskEvent &event : m_recorder->take()) {
        if (event.kind == EventKind::Queued && TaskType(event.code) == TaskType::Picture)
            picture = event.task;
        if (event.kind == EventKind::Finished && event.task == picture)
            kind = Outcome::Kind(event.code);
    }
    return kind;
}

void TestMandelbrotCanvas::cancelStopsIt()
{
    Plug plug; // nothing of the picture can be done before it is cancelled
    const auto first = m_pool->run(u"plug"_s, plug.kernel());
    const auto second = m_pool->run(u"plug"_s, plug.kernel());
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 2, guardMs);
    m_canvas->render();
    QVERIFY(m_canvas->isRendering());
    m_canvas->cancel();
    plug.release();
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->isRendering(), guardMs);
    QCOMPARE(outcome(), Outcome::Kind::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(m_changes->size(), 2, guardMs);
    QVERIFY(m_canvas->progress() < 1.0);
    render(); // and it can be rendered again
}

/// By the map that all tasks are in: the picture in the making, and the one that is to follow when
/// the hand rests.
void TestMandelbrotCanvas::cancelAllReachesItFromOutside()
{
    Plug plug;
    const auto first = m_pool->run(u"plug"_s, plug.kernel());
    const auto second = m_pool->run(u"plug"_s, plug.kernel());
    QTRY_COMPARE_WITH_TIMEOUT(plug.running(), 2, guardMs);
    m_canvas->render();
    QCOMPARE(m_recorder->cancellation().count(), 1);
    m_recorder->cancellation().cancelAll();
    plug.release();
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->isRendering(), guardMs);
    QCOMPARE(outcome(), Outcome::Kind::Cancelled);
    QCOMPARE(m_recorder->cancellation().count(), 0);
    render();
    const qsizetype changes = m_changes->size();
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QCOMPARE(m_recorder->cancellation().count(), 1); // it waits for the hand to rest
    m_recorder->cancellation().cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(m_recorder->cancellation().count(), 0, guardMs);
    QCOMPARE(m_changes->size(), changes);
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QTRY_COMPARE_WITH_TIMEOUT(m_changes->size(), changes + 2, guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_canvas->progress(), 1.0, guardMs);
}

void TestMandelbrotCanvas::aSecondPictureStopsTheFirst()
{
    m_canvas->render();
    m_canvas->render();
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->isRendering(), guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_canvas->progress(), 1.0, guardMs);
    QCOMPARE(outcome(), Outcome::Kind::Succeeded);
}

void TestMandelbrotCanvas::itHasANameAndTellsHowToUseIt()
{
    QCOMPARE(accessibleName(*m_canvas), u"Mandelbrot picture"_s);
    QVERIFY(m_canvas->focusPolicy() & Qt::TabFocus);
    QVERIFY(m_canvas->accessibleDescription().contains(u"arrow keys"_s));
}

QTEST_MAIN(TestMandelbrotCanvas)
#include "tst_mandelbrotcanvas.moc"
