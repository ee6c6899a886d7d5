// SPDX-License-Identifier: MIT
#pragma once

#include "record/recording.h"

/// What takes a while to be saved and opened.
inline Snapshot longTrace()
{
    constexpr quint32 tasks = 100'000;
    Snapshot events(0);
    for (quint32 i = 1; i <= tasks; ++i)
        events.append({.timeNs = i,
                       .text = QStringLiteral("task"),
                       .task = TaskId(i),
                       .kind = EventKind::Queued});
    return events;
}
