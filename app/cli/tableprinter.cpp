// SPDX-License-Identifier: MIT
#include "app/cli/tableprinter.h"

#include "app/cli/terminal.h"
#include "fetch/addresslist.h"
#include "session/board.h"
#include "session/tasktext.h"

using namespace Qt::StringLiterals;

namespace {

/// The window's glyphs and, as far as a terminal has them, its colours: green, vermilion, …
struct Look
{
    char16_t glyph;
    const char *colour; // parameters of SGR
};

constexpr Look rejectedLook {u'✕', "31"};

Look lookOf(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Queued: return {u'○', "90"};
    case TaskStatus::Running: return {u'●', "34"};
    case TaskStatus::Suspended: return {u'◐', "36"};
    case TaskStatus::Succeeded: return {u'✓', "32"};
    case TaskStatus::Failed: return {u'✕', "31"};
    case TaskStatus::TimedOut: return {u'◷', "33"};
    case TaskStatus::Cancelled: return {u'⊘', "90"};
    case TaskStatus::Abandoned: return {u'?', "35"};
    }
    Q_UNREACHABLE();
}

QString outcomeCell(char16_t glyph, const QString &word)
{
    return QChar(glyph) + u' ' + word.leftJustified(9);
}

QString cells(const QString &status, const QString &bytes, const QString &time,
              const QString &tries)
{
    return u"  "_s + status.rightJustified(6) + u"  "_s + bytes.rightJustified(9) + u"  "_s
        + time.rightJustified(9) + u"  "_s + tries.rightJustified(5) + u"  "_s;
}

QString numberOrDash(qint64 number)
{
    return number > 0 ? QString::number(number) : u"–"_s;
}

QString withNote(const QString &address, const QString &note)
{
    const QString text = note.isEmpty() ? address : address + u"  "_s + note;
    return Terminal::harmless(text) + u'\n';
}

} // namespace

TablePrinter::TablePrinter(Colours colours)
    : m_colours(colours)
{
}

QByteArray TablePrinter::heading() const
{
    const QString text = u"  "_s + tr("outcome").leftJustified(9)
        + cells(tr("status"), tr("bytes"), tr("time"), tr("tries")) + tr("address") + u'\n';
    return text.toUtf8();
}

QByteArray TablePrinter::rejected(const RejectedAddress &address) const
{
    const QString text
        = painted(outcomeCell(rejectedLook.glyph, tr("rejected")), rejectedLook.colour)
        + cells(numberOrDash(0), numberOrDash(0), u"–"_s, numberOrDash(0))
        + withNote(address.text, address.reason);
    return text.toUtf8();
}

QByteArray TablePrinter::finished(const TaskState &task) const
{
    const Look look = lookOf(task.status);
    const QString time = TaskText::duration(task, task.finishedNs);
    const QString text
        = painted(outcomeCell(look.glyph, TaskText::statusWord(task.status)), look.colour)
        + cells(numberOrDash(task.httpStatus), TaskText::bytes(task.bytes),
                time.isEmpty() ? u"–"_s : time, numberOrDash(task.attempts))
        + withNote(task.title, task.message.isEmpty() ? task.result : task.message);
    return text.toUtf8();
}

QByteArray TablePrinter::summary(const FetchSummary &summary) const
{
    QString text = tr("%1 in all").arg(summary.total());
    const auto add = [&](int count, const QString &word) {
        if (count > 0)
            text += u" · %1 %2"_s.arg(count).arg(word);
    };
    add(summary.succeeded, TaskText::statusWord(TaskStatus::Succeeded));
    add(summary.failed, TaskText::statusWord(TaskStatus::Failed));
    add(summary.timedOut, TaskText::statusWord(TaskStatus::TimedOut));
    add(summary.cancelled, TaskText::statusWord(TaskStatus::Cancelled));
    add(summary.abandoned, TaskText::statusWord(TaskStatus::Abandoned));
    add(summary.rejected, tr("rejected"));
    text += u" · "_s + TaskText::seconds(summary.elapsedNs);
    text += tr(" · loop lag p50 %1, p99 %2, worst %3")
                .arg(TaskText::seconds(summary.lag.p50Ns), TaskText::seconds(summary.lag.p99Ns),
                     TaskText::seconds(summary.lag.maxNs));
    return text.toUtf8() + '\n';
}

QString TablePrinter::painted(const QString &text, const char *colour) const
{
    if (m_colours == Colours::Off)
        return text;
    return u"\x1b[%1m%2\x1b[0m"_s.arg(QLatin1StringView(colour), text);
}
