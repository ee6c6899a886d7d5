// SPDX-License-Identifier: MIT
#include "app/cli/linewriter.h"

#include <cerrno>
#include <csignal>

LineWriter::LineWriter(std::FILE *file)
    : m_file(file)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void LineWriter::add(const QByteArray &lines)
{
    constexpr qsizetype much = 1 << 16;
    m_lines += lines;
    if (m_lines.size() >= much)
        flush();
}

void LineWriter::flush()
{
    if (!isBroken() && !m_lines.isEmpty()) {
        errno = 0;
        const auto size = size_t(m_lines.size());
        if (std::fwrite(m_lines.constData(), 1, size, m_file) != size || std::fflush(m_file) != 0)
            m_error = errno != 0 ? errno : EIO;
    }
    m_lines.clear();
}
