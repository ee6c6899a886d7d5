// SPDX-License-Identifier: MIT
#include "app/progressline.h"

#include "app/terminal.h"
#include "record/board.h"
#include "views/tasktext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QString bar(double fraction, int columns)
{
    const int full = std::clamp(int(std::lround(fraction * columns)), 0, columns);
    return QString(full, u'█') + QString(columns - full, u'░');
}

} // namespace

ProgressLine::ProgressLine(std::FILE *terminal)
    : m_terminal(terminal)
{
}

ProgressLine::~ProgressLine()
{
    erase();
}

void ProgressLine::draw(const Board &board, qsizetype expected, qint64 elapsedNs)
{
    // The last column stays free: some terminals wrap as soon as it is written.
    const QString line = text(board, expected, elapsedNs, Terminal::width(m_terminal) - 1);
    const QByteArray bytes = "\r\x1b[K" + line.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_terminal);
    std::fflush(m_terminal);
    m_isDrawn = true;
}

void ProgressLine::erase()
{
    if (!std::exchange(m_isDrawn, false))
        return;
    std::fputs("\r\x1b[K", m_terminal);
    std::fflush(m_terminal);
}

QString ProgressLine::text(const Board &board, qsizetype expected, qint64 elapsedNs, int width)
{
    constexpr int barColumns = 24;
    const qsizetype done = board.rowCount() - board.unfinished();
    const double known = expected > 0 ? double(board.rowCount()) / double(expected) : 0;
    const double fraction = std::clamp(board.progress() * known, 0.0, 1.0);
    const QString line = tr("%1 %2 % · %3 of %4 · %5 running · %6 · %7")
                             .arg(bar(fraction, barColumns), QString::number(int(fraction * 100)),
                                  QString::number(done), QString::number(expected),
                                  QString::number(board.count(TaskStatus::Running)),
                                  TaskText::bytes(board.bytes()), TaskText::seconds(elapsedNs));
    return line.left(std::max(0, width));
}
