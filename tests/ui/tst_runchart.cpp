// SPDX-License-Identifier: MIT
#include "session/projection.h"
#include "shared/namedmain.h"
#include "ui/lab/runchart.h"
#include "ui/lab/runchartpainter.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ms = 1'000'000;
constexpr TaskId root {1};

/// \p count tasks, one after another, each of ten milliseconds; the last ends with \p end.
VariantRun runOf(quint32 count, Outcome::Kind end = Outcome::Kind::Succeeded)
{
    Projection projection;
    const auto tell = [&projection](quint32 task, EventKind kind, qint64 timeNs, quint8 code = 0) {
        const bool isChild = kind == EventKind::Queued && task != toIndex(root);
        projection.apply({.timeNs = timeNs,
                          .text = isChild ? u"http://127.0.0.1:80/page/%1"_s.arg(task) : QString(),
                          .task = TaskId {task},
                          .parent = isChild ? root : TaskId::None,
                          .lane = {Lane::Kind::Network, 1},
                          .kind = kind,
                          .code = code});
    };
    tell(toIndex(root), EventKind::Queued, 0, quint8(TaskType::Run));
    for (quint32 i = 0; i < count; ++i) {
        const qint64 beginNs = qint64(i) * 10 * ms;
        tell(i + 2, EventKind::Queued, beginNs);
        tell(i + 2, EventKind::Started, beginNs);
        tell(i + 2, EventKind::Finished, beginNs + 10 * ms,
             quint8(i + 1 == count ? end : Outcome::Kind::Succeeded));
    }
    VariantRun run {.variant = "pitfall"_L1, .trace = RunTrace(projection, root)};
    run.result = VariantResult {.variant = "pitfall"_L1,
                                .outcome = Outcome::succeeded(),
                                .task = root,
                                .beginNs = 0,
                                .endNs = qint64(count) * 10 * ms};
    return run;
}

QImage picture(const VariantRun &run, qint64 lengthNs)
{
    RunChart chart;
    chart.resize(420, 160);
    chart.setRun(run, nullptr, lengthNs);
    return chart.grab().toImage();
}

int pixels(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb();
    }
    return count;
}

} // namespace

/// The small timeline of a variant.
class TestRunChart : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }

    void aLongerClockMakesShorterBars();
    void twoHundredRowsAreAPicture();
    void aBadEndIsSeen_data();
    void aBadEndIsSeen();
    void aStallIsABlockInThePulse();
    void theThresholdMovesTheMark_data();
    void theThresholdMovesTheMark();
    void whatItShowsIsSaid();
    void aTaskIsNamedUnderThePointer();
};

