// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

#include <compare>

/// Names a task within one recording. Ids are dense and start at 1, so they serve as an index.
enum class TaskId : quint32 { None = 0 };

/// What kind of work a task is; carried by its Queued event in \c code.
enum class TaskType : quint8 {
    Fetch,
    Compute,
    Picture,
    Tile,
    Step,
    Stall, ///< a gap of the GUI's loop; its parent is the task it happened in. Never a row of the
           ///< table.
    Run, ///< of one variant of an experiment of the lab, whose tasks are its children. No row,
         ///< either.
};

/// The row of the timeline a piece of work ran in: a thread, or a slot of the network thread.
struct Lane
{
    enum class Kind : quint8 { None, Gui, Network, Pool, Coroutine };
    Kind kind = Kind::None;
    quint16 number = 0; ///< 1-based within its kind; 0 where there is only one
    auto operator<=>(const Lane &) const = default;
};

enum class EventKind : quint8 {
    Queued, ///< text: title, code: TaskType
    Started, ///< lane; value: attempt, from 1
    Progress, ///< value: units done so far (bytes of a fetch, steps of a kernel)
    Suspended, ///< text: what it waits for; the lane is free meanwhile
    Resumed, ///< lane; value: attempt, from 1
    Note, ///< code: NoteCode, which says what value and text mean
    Finished, ///< code: Outcome::Kind; text: message
    Turn, ///< of no task: a turn of the loop of \c lane ended; value: its length in ns
    Lag, ///< of no task: a beat of the loop of \c lane came; value: how late, in ns
};

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
    // Of a stall; those below Began may come after its Finished, when they are known.
    Began, ///< value: TaskEvent::timeNs when it really began, since it is noticed later
    Hang, ///< value: the longest turn in ns; it was one long turn
    Congestion, ///< value: how many turns; many short ones
    Stack, ///< text: StackFrames::toText(); value: how many samples saw this stack
    Waited, ///< text: kind of input ("click", "key", "paint", "timer"); value: how many of it
            ///< waited
    FirstWaited, ///< text: kind of input; value: how long the first one waited, in ns
    Paused, ///< text: "suspend", "debugger" or "stopped": not the program's fault; value: its
            ///< length in ns
};

/// How far a body can be trusted. QNetworkReply::error() == NoError is no proof of anything.
enum class Integrity : quint8 {
    Unknown, ///< no body arrived
    Unverified, ///< ended, but nothing tells whether this is all of it
    Complete, ///< the length agrees with what was announced
    Verified, ///< Content-Digest (RFC 9530) matches
    Corrupt, ///< length, framing, compression or digest prove damage
};

/// One fact about one task. The stream of these is the only source of truth of the program.
struct TaskEvent
{
    qint64 timeNs = 0; ///< std::chrono::steady_clock, nanoseconds
    qint64 value = 0; ///< meaning depends on kind
    QString text {};
    TaskId task = TaskId::None;
    TaskId parent = TaskId::None; ///< with Queued only
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
/// "network 3", "pool 1", "GUI": translated.
QString laneName(Lane lane);

Q_DECLARE_METATYPE(TaskId)
