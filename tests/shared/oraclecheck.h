// SPDX-License-Identifier: MIT
#pragma once

#include "shared/oracle.h"
#include "shared/renderedviews.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

/// Compares what is rendered with what the oracle says. Each returns what is wrong, empty when
/// nothing is.
class OracleCheck
{
public:
    OracleCheck(const Oracle &oracle, qint64 originNs)
        : m_oracle(oracle)
        , m_originNs(originNs)
    {
    }

    /// Rendered::counts()
    QString counts(const QStringList &lines) const;
    /// Rendered::table() at \p nowNs; without it the time of what goes on is not looked at.
    QString table(const QStringList &lines, Oracle::Time nowNs) const;
    /// Rendered::timeline()
    QString timeline(const QStringList &lines) const;
    /// Rendered::drawnStalls()
    QString drawnStalls(const QStringList &lines) const;
    /// Rendered::receipts()
    QString receipts(const QStringList &lines) const;
    /// Rendered::printed()
    QString printed(const QStringList &lines) const;
    /// Rendered::run() of \p root
    QString run(const QStringList &lines, TaskId root) const;
    /// Rendered::traceFile()
    QString trace(const QByteArray &file) const;

    /// How many stalls were compared by their culprit, and how many of these have none or are a
    /// pause.
    static inline int culprits = 0;
    static inline int nameless = 0;

private:
    using Task = Oracle::Task;
    using Piece = Oracle::Piece;
    using Stall = Oracle::Stall;

    static QString difference(const char *what, QStringList expected, QStringList actual);
    static bool isShown(const QString &text, qint64 ns);
    static QStringList fields(const QString &line) { return line.split(QStringLiteral(" | ")); }
    QString since(Oracle::Time time) const
    {
        return time ? QString::number(*time - m_originNs) : QStringLiteral("-");
    }
    std::vector<Task> rows() const;
    QStringList bars(const Task &task) const;
    QString receipt(const Stall &stall, const QStringList &texts) const;
    static QString waiting(const Stall &stall, const QString &text);
    static QString sharing(const Stall &stall, const QString &text);
    QString traceSpans(const QJsonArray &events) const;
    QString traceStalls(const QJsonArray &events) const;
    QString traceStall(const Stall &stall, const QJsonObject &event) const;
    QString traceEnds(const QJsonArray &events) const;
    qint64 microseconds(qint64 timeNs) const;

    const Oracle &m_oracle;
    qint64 m_originNs;
};

/// Of the two, each sorted, the first that differ.
inline QString OracleCheck::difference(const char *what, QStringList expected, QStringList actual)
{
    const auto differs = std::ranges::mismatch(expected, actual);
    if (differs.in1 == expected.end() && differs.in2 == actual.end())
        return {};
    const auto shown = [](const QStringList &lines, auto at) {
        return at == lines.end() ? QStringLiteral("nothing") : *at;
    };
    return QStringLiteral("%1: expected \"%2\", shown is \"%3\"\n")
        .arg(QString::fromLatin1(what), shown(expected, std::as_const(differs.in1)),
             shown(actual, std::as_const(differs.in2)));
}

/// Whether \p text, "0.41 s" or "12 ms", is \p ns, as exactly as it tells.
inline bool OracleCheck::isShown(const QString &text, qint64 ns)
{
    const QString number = text.section(u' ', 0, 0);
    const double unit = text.endsWith(QStringLiteral(" ms")) ? 1e6 : 1e9;
    const double step = std::pow(10.0, -double(number.section(u'.', 1).size()));
    const bool isNear = std::abs(number.toDouble() * unit - double(ns)) <= step * unit / 2 + 1;
    return isNear && (unit == 1e6) == (ns < 100'000'000);
}

inline std::vector<OracleCheck::Task> OracleCheck::rows() const
{
    std::vector<Task> rows;
    for (const TaskId id : m_oracle.tasks()) {
        if (const Task task = m_oracle.task(id); task.hasRow())
            rows.push_back(task);
    }
    return rows;
}

