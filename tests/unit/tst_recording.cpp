// SPDX-License-Identifier: MIT
#include "record/recorder.h"
#include "record/recording.h"
#include "shared/namedmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunk = 4096; // what a recording allocates at a time

std::vector<TaskEvent> events(qsizetype first, qsizetype count)
{
    std::vector<TaskEvent> batch;
    for (qsizetype i = first; i < first + count; ++i) {
        batch.push_back({.timeNs = i,
                         .value = i,
                         .text = u"event %1"_s.arg(i),
                         .task = TaskId {1},
                         .kind = EventKind::Note});
    }
    return batch;
}

/// They stay when the next acquisition begins.
std::vector<TaskEvent> queued(qsizetype count)
{
    std::vector<TaskEvent> batch = events(0, count);
    for (TaskEvent &event : batch)
        event.kind = EventKind::Queued;
    return batch;
}

} // namespace

/// The memory of a recording: it grows without moving, and a snapshot of it is a value.
class TestRecording : public QObject
{
    Q_OBJECT
private slots:
    void keepsWhatWasAppendedAcrossChunks();
    void aSnapshotStaysAsItWas();
    void aSnapshotIsReadWhileRecordingGoesOn();
    void clearForgetsAndFrees();
    void oneOfATraceIsComplete();
    void aLongOneComesInPortions();
    void whoDrainsHearsAll();
};

void TestRecording::keepsWhatWasAppendedAcrossChunks()
{
    Recording recording;
    qsizetype size = 0;
    for (const qsizetype count : {qsizetype(1), chunk - 2, qsizetype(1), qsizetype(1), 3 * chunk}) {
        QSignalSpy appended(&recording, &Recording::appended);
        recording.append(events(size, count));
        QCOMPARE(appended.size(), 1);
        QCOMPARE(appended[0][0].value<qsizetype>(), size);
        size += count;
        QCOMPARE(appended[0][1].value<qsizetype>(), size);
        QCOMPARE(recording.size(), size);
    }
    const std::vector<TaskEvent> all = events(0, size);
    for (qsizetype i = 0; i < size; ++i)
        QVERIFY(recording.at(i) == all[size_t(i)]);
}

void TestRecording::aSnapshotStaysAsItWas()
{
    Recording recording;
    recording.append(events(0, chunk + 10));
    const Snapshot snapshot = recording.snapshot();
    const TaskEvent *last = &snapshot.at(snapshot.size() - 1);
    recording.append(events(chunk + 10, 2 * chunk));
    QCOMPARE(snapshot.size(), chunk + 10);
    QCOMPARE(snapshot.originNs(), recording.originNs());
    QCOMPARE(snapshot.endNs(), chunk + 9);
    QCOMPARE(&recording.at(chunk + 9), last); // shared, not copied
    recording.clear();
    QCOMPARE(snapshot.at(chunk + 9).text, u"event %1"_s.arg(chunk + 9));
}

/// Under the race detector this is the proof that no lock is needed.
void TestRecording::aSnapshotIsReadWhileRecordingGoesOn()
{
    Recording recording;
    std::atomic<qsizetype> checked = 0;
    std::atomic<qsizetype> wrong = 0;
    std::vector<std::jthread> readers;
    qsizetype expected = 0;
    for (qsizetype size = 0; size < 5 * chunk; size += 1'000) {
        recording.append(events(size, 1'000));
        readers.emplace_back([&checked, &wrong, snapshot = recording.snapshot()] {
            for (qsizetype i = 0; i < snapshot.size(); ++i) {
                const TaskEvent copy = snapshot.at(i);
                wrong += copy.value != i || !copy.text.endsWith(QString::number(i));
            }
            checked += snapshot.size();
        });
        expected += recording.size();
        if (size == 3'000)
            recording.append({}); // nothing
    }
    recording.clear(); // the readers are the last to know the chunks
    readers.clear();
    QCOMPARE(checked.load(), expected);
    QCOMPARE(wrong.load(), 0);
}

void TestRecording::clearForgetsAndFrees()
{
    Recording recording;
    recording.append(events(0, chunk + 1));
    QString text = recording.at(5).text;
    QVERIFY(!text.isDetached());
    const qint64 before = recording.originNs();
    QSignalSpy cleared(&recording, &Recording::cleared);
    recording.clear();
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(recording.size(), 0);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000)); // where they are freed
    QVERIFY(text.isDetached()); // nobody else has it any more
    QVERIFY(recording.originNs() > before);
    recording.append(events(0, 3));
    QCOMPARE(recording.at(2).value, 2);
}

/// Nothing comes after it.
void TestRecording::oneOfATraceIsComplete()
{
    Recording other;
    other.append(events(0, 3 * chunk));
    const Recording recording(other.snapshot());
    QVERIFY(other.isGrowing());
    QVERIFY(!recording.isGrowing());
    QCOMPARE(recording.size(), 0); // nobody could have heard of them yet
    QTRY_COMPARE_WITH_TIMEOUT(recording.size(), 3 * chunk, 10'000);
    QCOMPARE(recording.originNs(), other.originNs());
    QCOMPARE(recording.acquisitionNs(), other.originNs());
    QCOMPARE(recording.nowNs(), 3 * chunk - 1);
    QCOMPARE(recording.at(3 * chunk - 1).value, 3 * chunk - 1);
    other.append(events(3 * chunk, 20)); // is its own business
    QCOMPARE(recording.snapshot().size(), 3 * chunk);
}

/// Nobody may be held up by a long one, and nobody may miss an event that comes meanwhile.
void TestRecording::aLongOneComesInPortions()
{
    constexpr qsizetype all = 50'000;
    Recording recording;
    recording.append(queued(all));
    qsizetype told = 0;
    qsizetype largest = 0;
    connect(&recording, &Recording::appended, this, [&](qsizetype first, qsizetype end) {
        QCOMPARE(first, told);
        QCOMPARE(recording.size(), end);
        largest = std::max(largest, end - first);
        told = end;
    });
    recording.beginAcquisition();
    QVERIFY(told < all);
    recording.append(events(all, 10));
    QTRY_COMPARE_WITH_TIMEOUT(told, all + 10, 10'000);
    QVERIFY2(largest <= 10'000, qPrintable(QString::number(largest)));
    recording.append(events(all + 10, 1));
    QCOMPARE(told, all + 11); // at once again
}

/// Whoever asks for what is there reads what follows from it next.
void TestRecording::whoDrainsHearsAll()
{
    constexpr qsizetype all = 50'000;
    Recording recording;
    recording.append(queued(all));
    recording.beginAcquisition();
    recording.append(events(all, 10));
    QVERIFY(recording.size() < all);
    QSignalSpy told(&recording, &Recording::appended);
    recording.drain();
    QCOMPARE(recording.size(), all + 10);
    const qsizetype portions = told.size();
    QCoreApplication::processEvents(); // what was to come in portions does not come twice
    QCOMPARE(told.size(), portions);
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
