// SPDX-License-Identifier: MIT
#pragma once

#include "shared/randomstory.h"
#include "shared/randomstream.h"
#include "shared/streamwriter.h"

#include <array>
#include <functional>

/// The streams whose rendering is kept in tests/golden. Each is the same at every run but for its
/// origin.
struct GoldenStream
{
    QString name; ///< of the file, and of the row of the test
    std::function<std::vector<TaskEvent>(qint64 originNs)> events;
};

namespace GoldenStreams {

constexpr Lane network {Lane::Kind::Network, 1};
constexpr Lane pool {Lane::Kind::Pool, 2};
constexpr Lane coroutine {Lane::Kind::Coroutine, 1};

/// The heaviest stack's innermost function of ours is in less than three quarters of the samples,
/// that of the second stall in none of the others; the third has nothing in common.
inline std::vector<TaskEvent> severalStacks(qint64 originNs)
{
    StreamWriter writer(originNs);
    const QString outer = QStringLiteral(" slot! QEventLoop::exec QCoreApplication::exec main!");
    const TaskId rarely = writer.at(900).stall(100, StallKind::Hang, 799'000'000);
    writer.at(910).stack(rarely, 20, QStringLiteral("isOver! spin!") + outer);
    writer.stack(rarely, 15, QStringLiteral("spin!") + outer);
    writer.stack(rarely, 5, QStringLiteral("memmove isLate! spin!") + outer);
    const TaskId turns = writer.at(1'500).stall(1'000, StallKind::Hang, 499'000'000);
    writer.at(1'510).stack(turns, 3, QStringLiteral("first!") + outer);
    writer.stack(turns, 3, QStringLiteral("second!") + outer);
    const TaskId mixed = writer.at(2'000).stall(1'700, StallKind::Hang, 299'000'000);
    writer.at(2'010).stack(mixed, 2, QStringLiteral("one! QEventLoop::exec main!"));
    writer.stack(mixed, 1, QStringLiteral("other! QEventLoop::exec main!"));
    writer.stack(mixed, 1, QStringLiteral("third! QEventLoop::exec main!"));
    const TaskId tie = writer.at(3'000).stall(2'800, StallKind::Hang, 199'000'000);
    writer.at(3'010).stack(tie, 4, QStringLiteral("early! both! QEventLoop::exec main!"));
    writer.stack(tie, 4, QStringLiteral("late! both! QEventLoop::exec main!"));
    return writer.take();
}

/// What has no name, is in no function of ours, or is called by a loop within a slot.
inline std::vector<TaskEvent> fewNames(qint64 originNs)
{
    StreamWriter writer(originNs);
    const QStringList stacks {
        QStringLiteral("libc.so.6+0x12 program+0x34! slot! QEventLoop::exec main!"),
        QStringLiteral("libc.so.6+0x12 program+0x34! QEventLoop::exec main!"),
        QStringLiteral("libc.so.6+0x12 libc.so.6+0x13"),
        QStringLiteral("memmove QPainter::drawImage QEventLoop::exec main!"),
        QStringLiteral("memmove libQt6Core.so.6+0x1f QEventLoop::exec main!"),
        QStringLiteral("libc.so.6+0x12 QEventDispatcherGlib::processEvents run! main!"),
        QStringLiteral("sleep inner! QEventLoop::exec slot! QEventLoop::exec main!"),
        QStringLiteral("sleep work! main!")};
    qint64 ms = 0;
    for (const QString &stack : stacks) {
        ms += 500;
        const TaskId stall = writer.at(ms).stall(ms - 300, StallKind::Hang, 290'000'000);
        writer.at(ms + 5).stack(stall, 5, stack);
    }
    return writer.take();
}

inline std::vector<TaskEvent> congestion(qint64 originNs)
{
    StreamWriter writer(originNs);
    for (int i = 1; i <= 40; ++i)
        writer.at(i * 5).turn(4);
    const TaskId stall = writer.at(210).stall(5, StallKind::Congestion, 63);
    writer.at(220).stack(stall, 2, QStringLiteral("post! QEventLoop::exec main!"));
    writer.waited(stall, InputKind::Key, 1);
    writer.at(400).stall(300, StallKind::Congestion, 1);
    return writer.take();
}

/// Most of the first and exactly half of the second were pauses, little of the third; the fourth
/// was longer than the stall, the fifth is made of two.
inline std::vector<TaskEvent> pauses(qint64 originNs)
{
    StreamWriter writer(originNs);
    const QString stack = QStringLiteral("nanosleep spin! QEventLoop::exec main!");
    const QList<QList<qint64>> pausedMs {{900}, {500}, {100}, {7'000}, {200, 450}};
    constexpr std::array by {PauseKind::Suspend, PauseKind::Debugger, PauseKind::Stopped};
    qint64 ms = 0;
    for (const QList<qint64> &pauses : pausedMs) {
        ms += 2'000;
        const TaskId stall = writer.at(ms).stall(ms - 1'000, StallKind::Hang, 990'000'000);
        writer.at(ms + 10).stack(stall, 8, stack);
        for (const qint64 paused : pauses)
            writer.at(ms + 20).paused(stall, by[size_t(ms / 2'000 % 3)],
                                      paused * StreamWriter::msNs);
    }
    return writer.take();
}

/// What is known of three stalls comes mixed, after later ones have begun; one ends never.
inline std::vector<TaskEvent> lateNotes(qint64 originNs)
{
    StreamWriter writer(originNs);
    const TaskId first = writer.at(300).stall(100, StallKind::Hang, 199'000'000);
    const TaskId second = writer.at(700).stall(400, StallKind::Congestion, 12);
    writer.at(710).stack(second, 7, QStringLiteral("drop! QEventLoop::exec main!"));
    writer.waited(first, InputKind::Click, 2);
    const TaskId open = writer.at(900).beginStall(800);
    writer.at(1'000).stack(first, 9, QStringLiteral("spin! QEventLoop::exec main!"));
    writer.firstWaited(second, InputKind::Click, 250'000'000);
    writer.at(1'100).stack(open, 3, QStringLiteral("still! QEventLoop::exec main!"));
    writer.stack(first, 30, QStringLiteral("heavier! QEventLoop::exec main!"));
    writer.at(1'200).waited(second, InputKind::Click, 3);
    writer.paused(first, PauseKind::Debugger, 10'000'000);
    return writer.take();
}

/// The first without a stack, the second in a task, the third in a task that nobody knows.
inline std::vector<TaskEvent> whereStallsHappen(qint64 originNs)
{
    StreamWriter writer(originNs);
    writer.at(300).stall(100, StallKind::Hang, 199'000'000);
    const TaskId task = writer.at(400).queue(QStringLiteral("https://example.org/a?b=1"));
    writer.start(task, StreamWriter::gui);
    const TaskId inside = writer.at(800).stall(500, StallKind::Hang, 299'000'000, task);
    writer.at(810).stack(inside, 6, QStringLiteral("parse! slot! QEventLoop::exec main!"));
    writer.at(900).finish(task);
    writer.at(1'200).stall(1'000, StallKind::Hang, 199'000'000, TaskId(77));
    return writer.take();
}

inline std::vector<TaskEvent> inputs(qint64 originNs)
{
    StreamWriter writer(originNs);
    const TaskId all = writer.at(2'100).stall(100, StallKind::Hang, 1'999'000'000);
    constexpr std::array kinds {InputKind::Timer, InputKind::Paint, InputKind::Wheel,
                                InputKind::Key,   InputKind::Click, InputKind::Other};
    for (qsizetype i = 0; i < qsizetype(kinds.size()); ++i) {
        const InputKind kind = kinds[size_t(i)];
        const QString name = kind == InputKind::Other ? QStringLiteral("touch") : QString();
        writer.at(2'110 + i).waited(all, kind, 1 + i, name);
        writer.firstWaited(all, kind, (1'800 - i * 100) * StreamWriter::msNs, name);
    }
    const TaskId drawing = writer.at(3'000).stall(2'800, StallKind::Hang, 199'000'000);
    writer.at(3'010).waited(drawing, InputKind::Paint, 41);
    const TaskId unknown = writer.at(4'000).stall(3'800, StallKind::Hang, 199'000'000);
    writer.at(4'010).waited(unknown, InputKind::Click, 2);
    return writer.take();
}

/// As another program's stalls are told: bit by bit while they last. The last one goes on.
inline std::vector<TaskEvent> watched(qint64 originNs)
{
    StreamWriter writer(originNs);
    const auto module = [&writer](qint64 number, const QString &text) {
        writer.ofProcess(EventKind::Module, number, 0, text);
    };
    module(1, QStringLiteral("8f2d0c\t/usr/bin/focuswriter"));
    const QString unnamed
        = QStringLiteral("\t\tfocuswriter\tours\t1\t4a10\n\t\tlibQt6Core.so.6\t\t2\t1f00");
    const TaskId waits = writer.at(150).beginStall(100);
    writer.samples(waits, 1, unnamed);
    writer.at(160).ofStall(waits, EventKind::StallWaitedFor, 0, quint8(AwaitedKind::Socket),
                           QStringLiteral("10.0.0.5:3306"));
    writer.ofStall(waits, EventKind::StallWaitedFor, 4711, quint8(AwaitedKind::Process),
                   QStringLiteral("sh"));
    module(2, QStringLiteral("\t/usr/lib/libQt6Core.so.6"));
    writer.at(300).stack(waits, 4,
                         QStringLiteral("poll QSqlQuery::exec load! QEventLoop::exec main!"));
    writer.at(500).ofStall(waits, EventKind::StallBegan, originNs + 90 * StreamWriter::msNs);
    writer.ofStall(waits, EventKind::StallGap, 70 * StreamWriter::msNs);
    for (int share = 0; share < timeShares; ++share)
        writer.ofStall(waits, EventKind::StallShare, (10 + 200 * share) * StreamWriter::msNs,
                       quint8(share));
    writer.endStall(waits, StallKind::Hang, 0);
    writer.at(505).waited(waits, InputKind::Other, 2);
    const TaskId dies = writer.at(900).beginStall(800);
    writer.at(950).stack(dies, 2, QStringLiteral("spin! QEventLoop::exec main!"));
    writer.ofStall(dies, EventKind::StallShare, 140 * StreamWriter::msNs,
                   quint8(TimeShare::Computing));
    writer.at(1'000).ofProcess(EventKind::ProcessEnded, 11, quint8(ProcessEnd::Signalled), {});
    return writer.take();
}

/// One in each state that is none of an end, and one asked to stop.
inline std::vector<TaskEvent> unfinished(qint64 originNs)
{
    StreamWriter writer(originNs);
    const auto address = [](int i) { return QStringLiteral("https://example.org/%1").arg(i); };
    writer.at(10).queue(address(1));
    const TaskId running = writer.queue(address(2));
    writer.at(20).start(running, network);
    const TaskId halfway = writer.queue(address(3));
    writer.at(30).start(halfway, network);
    writer.note(halfway, NoteCode::FirstByte, 0);
    writer.note(halfway, NoteCode::Total, 4'000);
    writer.at(40).progress(halfway, 1'000);
    const TaskId waiting = writer.queue(address(4));
    writer.at(50).start(waiting, network);
    writer.at(60).suspend(waiting, QStringLiteral("waits for its turn"));
    const TaskId again = writer.queue(address(5));
    writer.at(70).start(again, network);
    writer.note(again, NoteCode::RetryIn, 250, QStringLiteral("503, tried again"));
    writer.at(80).suspend(again, QStringLiteral("503, tried again"));
    writer.at(330).resume(again, network, 2);
    const TaskId stopping = writer.queue(address(6), TaskType::Compute);
    writer.at(340).start(stopping, pool);
    writer.at(350).note(stopping, NoteCode::Cancelling, 0);
    const TaskId picture = writer.queue(QStringLiteral("Mandelbrot <b>"), TaskType::Picture);
    writer.note(picture, NoteCode::Total, 9);
    writer.at(360).start(picture, StreamWriter::gui);
    writer.at(370).progress(picture, 4);
    return writer.take();
}

/// Tasks that overlap in a lane, one that goes through all of them and waits in two, one that is
/// started twice without an end, and each kind of end.
inline std::vector<TaskEvent> crossingLanes(qint64 originNs)
{
    StreamWriter writer(originNs);
    QList<TaskId> tasks;
    for (int i = 0; i < 5; ++i)
        tasks << writer.at(i).queue(QStringLiteral("https://example.org/%1").arg(i));
    for (int i = 0; i < 5; ++i)
        writer.at(10 + i * 10).start(tasks[i], network);
    for (int i = 0; i < 5; ++i)
        writer.at(100 + i * 10).finish(tasks[i], Outcome::Kind(i), QStringLiteral("why"), network);
    const TaskId path = writer.at(200).queue(QStringLiteral("path"), TaskType::Step);
    writer.at(210).start(path, coroutine);
    writer.at(220).suspend(path, QStringLiteral("a timer"), coroutine);
    writer.at(240).resume(path, coroutine);
    writer.at(250).suspend(path, QStringLiteral("a thread"));
    writer.at(260).resume(path, pool);
    writer.at(270).resume(path, {});
    writer.at(280).resume(path, StreamWriter::gui);
    writer.at(280).suspend(path, QStringLiteral("nothing"), coroutine);
    writer.at(290).resume(path, {Lane::Kind::Network, 3});
    const TaskId child = writer.at(295).queue(QStringLiteral("child"), TaskType::Compute, path);
    writer.start(child, pool);
    writer.at(300).start(child, pool, 2);
    writer.at(310).suspend(child, QStringLiteral("waits"), coroutine);
    writer.at(320).finish(path);
    writer.at(330).finish(child, Outcome::Kind::TimedOut, QStringLiteral("late"));
    writer.at(340).resume(path, pool); // nothing happens after the end
    writer.note(path, NoteCode::Result, 0, QStringLiteral("after the end"));
    return writer.take();
}

/// Two runs of the lab, with tasks at once and one below the other, and one that belongs to none.
inline std::vector<TaskEvent> runs(qint64 originNs)
{
    StreamWriter writer(originNs);
    const TaskId first = writer.at(10).queue(QStringLiteral("fan-out pitfall"), TaskType::Run);
    writer.start(first, coroutine);
    QList<TaskId> fetches;
    for (int i = 0; i < 4; ++i) {
        fetches << writer.at(20 + i * 5)
                       .queue(QStringLiteral("https://example.org/%1").arg(i), TaskType::Fetch,
                              first);
        writer.at(22 + i * 5).start(fetches[i], {Lane::Kind::Network, quint16(1 + i % 2)});
    }
    const TaskId stray = writer.at(60).queue(QStringLiteral("https://example.org/stray"));
    writer.start(stray, network);
    const TaskId part = writer.at(61).queue(QStringLiteral("part"), TaskType::Compute, fetches[1]);
    writer.at(70).finish(fetches[0], Outcome::Kind::Failed, QStringLiteral("404"));
    writer.at(75).suspend(fetches[1], QStringLiteral("the pool"));
    writer.at(75).start(part, pool);
    writer.at(90).finish(part);
    writer.at(90).resume(fetches[1], network, 2);
    writer.at(95).finish(fetches[1]);
    writer.at(96).finish(fetches[2], Outcome::Kind::Cancelled);
    writer.at(200).stall(100, StallKind::Hang, 99'000'000, first);
    writer.at(210).finish(first);
    const TaskId second = writer.at(220).queue(QStringLiteral("fan-out pattern"), TaskType::Run);
    writer.start(second, coroutine);
    const TaskId step = writer.at(230).queue(QStringLiteral("step"), TaskType::Step, second);
    writer.at(240).start(step, StreamWriter::gui);
    writer.at(240).finish(step);
    return writer.take();
}

inline std::vector<TaskEvent> nonsense(quint32 seed, qint64 originNs)
{
    RandomStream stream(seed);
    std::vector<TaskEvent> events;
    for (int i = 0; i < 10; ++i) {
        for (TaskEvent &event : stream.batch()) {
            event.timeNs += originNs;
            events.push_back(std::move(event));
        }
    }
    return events;
}

inline QList<GoldenStream> all()
{
    QList<GoldenStream> streams {{QStringLiteral("stall-several-stacks"), severalStacks},
                                 {QStringLiteral("stall-few-names"), fewNames},
                                 {QStringLiteral("stall-congestion"), congestion},
                                 {QStringLiteral("stall-pauses"), pauses},
                                 {QStringLiteral("stall-late-notes"), lateNotes},
                                 {QStringLiteral("stall-where"), whereStallsHappen},
                                 {QStringLiteral("stall-inputs"), inputs},
                                 {QStringLiteral("stall-watched"), watched},
                                 {QStringLiteral("unfinished"), unfinished},
                                 {QStringLiteral("crossing-lanes"), crossingLanes},
                                 {QStringLiteral("runs"), runs}};
    for (quint32 seed = 1; seed <= 3; ++seed) {
        streams.append({QStringLiteral("story-%1").arg(seed),
                        [seed](qint64 originNs) { return RandomStory(seed, originNs).tell(50); }});
        streams.append({QStringLiteral("rich-story-%1").arg(seed), [seed](qint64 originNs) {
                            return RandomStory(seed, originNs, RandomStory::Content::Rich).tell(50);
                        }});
    }
    for (quint32 seed = 1; seed <= 4; ++seed)
        streams.append({QStringLiteral("nonsense-%1").arg(seed),
                        [seed](qint64 originNs) { return nonsense(seed, originNs); }});
    return streams;
}

} // namespace GoldenStreams
