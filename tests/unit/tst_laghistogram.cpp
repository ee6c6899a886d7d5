// SPDX-License-Identifier: MIT
#include "loop/lagwindow.h"
#include "record/laghistogram.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

/// Percentiles agree with a sorted array, within the promised error, from 1 µs to 100 s.
class TestLagHistogram : public QObject
{
    Q_OBJECT
private slots:
    void isEmptyAtFirst();
    void oneValueIsAllPercentiles();
    void agreesWithASortedArray();
    void addingUpEqualsAddingAll();
    void extremesAreKept();
    void theWindowForgets();
    void theWindowAgreesWithASortedArray();
};

namespace {

QRandomGenerator seeded()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    return QRandomGenerator(seed);
}

/// Evenly spread over the powers of ten from 1 µs to 100 s.
qint64 anyLag(QRandomGenerator &random)
{
    return qint64(std::pow(10.0, 3 + random.generateDouble() * 8));
}

qint64 nearestRank(std::vector<qint64> values, double percent)
{
    std::ranges::sort(values);
    const auto rank = std::max(1.0, std::ceil(percent / 100 * double(values.size())));
    return values[size_t(rank) - 1];
}

bool isClose(qint64 value, qint64 exact)
{
    return std::abs(double(value - exact)) <= 0.03 * double(exact);
}

} // namespace

void TestLagHistogram::isEmptyAtFirst()
{
    QCOMPARE(LagHistogram().summary(), LagSummary());
    QCOMPARE(LagWindow().summary(123'456'789), LagSummary());
}

void TestLagHistogram::oneValueIsAllPercentiles()
{
    LagHistogram lags;
    lags.add(2'010'000'000);
    QCOMPARE(lags.summary(), (LagSummary {2'010'000'000, 2'010'000'000, 2'010'000'000, 1}));
    lags.clear();
    QCOMPARE(lags.summary(), LagSummary());
}

void TestLagHistogram::agreesWithASortedArray()
{
    QRandomGenerator random = seeded();
    for (int round = 0; round < 30; ++round) {
        LagHistogram lags;
        std::vector<qint64> values;
        for (int i = 0, end = random.bounded(1, 3'000); i < end; ++i) {
            values.push_back(anyLag(random));
            lags.add(values.back());
        }
        QCOMPARE(lags.count(), qint64(values.size()));
        QCOMPARE(lags.max(), *std::ranges::max_element(values));
        for (const double percent : {0.0, 1.0, 25.0, 50.0, 90.0, 99.0, 99.9, 100.0}) {
            const qint64 exact = nearestRank(values, percent);
            QVERIFY2(isClose(lags.percentile(percent), exact),
                     qPrintable(QString::number(percent)));
        }
        QCOMPARE(lags.percentile(100), lags.max());
    }
}

void TestLagHistogram::addingUpEqualsAddingAll()
{
    QRandomGenerator random = seeded();
    LagHistogram all;
    LagHistogram sum;
    for (int part = 0; part < 5; ++part) {
        LagHistogram lags;
        for (int i = 0; i < 200; ++i) {
            const qint64 lag = anyLag(random);
            lags.add(lag);
            all.add(lag);
        }
        sum += lags;
    }
    sum += LagHistogram();
    QCOMPARE(sum.summary(), all.summary());
    for (int percent = 0; percent <= 100; ++percent)
        QCOMPARE(sum.percentile(percent), all.percentile(percent));
}

void TestLagHistogram::extremesAreKept()
{
    LagHistogram lags;
    lags.add(-5);
    lags.add(0);
    lags.add(31);
    QCOMPARE(lags.percentile(50), 0);
    QCOMPARE(lags.max(), 31);
    constexpr qint64 hour = 3'600'000'000'000;
    lags.add(hour);
    QCOMPARE(lags.max(), hour);
    QCOMPARE(lags.count(), 4);
}

void TestLagHistogram::theWindowForgets()
{
    constexpr qint64 second = 1'000'000'000;
    LagWindow window;
    window.add(100 * second, 2 * second);
    window.add(105 * second, second / 10);
    QCOMPARE(window.summary(105 * second).maxNs, 2 * second);
    QCOMPARE(window.summary(109 * second).count, 2);
    QCOMPARE(window.summary(110 * second).count, 1);
    QCOMPARE(window.summary(110 * second).maxNs, second / 10);
    QCOMPARE(window.summary(200 * second), LagSummary());
    window.add(200 * second, 7);
    QCOMPARE(window.summary(200 * second).count, 1);
}

void TestLagHistogram::theWindowAgreesWithASortedArray()
{
    QRandomGenerator random = seeded();
    LagWindow window;
    std::vector<std::pair<qint64, qint64>> beats;
    qint64 time = 1'000'000'000'000;
    for (int i = 0; i < 5'000; ++i) {
        time += random.bounded(20'000'000);
        beats.emplace_back(time, anyLag(random));
        window.add(time, beats.back().second);
    }
    constexpr qint64 slice = 500'000'000;
    const qint64 oldest = (time / slice - 19) * slice;
    std::vector<qint64> values;
    for (const auto &[when, lag] : beats) {
        if (when >= oldest)
            values.push_back(lag);
    }
    const LagSummary summary = window.summary(time);
    QCOMPARE(summary.count, qint64(values.size()));
    QCOMPARE(summary.maxNs, *std::ranges::max_element(values));
    QVERIFY(isClose(summary.p50Ns, nearestRank(values, 50)));
    QVERIFY(isClose(summary.p99Ns, nearestRank(values, 99)));
}

QTEST_APPLESS_MAIN(TestLagHistogram)
#include "tst_laghistogram.moc"
