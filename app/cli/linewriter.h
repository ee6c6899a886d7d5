// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstdio>

/// Writes lines to a file that may be a pipe whose reader goes away, as in "| head -1". Blocks
/// while the reader is slow.
class LineWriter
{
public:
    /// \p file must outlive this object. From now on a reader that is gone is an error of a write
    /// and not the end of the process.
    explicit LineWriter(std::FILE *file);

    /// Keeps \p lines until flush(), which it calls by itself when much has come together.
    void add(const QByteArray &lines);
    /// After it everything has left the process, or isBroken().
    void flush();

    /// A write has failed; nothing is written any more.
    bool isBroken() const { return m_error != 0; }
    /// The errno of it.
    int error() const { return m_error; }

private:
    std::FILE *m_file;
    QByteArray m_lines;
    int m_error = 0;
};
