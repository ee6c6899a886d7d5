// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/taskevent.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <memory>

class TaskHandle;

/// The three limits of a fetch, all counted from the moment a request is really sent, never while
/// it waits for its turn. Zero or less means no limit.
struct FetchLimits
{
    std::chrono::milliseconds firstByte {5'000}; ///< per attempt: until the reply's head is there
    std::chrono::milliseconds silence {5'000}; ///< per attempt: between two arrivals of bytes
    std::chrono::milliseconds total {30'000}; ///< over all attempts, redirects and pauses
    qint64 maxBytes = 64LL << 20; ///< of the body, on the wire and decompressed
};

/// Where the body of a fetch goes, decompressed. It is counted, checked and limited all the same. A
/// value.
struct BodyDestination
{
    enum class Kind {
        Memory, ///< FetchResult::body, with whatever there is of it also when the fetch fails
        Nothing, ///< it is not kept
        File, ///< there once the fetch has succeeded; until then in a ".part" beside it
    };

    Kind kind = Kind::Memory;
    /// With File: as QFile has it. A file of that name is replaced by a body that is whole, and
    /// else left as it was. What cannot be written there fails the fetch.
    QString fileName {};
};

/// What to fetch. A value.
struct FetchRequest
{
    QUrl url; ///< absolute, http or https
    QByteArray method = "GET";
    QByteArray body {};
    QList<std::pair<QByteArray, QByteArray>> headers {};
    FetchLimits limits {};
    BodyDestination destination {};
    int retries = 2; ///< further attempts after the first, for idempotent methods only
    bool http2 = false; ///< known faults in Qt 6.4, hence off
    QString title {}; ///< the task's title; empty: the address
    TaskId parent = TaskId::None;
    /// The task to report into when the fetch is one stage of it. It is not finished then: whoever
    /// made it does that. Null: the fetch is a task of its own.
    std::shared_ptr<TaskHandle> task {};
};

/// How a fetch ended, and with what. A value.
struct FetchResult
{
    Outcome outcome {};
    TaskId task = TaskId::None;
    int status = 0; ///< HTTP status of the last reply; 0 without one
    QByteArray body {}; ///< decompressed; what there is of it when outcome is not Succeeded
    qint64 bodyBytes = 0; ///< decompressed, wherever they went, of the last attempt
    QByteArray contentType {};
    qint64 wireBytes = 0; ///< body as it came over the wire, of the last attempt
    int attempts = 0; ///< how many times a request was sent, redirects not counted
    qint64 firstByteNs = -1; ///< from the send of the last attempt to its reply's head
    qint64 elapsedNs = 0; ///< from the first send to the end
    Integrity integrity = Integrity::Unknown;
    QList<QUrl> hops {}; ///< addresses redirected to, in order
};
