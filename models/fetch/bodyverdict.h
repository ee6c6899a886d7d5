// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/bodydecoder.h"
#include "record/taskevent.h"

#include <QCryptographicHash>

#include <memory>
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

/// Checks a body against its Content-Digest field (RFC 9530): sha-256 and sha-512, the stronger one
/// where both are given. The digest is about the content as sent, still encoded.
class ContentDigest
{
public:
    /// Nothing when \p field names no algorithm known here, or is malformed.
    static std::optional<ContentDigest> fromField(const QByteArray &field);

    void addData(QByteArrayView data) { m_hash->addData(data); }
    bool matches() const { return m_hash->result() == m_expected; }

private:
    ContentDigest(QCryptographicHash::Algorithm algorithm, QByteArray expected);

    std::unique_ptr<QCryptographicHash> m_hash;
    QByteArray m_expected;
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
