// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace practice {

/// \p data as a gzip file (RFC 1952).
QByteArray gzip(const QByteArray &data);
/// A gzip file of about 1 KiB per MiB that unpacks to \p mebibytes of zeros. Made at once: one
/// mebibyte is compressed and its block repeated.
QByteArray gzipBomb(int mebibytes);

} // namespace practice
