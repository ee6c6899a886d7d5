// SPDX-License-Identifier: MIT
#include "work/bodydecoder.h"

#include <zlib.h>

#include <array>

struct BodyDecoder::Stream
{
    // 32: zlib finds out by itself whether the header is gzip's or zlib's.
    Stream() { ok = inflateInit2(&z, MAX_WBITS + 32) == Z_OK; }
    ~Stream() { inflateEnd(&z); }
    Q_DISABLE_COPY_MOVE(Stream)

    /// Some servers send "deflate" without zlib's header (RFC 9110, 8.4.1.2, warns of it).
    bool becomeRaw() { return inflateReset2(&z, -MAX_WBITS) == Z_OK; }

    z_stream z {};
    bool ok = false;
    bool isFirst = true;
};

BodyDecoder::BodyDecoder(const QByteArray &contentEncoding, qint64 limit)
    : m_limit(limit > 0 ? limit : std::numeric_limits<qint64>::max())
{
    const QByteArray encoding = contentEncoding.trimmed().toLower();
    if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate") {
        m_stream = std::make_unique<Stream>();
        if (!m_stream->ok)
            m_state = State::Corrupt;
    } else if (!encoding.isEmpty() && encoding != "identity") {
        m_state = State::UnknownEncoding;
    }
}

BodyDecoder::~BodyDecoder() = default;

BodyDecoder::State BodyDecoder::write(QByteArrayView encoded)
{
    if (m_state != State::Open || encoded.isEmpty())
        return m_state;
    if (m_stream) {
        inflateMore(encoded);
    } else if (m_body.size() + encoded.size() > m_limit) {
        m_state = State::TooLarge;
    } else {
        m_body.append(encoded);
    }
    return m_state;
}

void BodyDecoder::inflateMore(QByteArrayView encoded)
{
    std::array<char, 32 * 1024> piece;
    z_stream &z = m_stream->z;
    const auto rewind = [&] {
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(encoded.data()));
        z.avail_in = uInt(encoded.size());
    };
    rewind();
    while (m_state == State::Open) {
        z.next_out = reinterpret_cast<Bytef *>(piece.data());
        z.avail_out = uInt(piece.size());
        int code = inflate(&z, Z_NO_FLUSH);
        if (code == Z_DATA_ERROR && m_stream->isFirst && m_stream->becomeRaw()) {
            m_stream->isFirst = false;
            rewind();
            continue;
        }
        m_stream->isFirst = false;
        const qsizetype made = qsizetype(piece.size() - z.avail_out);
        if (m_body.size() + made > m_limit) {
            m_state = State::TooLarge;
            return;
        }
        m_body.append(piece.data(), made);
        if (code == Z_STREAM_END)
            m_state = State::Ended;
        else if (code != Z_OK && code != Z_BUF_ERROR)
            m_state = State::Corrupt;
        else if (z.avail_in == 0 && z.avail_out > 0)
            return; // wants more input
    }
}
