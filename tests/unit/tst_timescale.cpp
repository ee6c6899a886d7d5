// SPDX-License-Identifier: MIT
#include "session/timescale.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000'000'000;
// an uptime of weeks: doubles must not lose the nanoseconds
constexpr qint64 origin = 4'000'000 * second;

TimeScale scale(qint64 length = 10 * second, int width = 1'000)
{
    TimeScale scale;
    scale.setWidth(width);
    scale.setRange(origin, origin + length);
    scale.fit();
    return scale;
}

} // namespace

/// The mapping of times to pixels, without a pixel.
class TestTimeScale : public QObject
{
    Q_OBJECT
private slots:
    void fitShowsAll();
    void zoomKeepsTheTimeUnderThePixel();
    void zoomHasEnds();
    void panStopsAtTheRange();
    void theEndIsFollowed();
    void showAndReveal();
    void ticksAreOneTwoFive();
    void labelsTellTicksApart();
};

void TestTimeScale::fitShowsAll()
{
    const TimeScale all = scale();
    QCOMPARE(all.fromNs(), origin);
    QCOMPARE(all.toNs(), origin + 10 * second);
    QCOMPARE(all.xOf(origin + 5 * second), 500.0);
    QCOMPARE(all.nsAt(250), origin + 2'500'000'000);
    QVERIFY(all.isFitted());
    QVERIFY(scale(0).toNs() > origin); // an empty recording is no division by zero
}

void TestTimeScale::zoomKeepsTheTimeUnderThePixel()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    TimeScale zoomed = scale(100 * second);
    zoomed.show(origin + 40 * second, origin + 41 * second);
    for (int i = 0; i < 500; ++i) {
        const double x = random.bounded(1'000);
        const TimeScale before = zoomed;
        zoomed.zoomAt(x, random.bounded(2) ? 1.3 : 1 / 1.3);
        const bool touchesAnEnd
            = zoomed.fromNs() == zoomed.beginNs() || zoomed.toNs() >= zoomed.endNs();
        if (touchesAnEnd) {
            zoomed = before;
            continue;
        }
        const double movedPixels
            = double(std::abs(zoomed.nsAt(x) - before.nsAt(x))) / zoomed.nsPerPixel();
        QVERIFY2(movedPixels < 0.02, qPrintable(QString::number(movedPixels)));
    }
}

void TestTimeScale::zoomHasEnds()
{
    TimeScale zoomed = scale();
    zoomed.zoomAt(10, 0.001);
    QCOMPARE(zoomed, scale());
    for (int i = 0; i < 200; ++i)
        zoomed.zoomAt(500, 2);
    QCOMPARE(zoomed.nsPerPixel(), TimeScale::minNsPerPixel);
    QVERIFY(std::abs(zoomed.xOf(origin + 5 * second) - 500) < 1);
    const double x = zoomed.xOf(origin + 5 * second + 1'000);
    // ten pixels for a microsecond
    QCOMPARE(std::round((x - zoomed.xOf(origin + 5 * second)) * 100), 1'000.0);
}

void TestTimeScale::panStopsAtTheRange()
{
    TimeScale moved = scale();
    moved.zoomAt(0, 10);
    QCOMPARE(moved.fromNs(), origin);
    moved.pan(50);
    QCOMPARE(moved.fromNs(), origin);
    moved.pan(-500);
    QCOMPARE(moved.fromNs(), origin + second / 2);
    moved.pan(-1e9);
    QCOMPARE(moved.toNs(), origin + 10 * second);
}

void TestTimeScale::theEndIsFollowed()
{
    TimeScale live = scale(second);
    live.showEnd(10 * second);
    QVERIFY(live.isFitted()); // a short recording fills the width
    for (int seconds = 2; seconds < 30; ++seconds) {
        live.setRange(origin, origin + seconds * second);
        live.showEnd(10 * second);
        QCOMPARE(live.toNs(), origin + seconds * second);
        QCOMPARE(live.fromNs(), origin + std::max(0, seconds - 10) * second);
    }
    // A range that grows moves nothing by itself.
    const qint64 from = live.fromNs();
    live.setRange(origin, origin + 60 * second);
    QCOMPARE(live.fromNs(), from);
    live.setWidth(500);
    QCOMPARE(live.fromNs(), from);
    QCOMPARE(live.nsPerPixel(), 1e7);
}

void TestTimeScale::showAndReveal()
{
    TimeScale shown = scale();
    shown.show(origin + 2 * second, origin + 3 * second);
    QCOMPARE(shown.fromNs(), origin + 2 * second);
    const TimeScale before = shown;
    shown.reveal(origin + 2'500'000'000);
    QCOMPARE(shown, before);
    for (const qint64 at : {origin, origin + second, origin + 7 * second, origin + 10 * second}) {
        shown.reveal(at);
        QVERIFY(shown.xOf(at) >= 0 && shown.xOf(at) <= 1'000);
        QVERIFY(std::abs(shown.nsPerPixel() - before.nsPerPixel()) < 1e-6);
    }
}

void TestTimeScale::ticksAreOneTwoFive()
{
    TimeScale zoomed = scale(100 * second, 800);
    for (int i = 0; i < 120; ++i) {
        const QList<TimeTick> ticks = zoomed.ticks(90);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 10);
        const double stepNs = (ticks[1].x - ticks[0].x) * zoomed.nsPerPixel();
        const double mantissa = stepNs / std::pow(10, std::floor(std::log10(stepNs * 1.0001)));
        const bool isNice = std::abs(mantissa - 1) < 1e-3 || std::abs(mantissa - 2) < 1e-3
            || std::abs(mantissa - 5) < 1e-3;
        QVERIFY2(isNice, qPrintable(QString::number(mantissa)));
        for (qsizetype k = 1; k < ticks.size(); ++k) {
            QVERIFY(ticks[k].x - ticks[k - 1].x > 89.9);
            QVERIFY(ticks[k].label != ticks[k - 1].label);
        }
        QVERIFY(ticks.first().x >= -0.01 && ticks.last().x <= 800.01);
        zoomed.zoomAt(333, 1.2);
    }
}

void TestTimeScale::labelsTellTicksApart()
{
    const auto labels = [](const TimeScale &of) {
        QStringList labels;
        for (const TimeTick &tick : of.ticks(90))
            labels.append(tick.label);
        return labels;
    };
    QCOMPARE(labels(scale(10 * second, 500)).join(u' '), u"0 s 2 s 4 s 6 s 8 s 10 s"_s);
    TimeScale close = scale();
    close.show(origin + second, origin + second + 4'000'000);
    QCOMPARE(labels(close).first(), u"1,000.0 ms"_s);
    QCOMPARE(labels(close)[1], u"1,000.5 ms"_s);
    close.zoomAt(0, 100);
    QCOMPARE(labels(close)[1], u"1,000.01 ms"_s);
}

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
