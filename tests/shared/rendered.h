// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/jsonprinter.h"
#include "app/cli/tableprinter.h"
#include "lab/runtrace.h"
#include "session/gallerymodel.h"
#include "session/report.h"
#include "session/session.h"
#include "session/stalllist.h"
#include "session/taskmodel.h"
#include "session/taskstory.h"
#include "trace/tracereader.h"
#include "trace/tracewriter.h"
#include "ui/timeline/timelinetext.h"

#include <QBuffer>

#include <array>

/// What each consumer of the events shows, as lines of text to compare: one function for each, so
/// that whoever changes one has one place to go to. A line has fields parted by " | "; times are
/// nanoseconds since the recording began, "-" where there is none.
namespace Rendered {

/// \p text in one line, whatever is in it, without what parts fields.
inline QString plain(const QString &text)
{
    QString line;
    for (const QChar c : text) {
        if (c.isPrint() && !c.isSurrogate() && c != u'\\' && c != u'|')
            line += c;
        else
            line += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    return line;
}

inline QString line(const QStringList &fields)
{
    QStringList texts;
    for (const QString &field : fields)
        texts << plain(field);
    return texts.join(QStringLiteral(" | "));
}

inline QString number(qint64 value)
{
    return QString::number(value);
}

inline QString id(TaskId task)
{
    return QLatin1Char('#') + QString::number(toIndex(task));
}

inline QString since(qint64 originNs, qint64 timeNs)
{
    return timeNs < 0 || timeNs == Span::openEnd ? QStringLiteral("-") : number(timeNs - originNs);
}

inline QString name(SpanKind kind)
{
    constexpr std::array names {"work", "waiting", "turn", "hang", "congestion", "pause"};
    return QString::fromLatin1(names.at(size_t(kind)));
}

inline QString name(RunSpan::Kind kind)
{
    constexpr std::array names {"queued", "running", "suspended"};
    return QString::fromLatin1(names.at(size_t(kind)));
}

inline QString name(TaskType type)
{
    constexpr std::array names {"fetch", "compute", "picture", "tile", "step", "run"};
    return QString::fromLatin1(names.at(size_t(type)));
}

inline QString name(TaskStatus status)
{
    return QString(Report::statusName(status));
}

inline QString name(Lane lane)
{
    return lane.kind == Lane::Kind::None ? QStringLiteral("no lane") : laneName(lane);
}

/// The line of numbers below the table: how many of each status, the progress of all, the bytes.
inline QStringList counts(const Board &board)
{
    QStringList fields;
    for (int status = 0; status < taskStatusCount; ++status)
        fields << name(TaskStatus(status)) + u' ' + number(board.count(TaskStatus(status)));
    fields << QStringLiteral("unfinished %1").arg(board.unfinished())
           << QStringLiteral("rows %1 of %2").arg(board.rowCount()).arg(board.taskCount())
           << QStringLiteral("progress %1").arg(board.progress(), 0, 'f', 6)
           << QStringLiteral("bytes %1").arg(board.bytes());
    return {line(fields)};
}

/// The table: id, status, the cells, the tips that say something else, and what it is sorted by.
inline QStringList table(const TaskModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto data
            = [&](int column, int role) { return model.data(model.index(row, column), role); };
        QStringList fields {id(data(0, TaskModel::IdRole).value<TaskId>()),
                            name(TaskStatus(data(0, TaskModel::StatusRole).toInt()))};
        QStringList tips;
        QStringList keys;
        for (int column = 0; column < TaskModel::ColumnCount; ++column) {
            const QString cell = data(column, Qt::DisplayRole).toString();
            const QString tip = data(column, Qt::ToolTipRole).toString();
            fields << cell;
            if (tip != cell)
                tips << tip;
            const QString key = data(column, TaskModel::SortRole).toString();
            if (key != cell)
                keys << key;
        }
        fields << QStringLiteral("fraction %1")
                      .arg(data(0, TaskModel::FractionRole).toDouble(), 0, 'f', 4)
               << QStringLiteral("sort ") + keys.join(u' ')
               << QStringLiteral("tips ") + tips.join(u' ');
        lines << line(fields);
    }
    return lines;
}

/// The gallery: which tasks' pictures are shown, and what their tips say.
inline QStringList gallery(const GalleryModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        lines << line({id(index.data(GalleryModel::IdRole).value<TaskId>()),
                       index.data(Qt::ToolTipRole).toString()});
    }
    return lines;
}

