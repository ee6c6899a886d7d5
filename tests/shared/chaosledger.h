// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "session/board.h"
#include "shared/stories.h"

#include <QFuture>
#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

/// What a chaos was promised, and whether it came true. Faults are sentences; none may be left.
class ChaosLedger
{
public:
    /// \p future has a value with an outcome and its task, when it is finished.
    template <typename Value> void promise(const QFuture<Value> &future)
    {
        add(future, [this](const Value &value) { keep(value.task, value.outcome); });
    }
    /// Likewise, for a future that has nothing but the outcome of \p task.
    void promise(const QFuture<Outcome> &future, TaskId task)
    {
        add(future, [this, task](const Outcome &outcome) { keep(task, outcome); });
    }
    /// Looks which futures are finished. Their values are forgotten but for the outcome.
    void look()
    {
        std::erase_if(m_open, [](const auto &isKept) { return isKept(); });
    }
    void fault(const QString &sentence) { m_faults.append(sentence); }

    int promised() const { return m_promised; }
    int open() const { return int(m_open.size()); }

    /// Everything that is wrong, at the end, given all that was recorded. A long list is cut.
    QString faults(const Stories &all)
    {
        if (open() > 0)
            fault(QStringLiteral("%1 futures never finished").arg(open()));
        for (const QList<TaskEvent> &story : all) {
            if (ends(story) != 1 || story.last().kind != EventKind::Finished
                || story.first().kind != EventKind::Queued)
                fault(QStringLiteral("no proper story: ") + plot(story));
        }
        for (const auto &[task, outcome] : m_outcomes.asKeyValueRange())
            compare(outcome, all.value(task));
        return m_faults.first(std::min<qsizetype>(8, m_faults.size())).join(QStringLiteral("\n"));
    }

private:
    template <typename Value, typename Keep> void add(const QFuture<Value> &future, Keep keepIt)
    {
        ++m_promised;
        m_open.push_back([this, future, keepIt] {
            if (!future.isFinished())
                return false;
            if (future.isCanceled() || future.resultCount() != 1)
                fault(QStringLiteral("cancelled, or %1 values").arg(future.resultCount()));
            else
                keepIt(future.result());
            return true;
        });
    }
    void keep(TaskId task, const Outcome &outcome)
    {
        if (m_outcomes.contains(task))
            fault(QStringLiteral("a task has two futures: %1").arg(toIndex(task)));
        m_outcomes.insert(task, outcome);
    }
    void compare(const Outcome &told, const QList<TaskEvent> &story)
    {
        if (story.isEmpty() || Outcome::Kind(story.last().code) != told.kind
            || story.last().text != told.message)
            fault(QStringLiteral("told \"%1\", recorded %2").arg(told.message, plot(story)));
    }

    std::vector<std::function<bool()>> m_open;
    QHash<TaskId, Outcome> m_outcomes;
    int m_promised = 0;
    QStringList m_faults;
};

/// How many tasks with a row ended in each way, by a count of our own.
inline std::array<int, taskStatusCount> countsOf(const Stories &all)
{
    std::array<int, taskStatusCount> counts {};
    for (const QList<TaskEvent> &story : all) {
        if (hasRow(story.first()) && story.last().kind == EventKind::Finished)
            ++counts[size_t(statusOf(Outcome::Kind(story.last().code)))];
    }
    return counts;
}

/// What \p board says otherwise than the stories it was folded from; empty when nothing.
inline QString disagreement(const Board &board, const Stories &all)
{
    QStringList faults;
    const auto counts = countsOf(all);
    for (int i = 0; i < taskStatusCount; ++i) {
        if (board.count(TaskStatus(i)) != counts[size_t(i)])
            faults.append(QStringLiteral("status %1: %2 on the board, %3 recorded")
                              .arg(i)
                              .arg(board.count(TaskStatus(i)))
                              .arg(counts[size_t(i)]));
    }
    const auto rows
        = std::ranges::count_if(all, [](const auto &story) { return hasRow(story.first()); });
    if (board.taskCount() != all.size() || board.rowCount() != rows)
        faults.append(QStringLiteral("%1 tasks, %2 rows on the board")
                          .arg(board.taskCount())
                          .arg(board.rowCount()));
    return faults.join(QStringLiteral("\n"));
}
