// SPDX-License-Identifier: MIT
#include "trace/tracewriter.h"

#include "trace/jsontext.h"

#include <QDateTime>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;
using JsonText::member;

namespace {

constexpr qsizetype lookEvery = 1 << 12; // events between two looks at the watch

/// Nothing in the trace is earlier.
qint64 beginOf(const Snapshot &events, const TraceSpans &spans)
{
    qint64 begin = events.originNs();
    for (const TraceSpan &span : spans.all())
        begin = std::min(begin, span.beginNs);
    for (qsizetype i = 0; i < events.size(); ++i)
        begin = std::min(begin, events.at(i).timeNs);
    return begin;
}

/// With all stalls.
Projection projectionOf(const Snapshot &events)
{
    Projection projection(events.originNs(), events.size());
    for (qsizetype i = 0; i < events.size(); ++i)
        projection.apply(events.at(i));
    return projection;
}

} // namespace

TraceWriter::TraceWriter(const Snapshot &events, QIODevice &device, const TraceWatch &watch)
    : m_events(events)
    , m_device(device)
    , m_watch(watch)
    , m_projection(projectionOf(events))
    , m_spans(m_projection, events.endNs())
    , m_lines(beginOf(events, m_spans))
{
}

bool TraceWriter::write()
{
    m_text = "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n";
    m_lines.addThreads(m_spans);
    addSpans();
    addArrows();
    addSteps();
    addOriginals();
    return flush(0) && goOn(1);
}

void TraceWriter::addSpans()
{
    for (const TraceSpan &span : m_spans.all()) {
        if (!flush())
            return;
        if (span.isStall)
            m_lines.addStall(span, *m_projection.stalls().find(span.task));
        else
            m_lines.addSpan(span, m_projection.board().task(span.task));
    }
}

void TraceWriter::addArrows()
{
    for (qsizetype i = 0; i < m_events.size() && flush(); ++i) {
        const TaskEvent &event = m_events.at(i);
        if (event.kind != EventKind::Queued || event.parent == TaskId::None)
            continue;
        const TraceSpan *from = m_spans.at(event.parent, event.timeNs);
        const TraceSpan *to = m_spans.first(event.task);
        if (from && to)
            m_lines.addArrow(*m_projection.board().task(event.task), *from, *to);
    }
}

/// Tells the stream a second time, with the state of each task as it was at the moment.
void TraceWriter::addSteps()
{
    Board board;
    for (qsizetype i = 0; i < m_events.size() && flush(); ++i) {
        addStep(board, m_events.at(i));
        if (i % lookEvery == 0 && !goOn(0.5 * double(i) / double(m_events.size())))
            return;
    }
    for (qsizetype i = 0; i < board.taskCount() && flush(); ++i) {
        const TaskState &task = board.at(i);
        if (!isFinished(task.status))
            m_lines.addOpenEnd(task, m_events.endNs());
    }
}

void TraceWriter::addStep(Board &board, const TaskEvent &event)
{
    const TaskState *before = board.task(event.task);
    const bool isOver = before && isFinished(before->status);
    const TaskState *task = board.apply(event);
    if (event.kind == EventKind::Lag)
        m_lines.addLag(event);
    if (!task || isOver || (before && event.kind == EventKind::Queued))
        return;
    m_lines.addStep(*task, event);
    m_lines.addCounts(board, event.timeNs);
}

void TraceWriter::addOriginals()
{
    flush(0);
    m_text = "\n],\n\"loopscope\":{" + member("format", TraceFormat::version) + ','
        + member("version", QStringLiteral(LOOPSCOPE_VERSION)) + ','
        + member("saved", QDateTime::currentDateTime().toString(Qt::ISODate)) + ','
        + member("originNs", m_events.originNs()) + ",\"events\":[\n";
    bool isFirst = true;
    for (qsizetype i = 0; i < m_events.size() && flush(); ++i) {
        const TaskEvent &event = m_events.at(i);
        // What came after its stall was cleared away says nothing any more.
        const bool isOfGone
            = familyOf(event.kind) == EventFamily::Stall && !m_projection.stalls().find(event.task);
        if (!isOfGone) {
            m_text += std::exchange(isFirst, false) ? "" : ",\n";
            addOriginal(event);
        }
        if (i % lookEvery == 0 && !goOn(0.5 + 0.5 * double(i) / double(m_events.size())))
            return;
    }
    m_text += "\n]}}\n";
}

void TraceWriter::addOriginal(const TaskEvent &event)
{
    using namespace TraceFormat;
    std::array<qint64, TextField> fields {};
    fields[Time] = event.timeNs - m_events.originNs();
    fields[Kind] = qint64(event.kind);
    fields[Code] = event.code;
    fields[Task] = toIndex(event.task);
    fields[Value] = event.value;
    fields[LaneKind] = qint64(event.lane.kind);
    fields[LaneNumber] = event.lane.number;
    fields[Parent] = toIndex(event.parent);
    size_t count = fields.size();
    while (event.text.isEmpty() && count > fewestFields && fields[count - 1] == 0)
        --count;
    for (size_t i = 0; i < count; ++i)
        m_text += (i == 0 ? '[' : ',') + QByteArray::number(fields[i]);
    if (!event.text.isEmpty()) {
        m_text += ',';
        JsonText::append(m_text, event.text, JsonText::LoneSurrogates::Escape);
    }
    m_text += ']';
}

bool TraceWriter::flush(qsizetype much)
{
    if (m_text.size() + m_lines.size() <= much)
        return m_isGood;
    m_text += m_lines.take();
    while (m_isGood && !m_text.isEmpty()) { // only a write that takes nothing tells why
        const qint64 taken = m_device.write(m_text);
        m_isGood = taken > 0;
        m_text.remove(0, std::max<qint64>(0, taken));
    }
    m_text.clear();
    return m_isGood;
}

bool TraceWriter::goOn(double done)
{
    m_isGood = m_isGood && !m_watch.stop.stop_requested();
    m_watch.progress(done);
    return m_isGood;
}
