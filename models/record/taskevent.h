// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

#include <compare>

/// Names a task or a stall within one recording: they share their numbers, so that a selection can
/// name either. Ids start at 1 and are counted on for as long as a program runs, whatever becomes
/// of those before.
enum class TaskId : quint32 { None = 0 };

/// What kind of work a task is; carried by its Queued event in \c code.
enum class TaskType : quint8 {
    Fetch,
    Compute,
    Picture,
    Tile,
    Step,
    Run, ///< of one variant of an experiment of the lab, whose tasks are its children. Never a
         ///< row of the table.
};

/// The row of the timeline a piece of work ran in: a thread, or a slot of the network thread.
struct Lane
{
    enum class Kind : quint8 { None, Gui, Network, Pool, Coroutine };
    Kind kind = Kind::None;
    quint16 number = 0; ///< 1-based within its kind; 0 where there is only one
    auto operator<=>(const Lane &) const = default;
};

/// What an event says; familyOf() tells of what.
enum class EventKind : quint8 {
    Queued, ///< text: title, code: TaskType
    Started, ///< lane; value: attempt, from 1
    Progress, ///< value: units done so far (bytes of a fetch, steps of a kernel)
    Suspended, ///< text: what it waits for; the lane is free meanwhile
    Resumed, ///< lane; value: attempt, from 1
    Note, ///< code: NoteCode, which says what value and text mean
    Finished, ///< code: Outcome::Kind; text: message

    // Of a loop, and of no task.
    Turn, ///< a turn of the loop of \c lane ended; value: its length in ns
    Lag, ///< a beat of the loop of \c lane came; value: how late, in ns

    // Of a stall, a gap of the loop of \c lane, which \c task names from its first event on. What
    // is known of it comes as it becomes known, also after its end.
    StallBegan, ///< value: TaskEvent::timeNs when it really began, as far as is known; comes again
                ///< when that turns out to be another time
    StallSample, ///< the thread was looked at. code: ThreadState; value: the number of its stack
                 ///< within this stall, from 1, or 0 when none was seen; text:
                 ///< StackFrames::toText() when that stack is new in this stall, else empty
    StallShare, ///< code: TimeShare; value: how much of the stall so far, in ns; the last counts
    StallWaitedFor, ///< code: AwaitedKind; text: its name, or empty; value: the number of a process
                    ///< or thread, 0 without one
    StallInput, ///< code: InputKind; value: how many of it waited; text: what it is, of Other
    StallFirstInput, ///< code: InputKind; value: how long the first one waited, in ns; text
                     ///< likewise
    StallPaused, ///< not the program's fault. code: PauseKind; value: for how long, in ns
    StallGap, ///< who observes was late, and saw nothing; value: for how long, in ns
    StallEnded, ///< code: StallKind; value: of a hang its longest turn in ns, 0 where that is not
                ///< known; of a congestion, of how many turns it was

    // Of the process, and of no task.
    Module, ///< a program or library that frames name. value: its number, from 1, which always
            ///< means the same one; text: build-id, a tab, path; either may be empty
    ProcessEnded, ///< code: ProcessEnd; value: its status, or the number of the signal
};

enum class EventFamily : quint8 { Task, Loop, Stall, Process };
constexpr EventFamily familyOf(EventKind kind)
{
    switch (kind) {
    case EventKind::Queued:
    case EventKind::Started:
    case EventKind::Progress:
    case EventKind::Suspended:
    case EventKind::Resumed:
    case EventKind::Note:
    case EventKind::Finished: return EventFamily::Task;
    case EventKind::Turn:
    case EventKind::Lag: return EventFamily::Loop;
    case EventKind::StallBegan:
    case EventKind::StallSample:
    case EventKind::StallShare:
    case EventKind::StallWaitedFor:
    case EventKind::StallInput:
    case EventKind::StallFirstInput:
    case EventKind::StallPaused:
    case EventKind::StallGap:
    case EventKind::StallEnded: return EventFamily::Stall;
    case EventKind::Module:
    case EventKind::ProcessEnded: break;
    }
    return EventFamily::Process;
}

