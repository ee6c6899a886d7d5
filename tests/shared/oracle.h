// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/stackframes.h"
#include "record/taskevent.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

/// What is to be shown of a stream of events: folded anew for each question, in plain loops, so
/// slowly and obviously that it can be believed. It shares no code with what it judges, and knows
/// no more than events and the text of a stack.
///
/// The rules: a task is what was Queued, the first time; nothing happens to it before that, or
/// after it Finished. Started and Resumed make it run, Suspended stops it, whatever it was at.
/// A stall is what StallBegan, and is not known before; once it StallEnded, neither its begin nor
/// its end changes any more, but more may become known of it.
class Oracle
{
public:
    explicit Oracle(std::vector<TaskEvent> events)
        : m_events(std::move(events))
    {
    }

    using Time = std::optional<qint64>; ///< of TaskEvent::timeNs; none where it has not happened

    struct Piece ///< of the life of a task, which they cover without gaps
    {
        enum class Kind : quint8 { Queued, Running, Suspended };
        Kind kind = Kind::Queued;
        qint64 beginNs = 0;
        Time endNs {};
        Lane lane {};
    };
    struct Task
    {
        TaskId id = TaskId::None;
        TaskId parent = TaskId::None;
        TaskType type = TaskType::Step;
        QString title {};
        QString status {}; ///< "queued", "running", "suspended" or outcomeName()
        std::vector<Piece> pieces {};
        Time startedNs {}; ///< the last Started
        Time finishedNs {};

        bool isFinished() const { return finishedNs.has_value(); }
        bool hasRow() const { return parent == TaskId::None && type != TaskType::Run; }
    };
    struct Waiting
    {
        qint64 count = 0;
        Time firstNs {}; ///< how long the first one waited
    };
    enum class Confidence : quint8 { Nobody, Probable, Certain };
    struct Culprit
    {
        QString function {};
        Confidence confidence = Confidence::Nobody;

        QString said() const
        {
            const bool isProbable = confidence == Confidence::Probable;
            return (isProbable ? QStringLiteral("probably ") : QString()) + function;
        }
    };
    struct Stall
    {
        TaskId id = TaskId::None;
        TaskId parent = TaskId::None;
        qint64 beginNs = 0;
        Time endNs {};
        qint64 lengthNs = 0; ///< without an end until it was last heard of
        QString kind {}; ///< "hang", "congestion", "pause"
        qint64 pausedNs = 0;
        std::map<QString, Waiting> waiting {}; ///< by kind of input
        std::array<Time, 3> sharesNs {}; ///< computing, ready, blocked
        int awaited = 0; ///< how many different things
        qint64 unseenNs = 0;
        Culprit culprit {};
    };

    /// In the order they were queued.
    std::vector<TaskId> tasks() const { return named(EventKind::Queued); }
    /// In the order they began.
    std::vector<TaskId> stalls() const { return named(EventKind::StallBegan); }
    /// One of tasks().
    Task task(TaskId id) const;
    /// One of stalls().
    Stall stall(TaskId id) const;
    /// Who was queued below \p root, or below one of these; in that order.
    std::vector<TaskId> descendants(TaskId root) const;
    /// The most of \p type below \p root that ran at any instant; at its end a task runs no more.
    int peak(TaskId root, TaskType type) const;
    /// The last event.
    Time endNs() const { return m_events.empty() ? Time() : Time(m_events.back().timeNs); }
    const std::vector<TaskEvent> &events() const { return m_events; }

