// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <zlib.h>

/// What the gzip file \p packed holds, checked against its sum; null when it is damaged or holds
/// more than \p limit bytes.
inline QByteArray gunzip(const QByteArray &packed, qsizetype limit = 16 * 1024 * 1024)
{
    z_stream stream {};
    if (inflateInit2(&stream, MAX_WBITS + 16) != Z_OK)
        return {};
    QByteArray out(limit, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int result = inflate(&stream, Z_FINISH);
    out.truncate(out.size() - qsizetype(stream.avail_out));
    inflateEnd(&stream);
    return result == Z_STREAM_END && stream.avail_in == 0 ? out : QByteArray();
}
