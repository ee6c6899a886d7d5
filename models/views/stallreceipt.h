// SPDX-License-Identifier: MIT
#pragma once

#include "record/hotpath.h"
#include "record/taskevent.h"
#include "views/stallcause.h"

/// All that is known of one stall of the GUI's loop, folded from its events. A value.
struct StallReceipt
{
    /// Input of one kind that had to wait for the end.
    struct Waited
    {
        QString kind; ///< "click", "key", "wheel", "paint", "timer"; never translated
        qint64 count = 0;
        qint64 firstNs = -1; ///< how long the first one waited; -1 unknown

        bool operator==(const Waited &) const = default;
    };

    TaskId task = TaskId::None;
    qint64 beginNs = 0; ///< TaskEvent::timeNs
    qint64 endNs = 0;
    bool isCongestion = false; ///< many short turns; otherwise one long one
    qint64 longestTurnNs = 0; ///< of a hang
    qint64 turns = 1; ///< of a congestion
    QList<CountedStack> stacks; ///< heaviest first; empty as long as they are not known
    QString taskTitle; ///< of the task it happened in; empty when it was in none
    TaskId parent = TaskId::None;
    QList<Waited> waited; ///< in the order of the list above
    qint64 pausedNs = 0; ///< how long the program was kept from running; not its own fault
    QString pausedBy; ///< "suspend", "debugger", "stopped"; never translated

    qint64 lengthNs() const { return endNs - beginNs; }
    /// All samples of all stacks.
    qint64 samples() const;
    /// Most of it was not the program's fault.
    bool isPause() const { return pausedNs > 0 && 2 * pausedNs >= lengthNs(); }
    /// See HotPath::guilty(); empty for a pause.
    StackFrame guilty() const;
    StallCause cause() const;

    /// Takes the next event of its task.
    void apply(const TaskEvent &event);

    // In words, translated:
    QString lengthText() const; ///< "2.01 s"
    QString kindText() const; ///< "one long turn", "63 short turns", "the machine was suspended"
    /// What a person did in vain, and how long the first of it waited: "3 clicks · 2 keys",
    /// "waited; the first click waited 1.8 s". Empty when nothing did.
    std::pair<QString, QString> waitedInput() const;
    /// The same for what the program itself wanted: "41 paints", "came late, and 3 timers".
    std::pair<QString, QString> waitedDrawing() const;
    /// "3 clicks, 41 paints; the first click waited 1.8 s"; empty when nothing did.
    QString waitedText() const;
    QString advice() const; ///< what to do instead; empty for a pause
    QLatin1StringView experiment() const; ///< the id of one that shows it; empty for a pause
    /// All of it, for copying. \p originNs: when the recording began.
    QString toText(qint64 originNs) const;
};
