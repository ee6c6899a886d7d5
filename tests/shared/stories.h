// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/taskevent.h"

#include <QMap>
#include <QStringList>

#include <algorithm>
#include <vector>

/// The events of each task, in order.
using Stories = QMap<TaskId, QList<TaskEvent>>;

inline Stories stories(const std::vector<TaskEvent> &events)
{
    Stories result;
    for (const TaskEvent &event : events)
        result[event.task].append(event);
    return result;
}

/// A story in a line: "queued started note progress finished:succeeded".
inline QString plot(const QList<TaskEvent> &story)
{
    QStringList words;
    for (const TaskEvent &event : story) {
        QString word = eventKindName(event.kind);
        if (event.kind == EventKind::Finished)
            word += u':' + QString(outcomeName(Outcome::Kind(event.code)));
        else if (event.kind == EventKind::Note && NoteCode(event.code) == NoteCode::Cancelling)
            word = QStringLiteral("cancelling");
        words.append(word);
    }
    return words.join(u' ');
}

/// How many terminal events; anything but one is a fault.
inline qsizetype ends(const QList<TaskEvent> &story)
{
    return std::ranges::count(story, EventKind::Finished, &TaskEvent::kind);
}
