// SPDX-License-Identifier: MIT
#include "work/kernels/imagesource.h"

#include <algorithm>
#include <cstring>

namespace {
// Some plugins ask for everything at once; smaller pieces keep them stoppable. Qt's handler of PNG
// takes no less than the 8 KiB it asks for.
constexpr qint64 piece = 16 * 1024;
constexpr qint64 smallPiece = 1024; // of a flat JPEG, a megapixel
} // namespace

ImageSource::ImageSource(const QByteArray &body, KernelContext &context)
    : m_body(body)
    , m_context(context)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 ImageSource::readData(char *data, qint64 maxSize)
{
    if (m_context.stopRequested())
        return -1;
    const qint64 length
        = std::min({maxSize, m_takesLess ? smallPiece : piece, m_body.size() - pos()});
    if (length <= 0) {
        m_ranOut = m_ranOut || maxSize > 0;
        return 0;
    }
    std::memcpy(data, m_body.constData() + pos(), size_t(length));
    if (pos() + length > m_furthest) {
        m_furthest = pos() + length;
        m_context.progress(m_furthest);
    }
    return length;
}
