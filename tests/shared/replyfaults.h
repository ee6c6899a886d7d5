// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"
#include "record/outcome.h"

#include <QLibraryInfo>
#include <QList>
#include <QMetaType>
#include <QVersionNumber>

/// What the practice server sends when it is asked for \c path, and how such a fetch has to end.
struct ReplyFault
{
    int row; ///< of tests/faults/README.md
    const char *path;
    int retries;
    Outcome::Kind kind;
    const char *fragment; ///< a regular expression for the sentence
    int attempts;
    Integrity integrity;

    /// Of \p request; tight where it is they that end it.
    void limit(FetchRequest &request) const
    {
        using std::chrono::milliseconds;
        if (kind != Outcome::Kind::TimedOut)
            return;
        request.limits.firstByte = milliseconds(1'000);
        request.limits.silence = milliseconds(500);
        request.limits.total = milliseconds(3'000);
    }
};
Q_DECLARE_METATYPE(ReplyFault)

inline QList<ReplyFault> replyFaults()
{
    const auto failed = Outcome::Kind::Failed;
    const auto good = Outcome::Kind::Succeeded;
    const auto late = Outcome::Kind::TimedOut;
    // Qt 6.4.2 takes every interim reply but 100 for the reply; 6.8.2 reads on (between: not
    // tried).
    const bool readsOn = QLibraryInfo::version() >= QVersionNumber(6, 8);
    return {
        {3, "reset-before", 0, failed, "without a reply", 1, Integrity::Unknown},
        {3, "reset-before", 2, failed, "without a reply", 3, Integrity::Unknown},
        {3, "close-before", 0, failed, "without a reply", 1, Integrity::Unknown},
        {3, "close-before", 2, failed, "without a reply", 3, Integrity::Unknown},
        {4, "reset-within", 0, failed, "the rest is missing", 1, Integrity::Corrupt},
        {4, "reset-within", 1, failed, "the rest is missing", 2, Integrity::Corrupt},
        {4, "truncate/1000?of=9000", 0, failed, "the rest is missing", 1, Integrity::Corrupt},
        {4, "length-long", 0, failed, "the rest is missing", 1, Integrity::Corrupt},
        // all of it, proven
        {4, "chunk-unterminated?digest=1", 0, good, "", 1, Integrity::Verified},
        {5, "length-short", 0, failed, "Content-Digest", 1, Integrity::Corrupt},
        {5, "length-negative", 0, failed, "no valid length", 1, Integrity::Corrupt},
        {5, "length-twice", 0, failed, "no valid length", 1, Integrity::Corrupt},
        {5, "length-and-chunked", 0, failed, "chunked as well", 1, Integrity::Corrupt},
        {6, "chunk-bad", 0, good, "", 1, Integrity::Unverified},
        {6, "chunk-bad?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt},
        {6, "chunk-negative", 0, good, "", 1, Integrity::Unverified},
        {6, "chunk-negative?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt},
        {6, "chunk-huge", 0, good, "", 1, Integrity::Unverified},
        {6, "chunk-huge?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt},
        {6, "gzip-truncated", 0, failed, "cut short", 1, Integrity::Corrupt},
        {6, "gzip-truncated?digest=1", 0, failed, "Content-Digest", 1, Integrity::Corrupt},
        {6, "gzip-corrupt", 0, failed, "damaged", 1, Integrity::Corrupt},
        {7, "not-http", 0, failed, "without a reply", 1, Integrity::Unknown},
        {7, "no-status", 0, failed, "without a reply", 1, Integrity::Unknown},
        readsOn
            ? ReplyFault {7, "early-hints", 0, good, "", 1, Integrity::Complete}
            : ReplyFault {7, "early-hints", 0, failed, "interim status 103", 1, Integrity::Unknown},
        {7, "nocontent-body", 0, good, "", 1, Integrity::Complete},
        {7, "continue-flood", 0, good, "", 1, Integrity::Complete},
        {8, "headers-many", 0, late, "header fields", 1, Integrity::Unverified},
        // as it arrives
        {8, "header-big", 0, late, "header fields|No first byte", 1, Integrity::Unknown},
        {9, "drip-header", 0, late, "first byte", 1, Integrity::Unknown},
        {9, "drip?bytes=1000", 0, late, "total limit", 1, Integrity::Unverified},
        {9, "hang", 1, late, "first byte", 2, Integrity::Unknown},
    };
}