/// The lanes of the timeline: begin, end, task, kind and status of each span, then its tip at
/// \p nowNs. A span is followed by the track of the one before it of its task.
inline QStringList timeline(const Spans &index, const Board &board, qint64 nowNs)
{
    const qint64 origin = index.beginNs();
    QStringList lines;
    for (int row = 0; row < index.laneCount(); ++row) {
        lines << line({QStringLiteral("lane"), name(index.lane(row))});
        QList<std::pair<qint64, QString>> spans; // a track may keep those of a batch in any order
        for (quint32 i = 0; i < index.track(row).size(); ++i) {
            const Span &span = index.track(row).at(i);
            const int before = index.rowOf(span.previous);
            spans.append(
                {span.beginNs,
                 line({QStringLiteral("span"), since(origin, span.beginNs),
                       since(origin, span.endNs), id(span.task), name(span.kind), name(span.status),
                       before < 0 ? QStringLiteral("-") : name(index.lane(before)),
                       TimelineText::span(index, index.refAt(row, i), board, {}, nowNs)})});
        }
        std::ranges::sort(spans);
        for (const auto &[beginNs, text] : spans)
            lines << text;
    }
    for (quint32 i = 0; i < index.turns().size(); ++i) {
        const Span &turn = index.turns().at(i);
        lines << line({QStringLiteral("turn"), since(origin, turn.beginNs),
                       since(origin, turn.endNs), TimelineText::turn(index, turn)});
    }
    lines << line({QStringLiteral("until"), since(origin, index.endNs()),
                   index.isBusy() ? QStringLiteral("busy") : QStringLiteral("idle")});
    return lines;
}

/// The arrows of the timeline from each task to its children, and how many tasks a measure counts.
inline QStringList family(const Projection &projection, const Board &board)
{
    const Spans &index = projection.spans();
    QStringList lines;
    for (qsizetype i = 0; i < board.taskCount(); ++i) {
        const TaskId task = board.at(i).id;
        QStringList children;
        for (const TaskId child : projection.childrenOf(task))
            children << id(child);
        if (!children.isEmpty())
            lines << line({id(task), QStringLiteral("parent of ") + children.join(u' ')});
    }
    const qint64 quarter = (index.endNs() - index.beginNs()) / 4;
    QStringList tasks;
    for (int i = 0; i < 4; ++i) {
        const qint64 from = index.beginNs() + i * quarter;
        tasks << TimelineText::tasks(index.tasksWithin(from, from + quarter));
    }
    return lines << line(QStringList {QStringLiteral("quarters")} + tasks);
}

/// The stalls as the timeline draws them: begin, end, id, kind, the guilty function, and the tip.
inline QStringList drawnStalls(const Projection &projection)
{
    const Spans &index = projection.spans();
    const qint64 origin = index.beginNs();
    QStringList lines;
    for (quint32 i = 0; i < index.stalls().size(); ++i) {
        const Span &stall = index.stalls().at(i);
        lines << line(
            {since(origin, stall.beginNs), since(origin, stall.endNs), id(stall.task),
             name(stall.kind), projection.culpritTextOf(stall.task),
             stall.isOpen() ? QStringLiteral("-") : TimelineText::stall(projection, stall)});
    }
    return lines;
}

/// The list of stalls, and below each its receipt.
inline QStringList receipts(const StallList &list)
{
    QStringList lines;
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex index = list.index(row);
        const StallReceipt &receipt = list.receipt(row);
        lines << line({QStringLiteral("stall"), id(index.data(StallList::IdRole).value<TaskId>()),
                       index.data(Qt::DisplayRole).toString(),
                       index.data(Qt::ToolTipRole).toString()});
        lines << line({QStringLiteral("head"), receipt.lengthText(), receipt.kindText(),
                       receipt.culprit().frame.function, receipt.culprit().frame.place,
                       QString(receipt.experiment())});
        lines << line({QStringLiteral("waited"), receipt.waitedInput().first,
                       receipt.waitedInput().second, receipt.waitedDrawing().first,
                       receipt.waitedDrawing().second});
        for (const QString &text : list.text(row).split(u'\n', Qt::SkipEmptyParts))
            lines << line({QStringLiteral("text"), text});
    }
    return lines;
}