    /// See Culprit: within the outermost event loop of the heaviest stack, the first that was seen
    /// most often, the innermost function of ours that three quarters of all samples were in. It is
    /// certain from three samples on. Without any the nearest of ours, or else of a library, Qt's
    /// before others.
    static Culprit culprit(const std::vector<std::pair<QList<StackFrame>, qint64>> &stacks);

private:
    std::vector<TaskId> named(EventKind first) const
    {
        std::vector<TaskId> ids;
        std::set<TaskId> known;
        for (const TaskEvent &event : m_events) {
            if (event.kind == first && known.insert(event.task).second)
                ids.push_back(event.task);
        }
        return ids;
    }
    static QString inputOf(const TaskEvent &event)
    {
        static const QStringList names {QStringLiteral("click"), QStringLiteral("key"),
                                        QStringLiteral("wheel"), QStringLiteral("paint"),
                                        QStringLiteral("timer"), event.text};
        return event.code < 5 ? names[event.code] : event.text;
    }
    static bool isLoop(const QString &function);
    static bool isName(const QString &function)
    {
        return !function.isEmpty() && !function.contains(QStringLiteral("+0x"));
    }

    std::vector<TaskEvent> m_events;
};

inline Oracle::Task Oracle::task(TaskId id) const
{
    Task task {.id = id};
    bool isKnown = false;
    const auto go = [&](const TaskEvent &event, Piece::Kind kind, const QString &status) {
        if (!task.pieces.empty())
            task.pieces.back().endNs = event.timeNs;
        task.pieces.push_back({.kind = kind, .beginNs = event.timeNs, .lane = event.lane});
        task.status = status;
    };
    for (const TaskEvent &event : m_events) {
        if (event.task != id || isKnown == (event.kind == EventKind::Queued) || task.isFinished())
            continue;
        if (event.kind == EventKind::Queued) {
            isKnown = true;
            task.parent = event.parent;
            task.type = TaskType(event.code);
            task.title = event.text;
            go(event, Piece::Kind::Queued, QStringLiteral("queued"));
        } else if (event.kind == EventKind::Started || event.kind == EventKind::Resumed) {
            if (event.kind == EventKind::Started)
                task.startedNs = event.timeNs;
            go(event, Piece::Kind::Running, QStringLiteral("running"));
        } else if (event.kind == EventKind::Suspended) {
            go(event, Piece::Kind::Suspended, QStringLiteral("suspended"));
        } else if (event.kind == EventKind::Finished) {
            task.pieces.back().endNs = event.timeNs;
            task.finishedNs = event.timeNs;
            task.status = QString(outcomeName(Outcome::Kind(event.code)));
        }
    }
    return task;
}

inline Oracle::Stall Oracle::stall(TaskId id) const
{
    Stall stall {.id = id};
    std::vector<std::pair<QList<StackFrame>, qint64>> stacks;
    std::set<QString> awaited;
    Time heardNs;
    bool isCongestion = false;
    for (const TaskEvent &event : m_events) {
        const bool isOfStalls
            = event.kind >= EventKind::StallBegan && event.kind <= EventKind::StallEnded;
        if (event.task != id || !isOfStalls || (!heardNs && event.kind != EventKind::StallBegan))
            continue;
        heardNs = event.timeNs;
        if (event.parent != TaskId::None)
            stall.parent = event.parent;
        if (event.kind == EventKind::StallBegan && !stall.endNs)
            stall.beginNs = event.value;
        if (!stall.endNs)
            stall.lengthNs = event.timeNs - stall.beginNs;
        if (event.kind == EventKind::StallEnded && !stall.endNs) {
            stall.endNs = event.timeNs;
            isCongestion = event.code == 1;
        }
        const auto known = qint64(stacks.size());
        if (event.kind == EventKind::StallSample && event.value == known + 1
            && !event.text.isEmpty())
            stacks.emplace_back(StackFrames::fromText(event.text), 1);
        else if (event.kind == EventKind::StallSample && event.value > 0 && event.value <= known)
            ++stacks[size_t(event.value) - 1].second;
        if (event.kind == EventKind::StallInput)
            stall.waiting[inputOf(event)].count = event.value;
        if (event.kind == EventKind::StallFirstInput)
            stall.waiting[inputOf(event)].firstNs = event.value;
        if (event.kind == EventKind::StallPaused)
            stall.pausedNs += event.value;
        if (event.kind == EventKind::StallShare)
            stall.sharesNs[event.code] = event.value;
        if (event.kind == EventKind::StallWaitedFor)
            awaited.insert(
                QStringLiteral("%1 %2 %3").arg(event.code).arg(event.value).arg(event.text));
        if (event.kind == EventKind::StallGap)
            stall.unseenNs += event.value;
    }
    stall.awaited = int(awaited.size());
    stall.kind = isCongestion ? QStringLiteral("congestion") : QStringLiteral("hang");
    if (stall.pausedNs > 0 && 2 * stall.pausedNs >= stall.lengthNs)
        stall.kind = QStringLiteral("pause");
    else
        stall.culprit = culprit(stacks);
    return stall;
}