inline QString OracleCheck::counts(const QStringList &lines) const
{
    const std::vector<Task> tasks = rows();
    QStringList expected;
    int unfinished = 0;
    for (const char *status : {"queued", "running", "suspended", "succeeded", "failed", "timedOut",
                               "cancelled", "abandoned"}) {
        const auto is = [status](const Task &task) { return task.status == QLatin1String(status); };
        expected << QStringLiteral("%1 %2")
                        .arg(QLatin1String(status))
                        .arg(std::count_if(tasks.begin(), tasks.end(), is));
    }
    for (const Task &task : tasks)
        unfinished += !task.isFinished();
    expected << QStringLiteral("unfinished %1").arg(unfinished)
             << QStringLiteral("rows %1 of %2").arg(tasks.size()).arg(m_oracle.tasks().size());
    return difference("counts", expected, fields(lines.first()).first(expected.size()));
}

inline QString OracleCheck::table(const QStringList &lines, Oracle::Time nowNs) const
{
    QStringList expected;
    QStringList actual;
    for (const QString &line : lines)
        actual << fields(line).first(2).join(u' ') + u' ' + fields(line)[3].remove(u' ');
    const std::vector<Task> tasks = rows();
    for (const Task &task : tasks)
        expected << QStringLiteral("%1 %2 %3")
                        .arg(Rendered::id(task.id), task.status, task.status.toLower());
    if (const QString fault = difference("table", expected, actual); !fault.isEmpty())
        return fault;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const Task &task = tasks[size_t(row)];
        const QString time = fields(lines[row])[6];
        const Oracle::Time endNs = task.finishedNs ? task.finishedNs : nowNs;
        if (task.startedNs.has_value() == time.isEmpty()
            || (task.startedNs && endNs && !isShown(time, *endNs - *task.startedNs)))
            return QStringLiteral("table: wrong time in %1\n").arg(lines[row]);
    }
    return {};
}

/// What is drawn of it: where it ran in a lane, and where it waited in its coroutine.
inline QStringList OracleCheck::bars(const Task &task) const
{
    QStringList bars;
    for (size_t i = 0; i < task.pieces.size(); ++i) {
        const Piece &piece = task.pieces[i];
        const bool isWork
            = piece.kind == Piece::Kind::Running && piece.lane.kind != Lane::Kind::None;
        const bool isWaiting = piece.kind == Piece::Kind::Suspended
            && piece.lane.kind == Lane::Kind::Coroutine
            && task.pieces[i - 1].kind == Piece::Kind::Running
            && task.pieces[i - 1].lane.kind != Lane::Kind::None;
        if (!isWork && !isWaiting)
            continue;
        const bool isEnd = task.isFinished() && i + 1 == task.pieces.size();
        bars << QStringList {Rendered::name(piece.lane),
                             since(piece.beginNs),
                             since(piece.endNs),
                             Rendered::id(task.id),
                             isWork ? QStringLiteral("work") : QStringLiteral("waiting"),
                             isEnd        ? task.status
                                 : isWork ? QStringLiteral("running")
                                          : QStringLiteral("suspended")}
                    .join(u' ');
    }
    return bars;
}

inline QString OracleCheck::timeline(const QStringList &lines) const
{
    QStringList expected;
    QStringList actual;
    for (const TaskId id : m_oracle.tasks())
        expected << bars(m_oracle.task(id));
    QString lane;
    for (const QString &line : lines) {
        if (line.startsWith(QStringLiteral("lane | ")))
            lane = fields(line)[1];
        else if (line.startsWith(QStringLiteral("span | ")))
            actual << lane + u' ' + fields(line).sliced(1, 5).join(u' ');
    }
    expected.sort();
    actual.sort();
    return difference("timeline", expected, actual);
}

