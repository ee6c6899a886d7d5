// SPDX-License-Identifier: MIT
#include "session/taskstory.h"

#include "record/outcome.h"
#include "record/recording.h"
#include "session/tasktext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct StoryTr
{
    Q_DECLARE_TR_FUNCTIONS(TaskStory)
};

QString outcomeText(const TaskEvent &event)
{
    const QString word = TaskText::statusWord(statusOf(Outcome::Kind(event.code)));
    return event.text.isEmpty() ? word : word + u": "_s + event.text;
}

QString noteText(const TaskEvent &event)
{
    switch (NoteCode(event.code)) {
    case NoteCode::Message:
    case NoteCode::Header: return event.text;
    case NoteCode::Total: return StoryTr::tr("%L1 units announced").arg(event.value);
    case NoteCode::FirstByte: return StoryTr::tr("first byte");
    case NoteCode::Status: return StoryTr::tr("HTTP status %1").arg(event.value);
    case NoteCode::Redirect: return StoryTr::tr("redirected to %1").arg(event.text);
    case NoteCode::Sent:
        return StoryTr::tr("sent %L1 times by Qt: the connection broke early").arg(event.value);
    case NoteCode::RetryIn: return event.text;
    case NoteCode::Bytes: return StoryTr::tr("body: %1").arg(TaskText::bytes(event.value));
    case NoteCode::Integrity:
        return StoryTr::tr("integrity: %1").arg(TaskText::integrityWord(Integrity(event.value)));
    case NoteCode::Stage: return StoryTr::tr("then: %1").arg(TaskText::processingWord(event.text));
    case NoteCode::Result: return StoryTr::tr("result: %1").arg(event.text);
    case NoteCode::Cancelling: return StoryTr::tr("asked to stop");
    }
    Q_UNREACHABLE();
}

QString eventText(const TaskEvent &event)
{
    switch (event.kind) {
    case EventKind::Queued: return StoryTr::tr("queued");
    case EventKind::Started: return StoryTr::tr("started in %1").arg(laneName(event.lane));
    case EventKind::Progress: return StoryTr::tr("%L1 units done").arg(event.value);
    case EventKind::Suspended: return StoryTr::tr("suspended: %1").arg(event.text);
    case EventKind::Resumed: return StoryTr::tr("resumed in %1").arg(laneName(event.lane));
    case EventKind::Note: return noteText(event);
    case EventKind::Finished: return outcomeText(event);
    default: return {}; // of no task
    }
}

/// Facts that stand elsewhere in the story, or that only the progress bar needs.
bool isPlumbing(const TaskEvent &event)
{
    if (event.kind != EventKind::Note)
        return event.kind == EventKind::Progress;
    const NoteCode code = NoteCode(event.code);
    return code == NoteCode::Total || code == NoteCode::RetryIn;
}

} // namespace

QList<StoryLine> taskStory(const Recording &recording, TaskId task, qsizetype events)
{
    QList<StoryLine> story;
    qint64 queuedNs = -1;
    for (qsizetype i = 0; i < events; ++i) {
        const TaskEvent &event = recording.at(i);
        if (event.task != task || familyOf(event.kind) != EventFamily::Task || isPlumbing(event))
            continue;
        if (queuedNs < 0)
            queuedNs = event.timeNs;
        const qint64 since = event.timeNs - queuedNs;
        story.append({since, eventText(event)});
        if (event.kind == EventKind::Note && NoteCode(event.code) == NoteCode::Status) {
            for (const QString &field : event.text.split(u'\n', Qt::SkipEmptyParts))
                story.append({since, field, true});
        }
    }
    return story;
}
