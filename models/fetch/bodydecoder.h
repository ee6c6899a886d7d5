// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/bodysink.h"

/// Undoes a Content-Encoding as the bytes arrive, identity, gzip or deflate, and passes what comes
/// out of it on to a sink. Qt could do that by itself, but hides a stream that is cut short
/// (NoError) and the encoded bytes that a Content-Digest is about; so it is done here, with zlib.
class BodyDecoder
{
public:
    enum class State {
        Open, ///< as long as identity goes on, or the compressed stream has no end
        Ended, ///< the compressed stream has its end
        Corrupt,
        TooLarge,
        UnknownEncoding, ///< nothing is decoded
        SinkFailed, ///< sink().fault() says why
    };

    /// \p limit: the most bytes the sink will ever get; zero or less for none.
    BodyDecoder(const QByteArray &contentEncoding, qint64 limit,
                const BodyDestination &destination = {});
    ~BodyDecoder();

    /// The next bytes, in pieces of any size. What is wrong with them is in the state, and stays.
    State write(QByteArrayView encoded);
    State state() const { return m_state; }
    bool isCompressed() const { return m_stream != nullptr; }
    /// How many bytes were decoded.
    qint64 size() const { return m_size; }
    BodySink &sink() { return *m_sink; }
    /// What was decoded so far, if it is in memory; leaves none of it there.
    QByteArray take() { return m_sink->take(); }

private:
    struct Stream;
    void inflateMore(QByteArrayView encoded);
    void pass(QByteArrayView decoded);
    void beginMember();

    std::unique_ptr<Stream> m_stream; // null for identity
    std::unique_ptr<BodySink> m_sink;
    qint64 m_size = 0;
    qint64 m_limit;
    State m_state = State::Open;
};
