// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <zlib.h>

/// \p plain compressed by zlib itself. \p windowBits: MAX_WBITS for zlib's header, + 16 for gzip's,
/// negative for none.
inline QByteArray packed(const QByteArray &plain, int windowBits)
{
    z_stream z {};
    if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib fails");
    QByteArray out(qsizetype(deflateBound(&z, uLong(plain.size()))), Qt::Uninitialized);
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    z.avail_in = uInt(plain.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    if (deflate(&z, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib fails");
    out.truncate(out.size() - z.avail_out);
    deflateEnd(&z);
    return out;
}
inline QByteArray gzipped(const QByteArray &plain)
{
    return packed(plain, MAX_WBITS + 16);
}
