// SPDX-License-Identifier: MIT
#include "record/tracestalls.h"

#include "record/jsontext.h"
#include "record/stackframes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray numbers(const QList<std::pair<QString, qint64>> &numbers)
{
    QList<QByteArray> members;
    for (const auto &[name, value] : numbers)
        members.append(JsonText::string(name) + ':' + QByteArray::number(value));
    return JsonText::object(members);
}

QByteArray stack(const QString &text, qint64 samples)
{
    QList<QByteArray> frames;
    for (const StackFrame &frame : StackFrames::fromText(text)) {
        const QString place = frame.place.isEmpty() ? frame.object : frame.place;
        frames.append(JsonText::string(place.isEmpty() ? frame.function
                                                       : frame.function + u" ("_s + place + u')'));
    }
    return JsonText::object({JsonText::member("samples", samples),
                             JsonText::member("frames", JsonText::array(frames))});
}

} // namespace

void TraceStalls::keep(const TaskEvent &event)
{
    if (event.kind == EventKind::Queued && TaskType(event.code) == TaskType::Stall)
        m_stalls.insert(event.task, {});
    const auto found = m_stalls.find(event.task);
    if (event.kind != EventKind::Note || found == m_stalls.end())
        return;
    switch (NoteCode(event.code)) {
    case NoteCode::Hang:
        found->kind = "hang";
        found->longestNs = event.value;
        break;
    case NoteCode::Congestion:
        found->kind = "congestion";
        found->turns = event.value;
        break;
    case NoteCode::Stack: found->stacks.append({event.text, event.value}); break;
    case NoteCode::Waited: found->waited.append({event.text, event.value}); break;
    case NoteCode::FirstWaited: found->firstWaitedNs.append({event.text, event.value}); break;
    case NoteCode::Paused: found->pausedNs.append({event.text, event.value}); break;
    default: break;
    }
}

QString TraceStalls::name(TaskId stall) const
{
    const Notes notes = m_stalls.value(stall);
    const auto heaviest
        = std::ranges::max_element(notes.stacks, {}, [](const auto &seen) { return seen.second; });
    if (heaviest != notes.stacks.end()) {
        const QList<StackFrame> frames = StackFrames::fromText(heaviest->first);
        if (const qsizetype guilty = StackFrames::guilty(frames); guilty >= 0)
            return frames[guilty].function;
    }
    return notes.kind.isEmpty() ? u"stall"_s : QString::fromLatin1(notes.kind);
}

QByteArray TraceStalls::args(TaskId stall) const
{
    const Notes notes = m_stalls.value(stall);
    QList<QByteArray> members {JsonText::member("task", qint64(toIndex(stall)))};
    if (!notes.kind.isEmpty())
        members.append(JsonText::member("kind", QString::fromLatin1(notes.kind)));
    if (notes.longestNs > 0)
        members.append(JsonText::member("longestTurnNs", notes.longestNs));
    if (notes.turns > 0)
        members.append(JsonText::member("turns", notes.turns));
    QList<QByteArray> stacks;
    for (const auto &[text, samples] : notes.stacks)
        stacks.append(stack(text, samples));
    members.append(JsonText::member("stacks", JsonText::array(stacks)));
    members.append(JsonText::member("waited", numbers(notes.waited)));
    members.append(JsonText::member("firstWaitedNs", numbers(notes.firstWaitedNs)));
    members.append(JsonText::member("pausedNs", numbers(notes.pausedNs)));
    return JsonText::object(members);
}