inline QString OracleCheck::drawnStalls(const QStringList &lines) const
{
    QStringList expected;
    QStringList actual;
    for (const TaskId id : m_oracle.stalls()) {
        const Stall stall = m_oracle.stall(id);
        const QStringList shown = fields(lines.value(expected.size()));
        const QStringList told {since(stall.beginNs), since(stall.endNs), Rendered::id(id),
                                stall.kind, stall.culprit.said()};
        expected << told.join(u' ');
        actual << shown.first(std::min(told.size(), shown.size())).join(u' ');
    }
    if (lines.size() != expected.size())
        return QStringLiteral("stalls drawn: %1\n").arg(lines.size());
    return difference("stalls drawn", expected, actual);
}

inline QString OracleCheck::receipts(const QStringList &lines) const
{
    std::vector<TaskId> stalls = m_oracle.stalls();
    std::reverse(stalls.begin(), stalls.end()); // the newest first
    QList<QStringList> shown;
    for (const QString &line : lines) {
        if (line.startsWith(QStringLiteral("stall | ")))
            shown.append(QStringList());
        shown.last() << line;
    }
    if (shown.size() != qsizetype(stalls.size()))
        return QStringLiteral("receipts: there are %1\n").arg(shown.size());
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QString fault = receipt(m_oracle.stall(stalls[size_t(i)]), shown[i]);
        if (!fault.isEmpty())
            return QStringLiteral("receipt %1 in:\n%2\n").arg(fault, shown[i].join(u'\n'));
    }
    return {};
}

inline QString OracleCheck::receipt(const Stall &stall, const QStringList &texts) const
{
    const QStringList title = fields(texts[0]);
    const QStringList head = fields(texts[1]);
    const bool isPause = stall.kind == u"pause";
    const qint64 lengthNs = isPause ? std::max(stall.pausedNs, stall.lengthNs) : stall.lengthNs;
    if (title[1] != Rendered::id(stall.id))
        return QStringLiteral("of another");
    if (!isShown(head[1], lengthNs)
        || !isShown(title[2].section(QStringLiteral(" · "), 0, 0), lengthNs))
        return QStringLiteral("with a wrong length, not %1").arg(lengthNs);
    const QString kind = head[2] == u"one long turn" ? QStringLiteral("hang")
        : head[2] == u"not over yet"                 ? QStringLiteral("lasts")
        : head[2].endsWith(u" short turn(s)")        ? QStringLiteral("congestion")
                                                     : QStringLiteral("pause");
    if (kind != (isPause || stall.endNs ? stall.kind : QStringLiteral("lasts")))
        return QStringLiteral("of a wrong kind, not %1").arg(stall.kind);
    QString kept;
    QString waited;
    QString paused;
    QString unseen;
    QString shares;
    int awaited = 0;
    for (const QString &line : texts) {
        const QString text = line.mid(int(QStringLiteral("text | ").size()));
        if (text.startsWith(u"Kept by "))
            kept = text.mid(8).section(QStringLiteral("  ("), 0, 0);
        else if (text.startsWith(u"Probably kept by "))
            kept = QStringLiteral("probably ") + text.mid(17).section(QStringLiteral("  ("), 0, 0);
        else if (text.startsWith(u"Had to wait: "))
            waited = text.mid(13);
        else if (text.startsWith(u"Of that, "))
            paused = text.mid(9).section(u':', 0, 0);
        else if (text.startsWith(u"Its time: "))
            shares = text.mid(10);
        else if (text.startsWith(u"It waited for "))
            awaited = int(text.count(u", ")) + 1;
        else if (text.startsWith(u"Nobody could look for "))
            unseen = text.mid(22).section(QStringLiteral(" of it"), 0, 0);
        else if (text.startsWith(u"The loop stood still for ")
                 && !isShown(text.section(QStringLiteral(", from "), 1)
                                 .section(QStringLiteral(" on"), 0, 0),
                             std::max<qint64>(0, stall.beginNs - m_originNs)))
            return QStringLiteral("with a wrong begin");
    }
    ++culprits;
    const QString culprit = stall.culprit.said();
    nameless += culprit.isEmpty();
    const QString listed = title[2].section(QStringLiteral(" · "), 1);
    if (head[3] != stall.culprit.function || kept != culprit
        || listed != (culprit.isEmpty() ? head[2] : culprit))
        return QStringLiteral("with a wrong culprit, not \"%1\"").arg(culprit);
    if (paused.isEmpty() != (isPause || stall.pausedNs == 0)
        || (!paused.isEmpty() && !isShown(paused, stall.pausedNs)))
        return QStringLiteral("with a wrong pause, not %1").arg(stall.pausedNs);
    if (awaited != stall.awaited || unseen.isEmpty() != (stall.unseenNs == 0)
        || (!unseen.isEmpty() && !isShown(unseen, stall.unseenNs)))
        return QStringLiteral("with other things it waited for, or another gap");
    const QString fault = sharing(stall, shares);
    return fault.isEmpty() ? waiting(stall, waited) : fault;
}

