// SPDX-License-Identifier: MIT
#include "fetch/bodydecoder.h"

#include <zlib.h>

#include <array>

namespace {

constexpr int gzipWindow = MAX_WBITS + 16; // zlib's ways to say which header to expect
constexpr int zlibWindow = MAX_WBITS;
constexpr int rawWindow = -MAX_WBITS;

/// Some servers send "deflate" without zlib's header (RFC 9110, 8.4.1.2, warns of it). RFC 1950,
/// 2.2: the header's two bytes name method 8 and are a multiple of 31.
bool hasZlibHeader(QByteArrayView start)
{
    const int first = uchar(start[0]);
    return (first & 0x0f) == Z_DEFLATED && ((first << 8) | uchar(start[1])) % 31 == 0;
}

} // namespace

struct BodyDecoder::Stream
{
    explicit Stream(bool isGzip)
        : isGzip(isGzip)
        , hasWindow(isGzip)
        , ok(inflateInit2(&z, isGzip ? gzipWindow : zlibWindow) == Z_OK)
    {
    }
    ~Stream() { inflateEnd(&z); }
    Q_DISABLE_COPY_MOVE(Stream)

    z_stream z {};
    QByteArray start {}; ///< of a deflate body, until its header can be told
    bool isGzip;
    bool hasWindow; ///< the kind of header is known
    bool ok;
};

BodyDecoder::BodyDecoder(const QByteArray &contentEncoding, qint64 limit,
                         const BodyDestination &destination)
    : m_sink(BodySink::make(destination))
    , m_limit(limit > 0 ? limit : std::numeric_limits<qint64>::max())
{
    const QByteArray encoding = contentEncoding.trimmed().toLower();
    const bool isGzip = encoding == "gzip" || encoding == "x-gzip";
    if (isGzip || encoding == "deflate") {
        m_stream = std::make_unique<Stream>(isGzip);
        if (!m_stream->ok)
            m_state = State::Corrupt;
    } else if (!encoding.isEmpty() && encoding != "identity") {
        m_state = State::UnknownEncoding;
    }
    if (!m_sink->fault().isEmpty())
        m_state = State::SinkFailed;
}

BodyDecoder::~BodyDecoder() = default;

BodyDecoder::State BodyDecoder::write(QByteArrayView encoded)
{
    if (encoded.isEmpty())
        return m_state;
    if (m_state == State::Ended)
        beginMember();
    if (m_state != State::Open)
        return m_state;
    if (!m_stream) {
        pass(encoded);
    } else if (m_stream->hasWindow) {
        inflateMore(encoded);
    } else if (m_stream->start += encoded; m_stream->start.size() >= 2) {
        m_stream->hasWindow = true;
        if (!hasZlibHeader(m_stream->start))
            inflateReset2(&m_stream->z, rawWindow);
        inflateMore(std::exchange(m_stream->start, {}));
    }
    return m_state;
}

void BodyDecoder::inflateMore(QByteArrayView encoded)
{
    std::array<char, 32 * 1024> piece;
    z_stream &z = m_stream->z;
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(encoded.data()));
    z.avail_in = uInt(encoded.size());
    while (m_state == State::Open) {
        z.next_out = reinterpret_cast<Bytef *>(piece.data());
        z.avail_out = uInt(piece.size());
        const int code = inflate(&z, Z_NO_FLUSH);
        pass(QByteArrayView(piece.data(), qsizetype(piece.size() - z.avail_out)));
        if (m_state != State::Open)
            return;
        if (code == Z_STREAM_END) {
            m_state = State::Ended;
            if (z.avail_in > 0)
                beginMember();
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            m_state = State::Corrupt;
        } else if (z.avail_in == 0 && z.avail_out > 0) {
            return; // wants more input
        }
    }
}

void BodyDecoder::pass(QByteArrayView decoded)
{
    if (m_size + decoded.size() > m_limit)
        m_state = State::TooLarge;
    else if (m_sink->write(decoded))
        m_size += decoded.size();
    else
        m_state = State::SinkFailed;
}

/// A gzip body is a row of members (RFC 1952, 2.2), whose contents are one after the other the
/// body's. Anything else behind an end does not belong there.
void BodyDecoder::beginMember()
{
    const bool isMember = m_stream->isGzip && inflateReset2(&m_stream->z, gzipWindow) == Z_OK;
    m_state = isMember ? State::Open : State::Corrupt;
}
