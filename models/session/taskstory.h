// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QList>
#include <QString>

class Recording;

/// One step of a task's story, for the inspector.
struct StoryLine
{
    qint64 sinceQueuedNs = 0;
    QString text; ///< translated
    bool isDetail = false; ///< belongs below the line before, e.g. a header field
};

/// Everything that happened to \p task within the first \p events of \p recording, in order;
/// progress is left out but for its last report before something else. Translated.
QList<StoryLine> taskStory(const Recording &recording, TaskId task, qsizetype events);
