// SPDX-License-Identifier: MIT
#include "trace/tracelines.h"

#include "record/outcome.h"
#include "session/stallreceipt.h"
#include "trace/jsontext.h"
#include "trace/tracespans.h"

#include <map>

using namespace Qt::StringLiterals;
using JsonText::member;

namespace {

constexpr qsizetype longestName = 256; // the whole of it stands in the events themselves

qint64 threadOf(Lane lane, bool isStall = false, quint16 row = 0)
{
    constexpr qint64 perRow = 1'000'000;
    constexpr qint64 stalls = 2;
    constexpr std::array<qint64, 5> bases {500'000, 1, 1'000, 100'000, 200'000};
    return perRow * row + (isStall ? stalls : bases[size_t(lane.kind)] + lane.number);
}

qint64 threadOf(const TraceSpan &span)
{
    return threadOf(span.lane, span.isStall, span.row);
}

QString threadName(const TraceSpan &span)
{
    QString name = u"stalls"_s;
    if (!span.isStall) {
        switch (span.lane.kind) {
        case Lane::Kind::None: name = u"tasks without a thread"_s; break;
        case Lane::Kind::Gui: name = u"GUI loop"_s; break;
        case Lane::Kind::Network: name = u"network"_s; break;
        case Lane::Kind::Pool: name = u"pool"_s; break;
        case Lane::Kind::Coroutine: name = u"coroutine"_s; break;
        }
        if (span.lane.number > 0)
            name += u" %1"_s.arg(span.lane.number);
    }
    return span.row == 0 ? name : u"%1 (%2)"_s.arg(name).arg(span.row + 1);
}

/// No list: the compiler tells when a type is new.
QByteArray category(TaskType type)
{
    switch (type) {
    case TaskType::Fetch: return "\"fetch\"";
    case TaskType::Compute: return "\"compute\"";
    case TaskType::Picture: return "\"picture\"";
    case TaskType::Tile: return "\"tile\"";
    case TaskType::Step: return "\"step\"";
    case TaskType::Run: return "\"run\"";
    }
    Q_UNREACHABLE();
}

QByteArray nameOf(const QString &title)
{
    return JsonText::string(QStringView(title).left(longestName));
}

/// Empty for what is told at the end, or to ourselves only.
QByteArray nameOf(NoteCode code)
{
    switch (code) {
    case NoteCode::FirstByte: return "\"first byte\"";
    case NoteCode::Redirect: return "\"redirected\"";
    case NoteCode::RetryIn: return "\"retry\"";
    case NoteCode::Stage: return "\"stage\"";
    case NoteCode::Cancelling: return "\"asked to stop\"";
    case NoteCode::Message: return "\"message\"";
    default: return {};
    }
}

QByteArray args(const QList<QByteArray> &members)
{
    return member("args", JsonText::object(members));
}

QString kindName(const StallReceipt &stall)
{
    return stall.isPause() ? u"pause"_s : stall.isCongestion ? u"congestion"_s : u"hang"_s;
}

QByteArray stackOf(const CountedStack &stack)
{
    QList<QByteArray> frames;
    for (const StackFrame &frame : stack.frames) {
        const QString place = frame.place.isEmpty() ? frame.object : frame.place;
        frames.append(JsonText::string(place.isEmpty() ? frame.function
                                                       : frame.function + u" ("_s + place + u')'));
    }
    return JsonText::object(
        {member("samples", stack.count), member("frames", JsonText::array(frames))});
}

QString nameOf(const StallReceipt::Waited &input)
{
    return input.name.isEmpty() ? QString(inputName(input.kind)) : input.name;
}

/// What another program has measured.
QList<QByteArray> measuredOf(const StallReceipt &stall)
{
    constexpr std::array names {"\"computing\":", "\"ready\":", "\"blocked\":"};
    QList<QByteArray> shares;
    for (size_t share = 0; share < names.size(); ++share) {
        if (stall.sharesNs[share] >= 0)
            shares << names[share] + QByteArray::number(stall.sharesNs[share]);
    }
    QList<QByteArray> members;
    if (!shares.isEmpty())
        members << member("sharesNs", JsonText::object(shares));
    QList<QByteArray> things;
    for (const StallReceipt::Awaited &thing : stall.awaited)
        things << JsonText::string(thing.name);
    if (!things.isEmpty())
        members << member("waitedFor", JsonText::array(things));
    if (stall.unseenNs > 0)
        members << member("unseenNs", stall.unseenNs);
    return members;
}

QList<QByteArray> membersOf(const StallReceipt &stall)
{
    QList<QByteArray> members {member("stall", qint64(toIndex(stall.id))),
                               member("kind", kindName(stall))};
    if (const Culprit culprit = stall.culprit(); culprit.confidence != Culprit::Confidence::None) {
        const bool isCertain = culprit.confidence == Culprit::Confidence::Certain;
        members << member("culprit", culprit.frame.function)
                << member("confidence", isCertain ? u"certain"_s : u"probable"_s);
    }
    if (stall.isCongestion)
        members << member("turns", stall.turns);
    else
        members << member("longestTurnNs", stall.longestTurnNs);
    QList<QByteArray> stacks;
    for (const CountedStack &stack : stall.heaviestStacks())
        stacks << stackOf(stack);
    QList<QByteArray> counts;
    QList<QByteArray> firsts;
    for (const StallReceipt::Waited &input : stall.waited) {
        const QByteArray name = JsonText::string(nameOf(input)) + ':';
        if (input.count > 0)
            counts << name + QByteArray::number(input.count);
        if (input.firstNs >= 0)
            firsts << name + QByteArray::number(input.firstNs);
    }
    QList<QByteArray> paused;
    if (stall.pausedNs > 0)
        paused << JsonText::string(QString(pauseName(stall.pausedBy))) + ':'
                + QByteArray::number(stall.pausedNs);
    members << member("stacks", JsonText::array(stacks))
            << member("waited", JsonText::object(counts))
            << member("firstWaitedNs", JsonText::object(firsts))
            << member("pausedNs", JsonText::object(paused));
    return members + measuredOf(stall);
}

QByteArray idOf(const TaskState &task)
{
    return member("id", "\"0x" + QByteArray::number(toIndex(task.id), 16) + '"');
}

} // namespace