void TestRunChart::aLongerClockMakesShorterBars()
{
    const auto short_ = RunChartGeometry::of({400, 150}, 16, 4, 1'000, 100 * ms);
    const auto long_ = RunChartGeometry::of({400, 150}, 16, 4, 1'000, 200 * ms);
    const QRectF bar = short_.bar(1, 1'000, 1'000 + 50 * ms);
    QCOMPARE(bar.left(), 0.0);
    QCOMPARE(bar.width(), 200.0);
    QCOMPARE(long_.bar(1, 1'000, 1'000 + 50 * ms).width(), 100.0);
    QCOMPARE(short_.rowAt(int(bar.center().y()), 4), 1);
    QCOMPARE(short_.rowAt(short_.pulse.top(), 4), -1);
    QVERIFY(short_.bar(0, -500, 1'000).left() >= 0); // before the clock began
}

void TestRunChart::twoHundredRowsAreAPicture()
{
    const auto geometry = RunChartGeometry::of({400, 150}, 16, 200, 0, 2'000 * ms);
    for (qsizetype row = 0; row < 200; ++row) {
        const QRectF bar = geometry.bar(row, 0, 10 * ms);
        QVERIFY(bar.top() >= geometry.rows.top() && bar.bottom() <= geometry.rows.bottom() + 1.01);
        QVERIFY(bar.height() > 0);
    }
    const QImage image = picture(runOf(200), 2'000 * ms);
    const QColor ground = image.pixelColor(image.width() - 1, 0);
    for (int x = 5; x < image.width() - 5; x += 10) { // a slope without gaps, whose rows go down
        bool isDrawn = false;
        for (int y = 0; y < image.height() - RunChartGeometry::pulseHeight - 24; ++y)
            isDrawn = isDrawn || image.pixelColor(x, y) != ground;
        QVERIFY2(isDrawn, qPrintable(QString::number(x)));
    }
}

void TestRunChart::aBadEndIsSeen_data()
{
    QTest::addColumn<Outcome::Kind>("end");
    QTest::addColumn<quint32>("count");
    for (const quint32 count : {3U, 60U}) {
        const QByteArray rows = QByteArray::number(count);
        QTest::newRow("failed of " + rows) << Outcome::Kind::Failed << count;
        QTest::newRow("timed out of " + rows) << Outcome::Kind::TimedOut << count;
        QTest::newRow("cancelled of " + rows) << Outcome::Kind::Cancelled << count;
    }
}

void TestRunChart::aBadEndIsSeen()
{
    QFETCH(Outcome::Kind, end);
    QFETCH(quint32, count);
    const qint64 lengthNs = qint64(count) * 10 * ms;
    const QColor colour = Theme::current().status(statusOf(end));
    QCOMPARE(pixels(picture(runOf(count), lengthNs), colour), 0);
    QVERIFY(pixels(picture(runOf(count, end), lengthNs), colour) > 4);
}

void TestRunChart::aStallIsABlockInThePulse()
{
    VariantRun run = runOf(20);
    run.result->pulse = {{.timeNs = 20 * ms, .lagNs = ms}, {.timeNs = 180 * ms, .lagNs = 150 * ms}};
    const Theme &theme = Theme::current();
    const QImage image = picture(run, 200 * ms);
    QVERIFY(pixels(image, theme.stall) > 150 * 420 / 200 * 15); // most of its width and height
    run.result->pulse.last().lagNs = 50 * ms; // late, but none
    QCOMPARE(pixels(picture(run, 200 * ms), theme.stall), 0);
    QVERIFY(pixels(picture(run, 200 * ms), theme.beat) > 0);
}

void TestRunChart::theThresholdMovesTheMark_data()
{
    QTest::addColumn<int>("thresholdMs");
    QTest::addColumn<int>("lagMs");
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("below 50 ms") << 50 << 49 << false;
    QTest::newRow("from 50 ms on") << 50 << 50 << true;
    QTest::newRow("below 500 ms") << 500 << 499 << false;
    QTest::newRow("from 500 ms on") << 500 << 500 << true;
}

void TestRunChart::theThresholdMovesTheMark()
{
    QFETCH(int, thresholdMs);
    QFETCH(int, lagMs);
    QFETCH(bool, isMarked);
    VariantRun run = runOf(60);
    run.result->pulse = {{.timeNs = 550 * ms, .lagNs = lagMs * ms}};
    RunChart chart;
    chart.resize(420, 160);
    chart.setThreshold(std::chrono::milliseconds(thresholdMs));
    chart.setRun(run, nullptr, 600 * ms);
    QCOMPARE(pixels(chart.grab().toImage(), Theme::current().stall) > 0, isMarked);
}

void TestRunChart::whatItShowsIsSaid()
{
    RunChart chart;
    chart.clear(u"Not run yet"_s);
    const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&chart);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Value), u"Not run yet"_s);
    chart.setRun(runOf(12, Outcome::Kind::Failed), nullptr, 120 * ms);
    const QString text = access->text(QAccessible::Value);
    QVERIFY2(text.contains(u"11 succeeded, 1 failed"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"0.12 s"_s), qPrintable(text));
}

void TestRunChart::aTaskIsNamedUnderThePointer()
{
    RunChart chart;
    chart.resize(420, 160);
    chart.setRun(runOf(3, Outcome::Kind::TimedOut), nullptr, 30 * ms);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QPoint place(200, int(RunChartGeometry::highestPitch * 2.3));
    QHelpEvent event(QEvent::ToolTip, place, chart.mapToGlobal(place));
    QApplication::sendEvent(&chart, &event);
    QCOMPARE(QToolTip::text(), u"page/4: timed out, from 20 ms for 10 ms"_s);
}

QTEST_MAIN(TestRunChart)
#include "tst_runchart.moc"
