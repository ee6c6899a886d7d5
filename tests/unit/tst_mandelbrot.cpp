// SPDX-License-Identifier: MIT
#include "compute/computepool.h"
#include "compute/kernels/mandelbrotpalette.h"
#include "compute/kernels/mandelbrotrun.h"
#include "record/recorder.h"
#include "session/board.h"
#include "shared/namedmain.h"
#include "shared/scriptedcontext.h"
#include "shared/stories.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 60'000;

MandelbrotView pixelAt(QPointF point)
{
    return {.centre = point, .scale = 1e-6, .size = {1, 1}};
}

quint32 colourAt(QPointF point)
{
    return mandelbrotTileBare(pixelAt(point), {0, 0, 1, 1}).image.pixel(0, 0);
}

/// A picture whose every pixel runs to the limit: only a stop ends it in time. Far inside a
/// bulb of period three, which no shortcut knows.
MandelbrotView endlessView()
{
    return {.centre = {-0.1225, 0.7449},
            .scale = 1e-5,
            .size = {256, 256},
            .maxIterations = 2'000'000'000};
}

} // namespace

/// The picture: whole, exact, in tiles, and gone when it is told to.
class TestMandelbrot : public QObject
{
    Q_OBJECT
private slots:
    void tilesCoverThePictureOnce_data();
    void tilesCoverThePictureOnce();
    void knowsInsideFromOutside();
    void coloursRunFromDeepToLight();
    void theKernelGivesTheBarePixels();
    void stopsBetweenRowsAndWithinAPixel();
    void aRunGivesTheWholePicture();
    void aStoppedRunEndsOnce();
    void anEmptyPictureSucceeds();
    void aDyingPoolCancelsThePicture();
};

void TestMandelbrot::tilesCoverThePictureOnce_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("tile");
    QTest::newRow("even") << QSize(256, 128) << 64;
    QTest::newRow("odd") << QSize(201, 133) << 64;
    QTest::newRow("smaller than a tile") << QSize(10, 7) << 64;
    QTest::newRow("single pixels") << QSize(9, 5) << 1;
    QTest::newRow("no sense") << QSize(20, 20) << 0;
    QTest::newRow("nothing") << QSize(0, 0) << 64;
}

void TestMandelbrot::tilesCoverThePictureOnce()
{
    QFETCH(QSize, size);
    QFETCH(int, tile);
    const auto tiles = mandelbrotTiles({.size = size, .tile = tile});
    std::vector<int> covered(size_t(size.width() * size.height()), 0);
    for (const QRect &rect : tiles) {
        QVERIFY(QRect(QPoint(), size).contains(rect));
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x)
                ++covered[size_t(y * size.width() + x)];
        }
    }
    QCOMPARE(std::ranges::count(covered, 1), std::ptrdiff_t(covered.size()));
    if (!tiles.isEmpty()) // the eye's first
        QVERIFY(tiles.first().adjusted(-1, -1, 1, 1).contains(QRect(QPoint(), size).center()));
}

void TestMandelbrot::knowsInsideFromOutside()
{
    for (const QPointF inside : {QPointF(0, 0), QPointF(-1, 0), QPointF(-0.1225, 0.7449),
                                 QPointF(-1.7549, 0), QPointF(0.2, 0.1)})
        QCOMPARE(colourAt(inside), mandelbrotInside);
    for (const QPointF outside :
         {QPointF(1, 0), QPointF(-2.1, 0), QPointF(0.3, 0.7), QPointF(0.26, 0), QPointF(0, 1.1)})
        QVERIFY(colourAt(outside) != mandelbrotInside);
}

void TestMandelbrot::coloursRunFromDeepToLight()
{
    const auto sum = [](quint32 rgb) { return qRed(rgb) + qGreen(rgb) + qBlue(rgb); };
    QCOMPARE(mandelbrotColour(0), 0xff061a36);
    QCOMPARE(mandelbrotColour(-5), mandelbrotColour(0));
    for (int i = 1; i <= 40; ++i)
        QVERIFY(sum(mandelbrotColour(i)) >= sum(mandelbrotColour(i - 1)));
    QVERIFY(sum(mandelbrotColour(44)) > 3 * 235);
    // Smooth: no step that an eye would see as a band.
    for (double t = 0; t < 5'000; t += 0.05) {
        const quint32 a = mandelbrotColour(t);
        const quint32 b = mandelbrotColour(t + 0.05);
        QVERIFY(qAbs(qRed(a) - qRed(b)) < 12 && qAbs(qGreen(a) - qGreen(b)) < 12
                && qAbs(qBlue(a) - qBlue(b)) < 12);
    }
}

void TestMandelbrot::theKernelGivesTheBarePixels()
{
    const MandelbrotView view {.centre = {-0.7436, 0.1318}, .scale = 1e-5, .size = {100, 80}};
    const QRect whole(0, 0, 100, 80);
    const QImage bare = mandelbrotTileBare(view, whole).image;
    ScriptedContext context;
    const auto tile = mandelbrotTileKernel(view, whole)(context);
    QCOMPARE(tile.value().image, bare);
    QCOMPARE(context.total(), 80);
    QCOMPARE(context.reports().size(), 80u);
    QVERIFY(std::ranges::is_sorted(context.reports()));
    // And a part has the pixels of that part.
    const QRect part(30, 20, 40, 30);
    QCOMPARE(mandelbrotTileBare(view, part).image, bare.copy(part));
}