/// \p text: "computing 12 ms, blocked 0.41 s"
inline QString OracleCheck::sharing(const Stall &stall, const QString &text)
{
    const QStringList names {QStringLiteral("computing "),
                             QStringLiteral("waiting for a processor "),
                             QStringLiteral("blocked ")};
    QStringList shown = text.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    for (qsizetype share = 0; share < names.size(); ++share) {
        const Oracle::Time ns = stall.sharesNs[size_t(share)];
        if (!ns)
            continue;
        const QString part = shown.isEmpty() ? QString() : shown.takeFirst();
        if (!part.startsWith(names[share]) || !isShown(part.mid(names[share].size()), *ns))
            return QStringLiteral("with another share of ") + names[share];
    }
    return shown.isEmpty() ? QString() : QStringLiteral("with a share too many");
}

/// \p text: "3 click(s), 2 touch; the first click waited 1.80 s"
inline QString OracleCheck::waiting(const Stall &stall, const QString &text)
{
    std::map<QString, QString> shown;
    for (const QString &count :
         text.section(QStringLiteral("; "), 0, 0).split(QStringLiteral(", "), Qt::SkipEmptyParts))
        shown[count.section(u' ', 1)] = count.section(u' ', 0, 0);
    std::map<QString, QString> firsts;
    for (const QString &first :
         text.section(QStringLiteral("; "), 1).split(QStringLiteral(", "), Qt::SkipEmptyParts))
        firsts[first.section(QStringLiteral(" waited "), 0, 0)]
            = first.section(QStringLiteral(" waited "), 1);
    if (shown.size() != stall.waiting.size())
        return QStringLiteral("with other waiting input");
    const std::map<QString, QString> plurals {
        {QStringLiteral("click"), QStringLiteral("click(s)")},
        {QStringLiteral("key"), QStringLiteral("key(s)")},
        {QStringLiteral("wheel"), QStringLiteral("turn(s) of the wheel")},
        {QStringLiteral("paint"), QStringLiteral("paint(s)")},
        {QStringLiteral("timer"), QStringLiteral("timer(s)")}};
    const std::map<QString, QString> beginnings {
        {QStringLiteral("click"), QStringLiteral("the first click")},
        {QStringLiteral("key"), QStringLiteral("the first key")},
        {QStringLiteral("wheel"), QStringLiteral("the wheel")}};
    size_t told = 0;
    for (const auto &[kind, input] : stall.waiting) {
        const auto plural = plurals.find(kind);
        if (shown[plural == plurals.end() ? kind : plural->second] != QString::number(input.count))
            return QStringLiteral("with another number of %1").arg(kind);
        const auto beginning = beginnings.find(kind);
        if (!input.firstNs || beginning == beginnings.end())
            continue;
        ++told;
        if (!isShown(firsts[beginning->second], *input.firstNs))
            return QStringLiteral("with another wait of %1").arg(kind);
    }
    return told == firsts.size() ? QString() : QStringLiteral("with a wait too many");
}
