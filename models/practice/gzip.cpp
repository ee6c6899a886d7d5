// SPDX-License-Identifier: MIT
#include "practice/gzip.h"

#include <QtEndian>

#include <zlib.h>

namespace practice {

namespace {

constexpr int rawDeflate = -MAX_WBITS;
constexpr int gzipFormat = MAX_WBITS + 16;

QByteArray compress(const QByteArray &data, int format, int flush)
{
    z_stream stream {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, format, 8, Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    // deflateBound() speaks of Z_FINISH; a flush adds an empty block.
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(data.size()))) + 16, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.constData()));
    stream.avail_in = uInt(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, flush);
    packed.truncate(packed.size() - qsizetype(stream.avail_out));
    deflateEnd(&stream);
    return packed;
}

void appendLittleEndian(QByteArray *out, quint32 value)
{
    const quint32 bytes = qToLittleEndian(value);
    out->append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

} // namespace

QByteArray gzip(const QByteArray &data)
{
    return compress(data, gzipFormat, Z_FINISH);
}

QByteArray gzipBomb(int mebibytes)
{
    const QByteArray zeros(1024 * 1024, '\0');
    // After a full flush the block ends on a byte and refers to nothing before it.
    const QByteArray block = compress(zeros, rawDeflate, Z_FULL_FLUSH);
    const uLong blockSum
        = crc32(0, reinterpret_cast<const Bytef *>(zeros.constData()), uInt(zeros.size()));
    QByteArray bomb("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    bomb.reserve(bomb.size() + mebibytes * block.size() + 16);
    uLong sum = crc32(0, nullptr, 0);
    for (int i = 0; i < mebibytes; ++i) {
        bomb.append(block);
        sum = crc32_combine(sum, blockSum, z_off_t(zeros.size()));
    }
    bomb.append("\x03\0", 2); // an empty last block
    appendLittleEndian(&bomb, quint32(sum));
    appendLittleEndian(&bomb, quint32(quint64(mebibytes) << 20));
    return bomb;
}

} // namespace practice