/// What a Note event says.
enum class NoteCode : quint8 {
    Message, ///< text
    Total, ///< value: units that Progress counts towards; -1 unknown
    FirstByte, ///< the first byte of a reply arrived
    Status, ///< value: HTTP status
    Header, ///< text: "name: value"
    Redirect, ///< text: the address redirected to
    Sent, ///< value: how many times this attempt went over the wire so far
    RetryIn, ///< value: milliseconds until the next attempt; text: why
    Bytes, ///< value: size of the body as received, after it ended
    Integrity, ///< value: Integrity
    Stage, ///< text: the processing that follows, e.g. "thumbnail"
    Result, ///< text: the result in a person's words
    Cancelling, ///< a stop was asked for; it has not stopped yet
};

/// How a loop failed to come round.
enum class StallKind : quint8 {
    Hang, ///< one turn took too long
    Congestion, ///< many short turns together did
};

/// What a thread was doing when it was looked at.
enum class ThreadState : quint8 {
    Unknown,
    Running,
    Ready, ///< it could run, and had no processor
    Sleeping, ///< it waited, and a signal would have woken it
    Uninterruptible, ///< it waited, mostly for a disk
    Stopped, ///< by a signal or a debugger
};

/// What the time of a stall went into.
enum class TimeShare : quint8 { Computing, Ready, Blocked };
constexpr int timeShares = 3;

/// What a thread waited for.
enum class AwaitedKind : quint8 { Other, Time, File, Socket, Process, Thread, Lock };

/// What a person or the program itself wanted of a loop that did not turn.
enum class InputKind : quint8 { Click, Key, Wheel, Paint, Timer, Other };

/// What kept the whole program from running.
enum class PauseKind : quint8 {
    Suspend, ///< the machine slept
    Debugger,
    Stopped, ///< from outside, by a signal
};

enum class ProcessEnd : quint8 { Exited, Signalled };

/// How far a body can be trusted. QNetworkReply::error() == NoError is no proof of anything.
enum class Integrity : quint8 {
    Unknown, ///< no body arrived
    Unverified, ///< ended, but nothing tells whether this is all of it
    Complete, ///< the length agrees with what was announced
    Verified, ///< Content-Digest (RFC 9530) matches
    Corrupt, ///< length, framing, compression or digest prove damage
};

/// One fact about a task, a loop, a stall or the process. The stream of these is the only source of
/// truth of the program.
struct TaskEvent
{
    qint64 timeNs = 0; ///< std::chrono::steady_clock, nanoseconds
    qint64 value = 0; ///< meaning depends on kind
    QString text {};
    TaskId task = TaskId::None; ///< or the stall
    TaskId parent = TaskId::None; ///< with Queued; with StallBegan and StallEnded the task in which
                                  ///< it happened, once that is known
    Lane lane {};
    EventKind kind = EventKind::Note;
    quint8 code = 0;

    bool operator==(const TaskEvent &) const = default;
};

static_assert(sizeof(TaskEvent) <= 64, "a recording of a million events must stay small");

constexpr quint32 toIndex(TaskId id)
{
    return static_cast<quint32>(id);
}
inline size_t qHash(TaskId id, size_t seed = 0)
{
    return ::qHash(toIndex(id), seed);
}

/// Wire and export names, never translated: "queued", "started", …
QLatin1StringView eventKindName(EventKind kind);
QLatin1StringView integrityName(Integrity integrity);
QLatin1StringView inputName(InputKind kind);
QLatin1StringView pauseName(PauseKind kind);
/// "network 3", "pool 1", "GUI": translated.
QString laneName(Lane lane);

Q_DECLARE_METATYPE(TaskId)