/// What the window exports.
inline QStringList report(const Board &board)
{
    QStringList lines;
    for (const QByteArray &row : Report::csv(board).split('\n'))
        lines << line({QStringLiteral("csv"), QString::fromUtf8(row).trimmed()});
    for (const QByteArray &row : Report::jsonDocument(board).split('\n'))
        lines << line({QStringLiteral("json"), QString::fromUtf8(row).trimmed()});
    return lines;
}

/// What the command line prints of the tasks that ended.
inline QStringList printed(const Board &board)
{
    const JsonPrinter json;
    const TablePrinter table(TablePrinter::Colours::Off);
    QStringList lines;
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        const TaskState &task = board.row(row);
        if (!isFinished(task.status))
            continue;
        lines << line({id(task.id), QString::fromUtf8(json.finished(task)).trimmed()});
        lines << line({id(task.id), QString::fromUtf8(table.finished(task)).trimmed()});
    }
    return lines;
}

/// The run of the lab below \p root as its chart draws it: each task with its spans, then how many
/// there are of each type and ran at once.
inline QStringList run(const Snapshot &events, TaskId root)
{
    Projection projection(events.originNs());
    for (qsizetype i = 0; i < events.size(); ++i)
        projection.apply(events.at(i));
    const RunTrace trace(projection, root);
    QStringList lines {line({QStringLiteral("run"), id(root),
                             QStringLiteral("unfinished %1").arg(trace.unfinished())})};
    for (const RunRow &row : trace.rows()) {
        QStringList fields {QStringLiteral("task"), id(row.task),     id(row.parent),
                            name(row.type),         name(row.status), row.title};
        for (const RunSpan &span : row.spans)
            fields << QStringLiteral("%1 %2 %3 %4")
                          .arg(since(events.originNs(), span.beginNs),
                               since(events.originNs(), span.endNs), name(span.kind),
                               name(span.kind == RunSpan::Kind::Running ? span.lane : Lane()));
        lines << line(fields);
    }
    for (int type = 0; type <= int(TaskType::Run); ++type) {
        if (const int count = trace.count(TaskType(type)); count > 0)
            lines << line({QStringLiteral("peak"), name(TaskType(type)), number(count),
                           number(trace.peakRunning(TaskType(type)))});
    }
    return lines;
}

/// The runs there are; without any the first tasks that have children, which are told alike.
inline QList<TaskId> roots(const Snapshot &events)
{
    QList<TaskId> runs;
    QList<TaskId> parents;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const TaskEvent &event = events.at(i);
        if (event.kind != EventKind::Queued)
            continue;
        if (TaskType(event.code) == TaskType::Run && !runs.contains(event.task))
            runs << event.task;
        if (event.parent != TaskId::None && !parents.contains(event.parent) && parents.size() < 3)
            parents << event.parent;
    }
    return runs.isEmpty() ? parents : runs;
}

inline QStringList runs(const Snapshot &events)
{
    QStringList lines;
    for (const TaskId root : roots(events))
        lines << run(events, root);
    return lines;
}

/// The stories of the tasks in the table.
inline QStringList stories(const Recording &recording, const Board &board, qsizetype events)
{
    QStringList lines;
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        for (const StoryLine &step : taskStory(recording, board.row(row).id, events))
            lines << line({id(board.row(row).id), number(step.sinceQueuedNs),
                           (step.isDetail ? QStringLiteral("    ") : QString()) + step.text});
    }
    return lines;
}

/// The file that "Save trace" writes.
inline QByteArray traceFile(const Snapshot &events)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const TraceWatch watch;
    return TraceWriter(events, buffer, watch).write() ? buffer.data() : QByteArray();
}

/// Its part for other programs. The rest is the events themselves, with version and date.
inline QStringList traceEvents(const QByteArray &file)
{
    QStringList lines;
    for (const QByteArray &row : file.left(file.indexOf("\n],\n")).split('\n'))
        lines << plain(QString::fromUtf8(row));
    return lines;
}

inline Trace openedTrace(QByteArray file)
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    const TraceWatch watch;
    return TraceReader(buffer, watch).read();
}

} // namespace Rendered
