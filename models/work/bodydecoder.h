// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>

/// Undoes a Content-Encoding as the bytes arrive: identity, gzip or deflate. Qt could do that by
/// itself, but hides a stream that is cut short (NoError) and the encoded bytes that a
/// Content-Digest is about; so it is done here, with zlib.
class BodyDecoder
{
public:
    enum class State { Open, Ended, Corrupt, TooLarge, UnknownEncoding };

    /// \p limit: the most bytes take() will ever collect.
    BodyDecoder(const QByteArray &contentEncoding, qint64 limit);
    ~BodyDecoder();

    State write(QByteArrayView encoded);
    State state() const { return m_state; }
    bool isCompressed() const { return m_stream != nullptr; }
    /// What was decoded so far; leaves the decoder empty.
    QByteArray take() { return std::move(m_body); }

private:
    struct Stream;
    void inflateMore(QByteArrayView encoded);
    void beginMember();

    std::unique_ptr<Stream> m_stream; // null for identity
    QByteArray m_body;
    qint64 m_limit;
    State m_state = State::Open;
};