void TraceLines::addThreads(const TraceSpans &spans)
{
    const TraceSpan gui {.lane = {Lane::Kind::Gui}}; // what is in no lane is told there
    std::map<qint64, QString> threads {{threadOf(gui), threadName(gui)}};
    for (const TraceSpan &span : spans.all())
        threads.try_emplace(threadOf(span), threadName(span));
    addMetadata("process_name", threadOf(gui), member("name", u"Loopscope"_s));
    qint64 place = 0;
    for (const auto &[thread, name] : threads) {
        addMetadata("thread_name", thread, member("name", name));
        addMetadata("thread_sort_index", thread, member("sort_index", ++place));
    }
}

void TraceLines::addSpan(const TraceSpan &span, const TaskState *task)
{
    QList<QByteArray> members {
        member("dur", microseconds(span.endNs) - microseconds(span.beginNs))};
    if (!task)
        return add("\"turn\"", 'X', span.beginNs, threadOf(span), members << "\"cat\":\"loop\"");
    members << member("cat", category(task->type));
    QList<QByteArray> about {member("task", qint64(toIndex(task->id)))};
    if (span.isOpen)
        about << "\"unfinished\":true";
    add(nameOf(task->title), 'X', span.beginNs, threadOf(span), members << args(about));
}

void TraceLines::addStall(const TraceSpan &span, const StallReceipt &stall)
{
    const QString culprit = stall.culprit().frame.function;
    add(nameOf(culprit.isEmpty() ? kindName(stall) : culprit), 'X', span.beginNs, threadOf(span),
        {member("dur", microseconds(span.endNs) - microseconds(span.beginNs)), "\"cat\":\"stall\"",
         args(membersOf(stall))});
}