void TestMandelbrot::stopsBetweenRowsAndWithinAPixel()
{
    MandelbrotView view = endlessView();
    view.maxIterations = 10'000;
    ScriptedContext third(3);
    QVERIFY(!mandelbrotTileKernel(view, {0, 0, 64, 64})(third));
    QCOMPARE(third.done(), 3); // no further row was completed
    QCOMPARE(third.reportsAfterStop(), 0);

    /// Asks to stop at the hundredth look, which is in the middle of the first pixel.
    class Impatient final : public KernelContext
    {
    public:
        bool stopRequested() const override { return ++m_looks >= 100; }
        void setTotal(qint64) override { }
        void progress(qint64) override { ++m_rows; }
        mutable int m_looks = 0;
        int m_rows = 0;
    } impatient;
    QVERIFY(!mandelbrotTileKernel(endlessView(), {0, 0, 64, 64})(impatient));
    QCOMPARE(impatient.m_looks, 100);
    QCOMPARE(impatient.m_rows, 0);
}

void TestMandelbrot::aRunGivesTheWholePicture()
{
    Recorder recorder;
    ComputePool pool(recorder, 3);
    const MandelbrotView view {.size = {200, 150}, .tile = 32};
    const MandelbrotRun run = runMandelbrot(pool, view);
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome.isFinished(), guardMs);
    QVERIFY(run.tiles.isFinished() && !run.tiles.isCanceled());
    QCOMPARE(run.outcome.result(), Outcome::succeeded());
    const qsizetype expected = mandelbrotTiles(view).size();
    QCOMPARE(run.tiles.resultCount(), expected);

    const QImage bare = mandelbrotTileBare(view, {0, 0, 200, 150}).image;
    QSet<QPoint> seen;
    for (const MandelbrotTile &tile : run.tiles.results()) {
        QCOMPARE(tile.image, bare.copy(tile.rect));
        seen.insert(tile.rect.topLeft());
    }
    QCOMPARE(seen.size(), expected);

    const auto events = recorder.take();
    QCOMPARE(events.back().task, run.picture); // it ends after its last tile
    const Stories told = stories(events);
    QCOMPARE(told.size(), expected + 1);
    Board board;
    for (const TaskEvent &event : events)
        board.apply(event);
    QCOMPARE(board.rowCount(), 1);
    QCOMPARE(board.row(0).type, TaskType::Picture);
    QCOMPARE(board.row(0).done, expected);
    QCOMPARE(board.row(0).total, expected);
    for (const auto &story : told) {
        QCOMPARE(ends(story), 1);
        if (story[0].task != run.picture) {
            QCOMPARE(TaskType(story[0].code), TaskType::Tile);
            QCOMPARE(story[0].parent, run.picture);
        }
    }
}

void TestMandelbrot::aStoppedRunEndsOnce()
{
    Recorder recorder;
    ComputePool pool(recorder, 2);
    const MandelbrotRun run = runMandelbrot(pool, endlessView());
    QTRY_COMPARE_WITH_TIMEOUT(pool.activeCount(), 2, guardMs);
    recorder.cancellation().cancel(run.picture);
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome.isFinished(), guardMs);
    QCOMPARE(run.outcome.result().kind, Outcome::Kind::Cancelled);
    QVERIFY(run.tiles.isFinished() && !run.tiles.isCanceled());
    QCOMPARE(run.tiles.resultCount(), 0);
    const auto events = recorder.take();
    QCOMPARE(events.back().task, run.picture);
    const Stories told = stories(events);
    QCOMPARE(told.size(), 3); // the tiles that were never begun are nobody's tasks
    for (const auto &story : told) {
        QVERIFY2(plot(story).endsWith(u"cancelling finished:cancelled"_s), qPrintable(plot(story)));
        QCOMPARE(ends(story), 1);
    }
}

void TestMandelbrot::anEmptyPictureSucceeds()
{
    Recorder recorder;
    ComputePool pool(recorder, 2);
    const MandelbrotRun run = runMandelbrot(pool, {.size = {0, 0}});
    QVERIFY(run.outcome.isFinished() && run.tiles.isFinished());
    QCOMPARE(run.outcome.result(), Outcome::succeeded());
    QCOMPARE(ends(stories(recorder.take()).value(run.picture)), 1);
}

void TestMandelbrot::aDyingPoolCancelsThePicture()
{
    Recorder recorder;
    MandelbrotRun run;
    {
        ComputePool pool(recorder, 1);
        run = runMandelbrot(pool, endlessView());
        QTRY_COMPARE_WITH_TIMEOUT(pool.activeCount(), 1, guardMs);
    }
    QVERIFY(run.outcome.isFinished());
    QCOMPARE(run.outcome.result().kind, Outcome::Kind::Cancelled);
    for (const auto &story : stories(recorder.take()))
        QCOMPARE(ends(story), 1);
}

QTEST_GUILESS_MAIN(TestMandelbrot)
#include "tst_mandelbrot.moc"
