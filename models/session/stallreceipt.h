// SPDX-License-Identifier: MIT
#pragma once

#include "record/culprit.h"
#include "record/stallcause.h"
#include "record/taskevent.h"

#include <QStringList>

#include <array>
#include <optional>

/// All that is known of one stall of a loop, folded from its events, also while it lasts. A value.
struct StallReceipt
{
    static constexpr qsizetype mostStacks = 8; ///< that a person is shown
    static constexpr qsizetype mostNamed = 64; ///< of what waited, or was waited for

    /// Input of one kind that had to wait for the end.
    struct Waited
    {
        InputKind kind = InputKind::Other;
        QString name; ///< of Other; never translated
        qint64 count = 0;
        qint64 firstNs = -1; ///< how long the first one waited; -1 unknown

        bool operator==(const Waited &) const = default;
    };
    /// Something that the thread waited for.
    struct Awaited
    {
        AwaitedKind kind = AwaitedKind::Other;
        QString name; ///< never translated
        qint64 number = 0; ///< of a process or thread; 0 without one

        bool operator==(const Awaited &) const = default;
    };

    TaskId id = TaskId::None;
    qint64 beginNs = 0; ///< TaskEvent::timeNs
    qint64 endNs = 0; ///< while it lasts, when the recording last told of it
    bool isOver = false;
    qint64 recordedNs = 0; ///< when the recording first told of it
    qint64 lastToldNs = 0; ///< and when last
    quint64 revision = 0; ///< Stalls::revision() when it last changed
    bool isCongestion = false; ///< many short turns; otherwise one long one
    qint64 longestTurnNs = 0; ///< of a hang; 0 unknown
    qint64 turns = 1; ///< of a congestion
    QList<CountedStack> stacks; ///< in the order they were first seen
    QString taskTitle; ///< of the task it happened in; empty when it was in none
    TaskId parent = TaskId::None;
    QList<Waited> waited; ///< in the order of InputKind
    qint64 pausedNs = 0; ///< how long the program was kept from running; not its own fault
    PauseKind pausedBy = PauseKind::Stopped; ///< the last time
    std::array<qint64, timeShares> sharesNs {-1, -1, -1}; ///< by TimeShare; -1 not measured
    QList<Awaited> awaited; ///< in the order it was told
    qint64 unseenNs = 0; ///< in which who observed was late

    qint64 lengthNs() const { return endNs - beginNs; }
    /// All samples of all stacks.
    qint64 samples() const;
    /// Most of it was not the program's fault.
    bool isPause() const { return pausedNs > 0 && 2 * pausedNs >= lengthNs(); }
    /// Nobody for a pause.
    Culprit culprit() const;
    StallCause cause() const;

    /// The stacks seen most, the heaviest first; at most mostStacks.
    QList<CountedStack> heaviestStacks() const { return heaviest(stacks, mostStacks); }

    /// Takes the next of its events.
    void apply(const TaskEvent &event);

    // In words, translated:
    QString lengthText() const; ///< "2.01 s"
    /// "one long turn", "63 short turns", "the machine was suspended", "not over yet"
    QString kindText() const;
    QString culpritText() const; ///< "spin()", "probably spin()"; empty when nobody is to blame
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

private:
    void addSample(const TaskEvent &event);
    QStringList measuredLines() const;

    mutable std::optional<Culprit> m_culprit; // of the stacks so far: each picture asks for it
};
