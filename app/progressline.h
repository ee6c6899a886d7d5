// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

#include <cstdio>

class Board;

/// The one line on the terminal that is written again and again while the work goes on.
class ProgressLine
{
    Q_DECLARE_TR_FUNCTIONS(ProgressLine)
public:
    /// \p terminal must outlive this object.
    explicit ProgressLine(std::FILE *terminal);
    /// Erases the line.
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    /// \p expected: how many rows \p board will have in the end.
    void draw(const Board &board, qsizetype expected, qint64 elapsedNs);
    void erase();

    /// The line, at most \p width columns.
    static QString text(const Board &board, qsizetype expected, qint64 elapsedNs, int width);

private:
    std::FILE *m_terminal;
    bool m_isDrawn = false;
};
