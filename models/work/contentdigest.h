// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayList>
#include <QCryptographicHash>

#include <memory>
#include <optional>

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
