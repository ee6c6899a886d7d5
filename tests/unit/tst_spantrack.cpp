// SPDX-License-Identifier: MIT
#include "session/spantrack.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace {

Span spanOf(qint64 beginNs, qint64 endNs, TaskStatus status = TaskStatus::Running)
{
    return {.beginNs = beginNs, .endNs = endNs, .task = TaskId {1}, .status = status};
}

bool touches(const Span &span, qint64 from, qint64 to)
{
    return span.beginNs <= to && span.endNs >= from;
}

} // namespace

/// A track against looking at every span, on random ones that overlap, stay open and close late.
class TestSpanTrack : public QObject
{
    Q_OBJECT
private slots:
    void everySpanIsInOneRun();
    void runsAreAsFewAsPixels();
    void theWorstEndIsNotLost();
    void nearestIsTheOneOnTop();
    void closingChangesTheSums();
    void emptyIsEmpty();

private:
    SpanTrack random(QRandomGenerator &random, std::vector<Span> &naive);
};

SpanTrack TestSpanTrack::random(QRandomGenerator &random, std::vector<Span> &naive)
{
    SpanTrack track;
    qint64 now = 0;
    const int count = 1 + random.bounded(3'000);
    for (int i = 0; i < count; ++i) {
        now += random.bounded(2'000);
        const bool isOpen = random.bounded(10) == 0;
        const qint64 begin = now - random.bounded(500); // a turn is told at its end
        const auto status = TaskStatus(1 + random.bounded(7));
        naive.push_back(
            spanOf(begin, isOpen ? Span::openEnd : begin + random.bounded(5'000), status));
        track.add(naive.back());
        if (random.bounded(4) == 0) {
            const auto index = quint32(random.bounded(int(naive.size())));
            if (naive[index].isOpen()) {
                naive[index].endNs = std::max(now, naive[index].beginNs);
                track.replace(index, naive[index]);
            }
        }
    }
    return track;
}

void TestSpanTrack::everySpanIsInOneRun()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator generator(seed);
    for (int round = 0; round < 60; ++round) {
        std::vector<Span> naive;
        const SpanTrack track = random(generator, naive);
        const qint64 last = naive.back().beginNs + 10'000;
        const qint64 from = generator.bounded(last + 1) - 1'000;
        const qint64 to = from + generator.bounded(last + 1);
        const qint64 resolution = generator.bounded(3'000);
        std::vector<SpanRun> runs;
        track.collect(from, to, resolution, runs);
        std::vector<int> seen(naive.size(), 0);
        for (const SpanRun &run : runs) {
            QVERIFY(run.count == 1 || run.endNs - run.beginNs <= resolution);
            qint64 busy = 0;
            TaskStatus notable = naive[run.first].status;
            for (quint32 i = run.first; i < run.first + run.count; ++i) {
                ++seen[i];
                QVERIFY(naive[i].beginNs >= run.beginNs && naive[i].endNs <= run.endNs);
                QVERIFY(touches(naive[i], from - resolution, to + resolution));
                busy += naive[i].isOpen() ? 0 : naive[i].endNs - naive[i].beginNs;
                if (severity(naive[i].status) > severity(notable))
                    notable = naive[i].status;
            }
            QCOMPARE(run.busyNs, busy);
            QCOMPARE(severity(run.notable), severity(notable));
        }
        for (size_t i = 0; i < naive.size(); ++i) {
            QVERIFY(seen[i] <= 1);
            if (touches(naive[i], from, to))
                QCOMPARE(seen[i], 1);
        }
    }
}

void TestSpanTrack::runsAreAsFewAsPixels()
{
    SpanTrack track;
    constexpr quint32 count = 300'000;
    for (quint32 i = 0; i < count; ++i)
        track.add(spanOf(i * 100, i * 100 + 70));
    constexpr qint64 pixels = 1'500;
    for (qint64 length = 100 * count; length > 100; length /= 3) {
        std::vector<SpanRun> runs;
        const qint64 from = (100 * count - length) / 2;
        track.collect(from, from + length, length / pixels, runs);
        QVERIFY2(runs.size() <= 3 * pixels, qPrintable(QString::number(runs.size())));
        qint64 spans = 0;
        for (const SpanRun &run : runs)
            spans += run.count;
        QVERIFY(std::abs(spans - length / 100) <= 2 + 2 * length / pixels / 100);
    }
}

void TestSpanTrack::theWorstEndIsNotLost()
{
    SpanTrack track;
    for (int i = 0; i < 10'000; ++i)
        track.add(spanOf(i, i + 1, i == 5'432 ? TaskStatus::Failed : TaskStatus::Succeeded));
    std::vector<SpanRun> runs;
    track.collect(0, 10'000, 1'000'000, runs);
    QCOMPARE(runs.size(), size_t(1));
    QCOMPARE(runs[0].notable, TaskStatus::Failed);
    QCOMPARE(runs[0].count, 10'000u);
    QCOMPARE(runs[0].busyNs, 10'000);
}

void TestSpanTrack::nearestIsTheOneOnTop()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator generator(seed);
    std::vector<Span> naive;
    const SpanTrack track = random(generator, naive);
    for (int i = 0; i < 300; ++i) {
        const qint64 at = generator.bounded(naive.back().beginNs + 6'000);
        const qint64 reach = generator.bounded(50);
        quint32 expected = track.size();
        qint64 best = reach;
        for (quint32 k = 0; k < track.size(); ++k) {
            const qint64 distance
                = std::max({naive[k].beginNs - at, at - naive[k].endNs, qint64(0)});
            if (distance <= best) {
                best = distance;
                expected = k;
            }
        }
        QCOMPARE(track.nearest(at, reach), expected);
    }
}

void TestSpanTrack::closingChangesTheSums()
{
    SpanTrack track;
    track.add(spanOf(0, Span::openEnd));
    for (int i = 1; i < 100; ++i)
        track.add(spanOf(i, i + 1));
    std::vector<SpanRun> runs;
    track.collect(5'000, 6'000, 10, runs);
    QCOMPARE(runs.size(), size_t(1)); // the open one reaches up to any time
    QCOMPARE(runs[0].first, 0u);
    track.replace(0, spanOf(0, 50, TaskStatus::TimedOut));
    runs.clear();
    track.collect(5'000, 6'000, 10, runs);
    QVERIFY(runs.empty());
    track.collect(0, 1'000, 1'000, runs);
    QCOMPARE(runs.size(), size_t(1));
    QCOMPARE(runs[0].busyNs, 50 + 99);
    QCOMPARE(runs[0].notable, TaskStatus::TimedOut);
}

void TestSpanTrack::emptyIsEmpty()
{
    std::vector<SpanRun> runs;
    SpanTrack().collect(0, 1'000, 10, runs);
    QVERIFY(runs.empty());
    QCOMPARE(SpanTrack().nearest(0, 100), 0u);
}

QTEST_GUILESS_MAIN(TestSpanTrack)
#include "tst_spantrack.moc"
