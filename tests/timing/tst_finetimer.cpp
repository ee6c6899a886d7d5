// SPDX-License-Identifier: MIT
#include "loop/exacttimer.h"
#include "record/recorder.h"
#include "shared/lagjudge.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace {

constexpr qint64 msNs = 1'000'000;
constexpr int guardMs = 10'000;

qint64 medianOf(std::vector<qint64> values)
{
    std::ranges::nth_element(values, values.begin() + qsizetype(values.size()) / 2);
    return values[values.size() / 2];
}

} // namespace

/// Why there is an ExactTimer: it is less late than a timer of Qt.
class TestFineTimer : public QObject
{
    Q_OBJECT
private slots:
    void isFinerThanATimerOfQt();
};

/// Both are due at the same time, again and again, at moments between two milliseconds of the wait.
void TestFineTimer::isFinerThanATimerOfQt()
{
#ifndef Q_OS_LINUX
    QSKIP("Here it is a timer of Qt.");
#endif
    ExactTimer exactTimer;
    QSignalSpy rings(&exactTimer, &ExactTimer::timeout);
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setSingleShot(true);
    QSignalSpy rang(&timer, &QTimer::timeout);
    QVERIFY(holdsOnceOfThree([&]() -> std::pair<bool, QByteArray> {
        std::vector<qint64> exact, rounded;
        for (int i = 0; i < 60; ++i) {
            qint64 due = Recorder::now() + 3 * msNs;
            exactTimer.start(due);
            if (!rings.wait(guardMs))
                return {false, "it never rang"};
            exact.push_back(Recorder::now() - due);
            due = Recorder::now() + 3 * msNs;
            timer.start(3);
            // Something else wakes the loop meanwhile, as in every real program.
            exactTimer.start(due - msNs - msNs / 2);
            if (!rang.wait(guardMs))
                return {false, "Qt's never rang"};
            rounded.push_back(Recorder::now() - due);
        }
        return {medianOf(exact) * 2 < medianOf(rounded),
                "median lateness: exact " + QByteArray::number(medianOf(exact)) + " ns, QTimer "
                    + QByteArray::number(medianOf(rounded)) + " ns"};
    }));
}

QTEST_GUILESS_MAIN(TestFineTimer)
#include "tst_finetimer.moc"
