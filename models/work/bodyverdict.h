// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"
#include "work/bodydecoder.h"

#include <QByteArrayList>

#include <optional>

/// The framing of a reply as its head announces it. QNetworkReply hides most of what is wrong with
/// it, so it is read from the raw fields.
struct Framing
{
    std::optional<qint64> length; ///< Content-Length
    bool lengthInvalid = false; ///< negative, no number, or several that differ
    bool chunked = false;
    bool bodiless = false; ///< to HEAD, or status 204 or 304

    /// \p contentLength is "a, b" when the field came twice.
    static Framing read(const QByteArray &method, int status, const QByteArray &contentLength,
                        const QByteArray &transferEncoding);
    /// A length that cannot be believed: RFC 9112, 6.3, calls it an unrecoverable error.
    bool isFault() const { return lengthInvalid || (chunked && length); }
};

/// How far a finished body can be trusted, and if it is corrupt, the sentence that says why.
struct BodyVerdict
{
    Integrity integrity = Integrity::Unverified;
    QString fault {};
    bool isCutShort = false; ///< the connection broke, so another try may do better

    /// \p digestMatches: nothing when no Content-Digest was sent.
    static BodyVerdict judge(const Framing &framing, qint64 wireBytes, const BodyDecoder &decoder,
                             std::optional<bool> digestMatches);
};
