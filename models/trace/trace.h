// SPDX-License-Identifier: MIT
#pragma once

#include "record/snapshot.h"

#include <functional>
#include <stop_token>

/// A recording as it came out of a trace. A value.
struct Trace
{
    Snapshot events;
    QString fault; ///< a sentence; not empty: there is nothing else
};

/// Who watches a trace being written or read, both of which may take seconds.
struct TraceWatch
{
    std::stop_token stop {};
    /// Called now and then on the thread that does the work, with 0 … 1.
    std::function<void(double)> progress = [](double) {};
};

/// How a Chrome trace carries our own recording. Beside the "traceEvents" for other programs it has
/// one member "loopscope", an object with "format", "version", "saved", "originNs" and then
/// "events": an array for each event with its Field values, of which the last ones may be missing
/// when they are 0. The numbers of the enums stand in files: new enumerators go to their end.
namespace TraceFormat {

constexpr qint64 version = 2; ///< older ones open, too: see TraceVersion1

enum Field { Time, Kind, Code, Task, Value, LaneKind, LaneNumber, Parent, TextField, FieldCount };
constexpr int fewestFields = Kind + 1;

// What a file must not exceed, so that memory and sums stay bounded.
constexpr qint64 maxBytes = 2LL << 30;
constexpr qsizetype maxEvents = 5'000'000;
constexpr qsizetype maxTasks = 1'000'000;
constexpr qint64 maxTextUnits = 128LL << 20; ///< of all events together
constexpr qint64 maxTimeNs = 1LL << 53; ///< 104 days from the origin
constexpr qint64 maxValue = 1LL << 53;
constexpr qint64 maxProgress = 1LL << 40; ///< the sum of as many as there may be fits
constexpr qint64 maxOriginNs = 1LL << 62;

static_assert(int(EventKind::ProcessEnded) == 19 && int(NoteCode::Cancelling) == 12
                  && int(TaskType::Run) == 5 && int(Integrity::Corrupt) == 4
                  && int(Lane::Kind::Coroutine) == 4 && int(StallKind::Congestion) == 1
                  && int(ThreadState::Stopped) == 5 && int(TimeShare::Blocked) == 2
                  && int(AwaitedKind::Lock) == 6 && int(InputKind::Other) == 5
                  && int(PauseKind::Stopped) == 2 && int(ProcessEnd::Signalled) == 1,
              "an enum has grown: raise these numbers, or the version when old ones changed");

} // namespace TraceFormat