inline std::vector<TaskId> Oracle::descendants(TaskId root) const
{
    std::vector<TaskId> below;
    std::set<TaskId> family;
    for (const TaskId id : tasks()) {
        if (id == root) { // a parent comes before its children
            family.insert(id);
        } else if (family.contains(task(id).parent)) {
            below.push_back(id);
            family.insert(id);
        }
    }
    return below;
}

inline int Oracle::peak(TaskId root, TaskType type) const
{
    std::vector<Piece> running;
    for (const TaskId id : descendants(root)) {
        for (const Piece &piece : task(id).pieces) {
            if (task(id).type == type && piece.kind == Piece::Kind::Running)
                running.push_back(piece);
        }
    }
    int peak = 0;
    for (const Piece &instant : running) { // it can only rise where one begins
        int count = 0;
        for (const Piece &piece : running) {
            const bool hasBegun = piece.beginNs <= instant.beginNs;
            const bool hasEnded = piece.endNs && *piece.endNs <= instant.beginNs;
            count += hasBegun && !hasEnded;
        }
        peak = std::max(peak, count);
    }
    return peak;
}

inline bool Oracle::isLoop(const QString &function)
{
    for (const char *of : {"QEventLoop", "QCoreApplication"}) {
        for (const char *name : {"::exec", "::processEvents"}) {
            if (function == QString::fromLatin1(of) + QString::fromLatin1(name))
                return true;
        }
    }
    return function.contains(QStringLiteral("EventDispatcher"))
        && function.endsWith(QStringLiteral("::processEvents"));
}

inline Oracle::Culprit
Oracle::culprit(const std::vector<std::pair<QList<StackFrame>, qint64>> &stacks)
{
    QList<StackFrame> heaviest;
    qint64 most = -1;
    qint64 all = 0;
    for (const auto &[frames, samples] : stacks) {
        all += samples;
        if (samples > most) {
            most = samples;
            heaviest = frames;
        }
    }
    QList<StackFrame> inside = heaviest;
    for (qsizetype i = 0; i < heaviest.size(); ++i) {
        if (isLoop(heaviest[i].function))
            inside = heaviest.first(i);
    }
    const auto samplesIn = [&](const QString &function) {
        qint64 sum = 0;
        for (const auto &[frames, samples] : stacks) {
            bool isIn = false;
            for (const StackFrame &frame : frames)
                isIn = isIn || frame.function == function;
            sum += isIn ? samples : 0;
        }
        return sum;
    };
    for (const StackFrame &frame : inside) {
        if (frame.isOurs && isName(frame.function) && 4 * samplesIn(frame.function) >= 3 * all)
            return {frame.function, all >= 3 ? Confidence::Certain : Confidence::Probable};
    }
    Culprit nearest;
    const auto take = [&](bool ours, const QString &object) {
        for (const StackFrame &frame : inside) {
            if (nearest.function.isEmpty() && frame.isOurs == ours && isName(frame.function)
                && (ours || !isLoop(frame.function)) && frame.object.startsWith(object)) {
                nearest.function = frame.function;
                nearest.confidence = all >= 3 && 4 * samplesIn(frame.function) >= 3 * all
                    ? Confidence::Certain
                    : Confidence::Probable;
            }
        }
    };
    take(true, {});
    take(false, QStringLiteral("libQt"));
    take(false, {});
    return nearest;
}
