// SPDX-License-Identifier: MIT
#include "record/recorder.h"
#include "record/recording.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunk = 4096; // what a recording allocates at a time

std::vector<TaskEvent> events(qsizetype first, qsizetype count)
{
    std::vector<TaskEvent> batch;
    for (qsizetype i = first; i < first + count; ++i) {
        batch.push_back({.timeNs = i, .value = i, .text = u"event %1"_s.arg(i), .task = TaskId {1},
                         .kind = EventKind::Note});
    }
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
    void otherEventsReplaceIt();
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
    QVERIFY(text.isDetached()); // nobody else has it any more
    QVERIFY(recording.originNs() > before);
    recording.append(events(0, 3));
    QCOMPARE(recording.at(2).value, 2);
}

void TestRecording::otherEventsReplaceIt()
{
    Recording other;
    other.append(events(0, 7));
    Recording recording;
    recording.append(events(0, 100));
    QSignalSpy cleared(&recording, &Recording::cleared);
    QSignalSpy appended(&recording, &Recording::appended);
    recording.setEvents(other.snapshot());
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(appended.size(), 1);
    QCOMPARE(recording.size(), 7);
    QCOMPARE(recording.originNs(), other.originNs());
    recording.append(events(1'000, 1)); // both go on, each by itself
    other.append(events(7, 1));
    QCOMPARE(recording.at(7).value, 1'000);
    QCOMPARE(other.at(7).value, 7);
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