void TraceLines::addArrow(const TaskState &child, const TraceSpan &from, const TraceSpan &to)
{
    const QList<QByteArray> members {"\"cat\":\"parent\"", idOf(child)};
    add("\"child\"", 's', child.queuedNs, threadOf(from), members);
    add("\"child\"", 'f', to.beginNs, threadOf(to), members + QList<QByteArray> {"\"bp\":\"e\""});
}

void TraceLines::addStep(const TaskState &task, const TaskEvent &event)
{
    const QByteArray name = nameOf(task.title);
    switch (event.kind) {
    case EventKind::Queued:
        return addAsync(task, 'b', event.timeNs, name,
                        {member("task", qint64(toIndex(task.id))),
                         member("parent", qint64(toIndex(task.parent)))});
    case EventKind::Suspended:
        return addAsync(task, 'n', event.timeNs, "\"suspended\"", {member("for", event.text)});
    case EventKind::Note:
        if (const QByteArray note = nameOf(NoteCode(event.code)); !note.isEmpty())
            addAsync(task, 'n', event.timeNs, note, {member("text", event.text)});
        return;
    case EventKind::Finished:
        return addAsync(task, 'e', event.timeNs, name,
                        {member("outcome", QString(outcomeName(Outcome::Kind(event.code)))),
                         member("message", event.text), member("result", task.result),
                         member("bytes", task.bytes), member("httpStatus", qint64(task.httpStatus)),
                         member("attempts", qint64(task.attempts)),
                         member("integrity", QString(integrityName(task.integrity)))});
    case EventKind::Started:
    case EventKind::Resumed: // the spans tell
    case EventKind::Progress:
    default: return; // or it is of no task
    }
}

void TraceLines::addOpenEnd(const TaskState &task, qint64 timeNs)
{
    addAsync(task, 'e', timeNs, nameOf(task.title), {member("outcome", u"unfinished"_s)});
}

void TraceLines::addLag(const TaskEvent &event)
{
    const QByteArray ms = QByteArray::number(double(event.value) / 1e6, 'f', 3);
    add("\"loop lag\"", 'C', event.timeNs, threadOf(event.lane), {args({member("ms", ms)})});
}

void TraceLines::addCounts(const Board &board, qint64 timeNs)
{
    const std::array counts {board.count(TaskStatus::Queued), board.count(TaskStatus::Running),
                             board.count(TaskStatus::Suspended)};
    if (std::exchange(m_counts, counts) == counts)
        return;
    add("\"tasks in flight\"", 'C', timeNs, threadOf({Lane::Kind::Gui}),
        {args({member("running", counts[1]), member("suspended", counts[2])})});
    add("\"tasks queued\"", 'C', timeNs, threadOf({Lane::Kind::Gui}),
        {args({member("queued", counts[0])})});
}

void TraceLines::addMetadata(const char *name, qint64 thread, const QByteArray &arg)
{
    add('"' + QByteArray(name) + '"', 'M', m_beginNs, thread, {args({arg})});
}

void TraceLines::addAsync(const TaskState &task, char phase, qint64 timeNs, const QByteArray &name,
                          const QList<QByteArray> &members)
{
    add(name, phase, timeNs, threadOf({Lane::Kind::Gui}),
        {member("cat", category(task.type)), idOf(task), args(members)});
}

void TraceLines::add(const QByteArray &name, char phase, qint64 timeNs, qint64 thread,
                     const QList<QByteArray> &members)
{
    if (!std::exchange(m_isFirst, false))
        m_text += ",\n";
    m_text += "{\"name\":" + name + ",\"ph\":\"" + phase
        + "\",\"ts\":" + QByteArray::number(microseconds(timeNs))
        + ",\"pid\":1,\"tid\":" + QByteArray::number(thread);
    for (const QByteArray &one : members)
        m_text += ',' + one;
    m_text += '}';
}
