// SPDX-License-Identifier: MIT
#pragma once

#include "shared/oraclecheck.h"

// What OracleCheck says of the command line, the runs of the lab and the exported trace.

inline QString OracleCheck::printed(const QStringList &lines) const
{
    QStringList expected;
    QStringList actual;
    static const QRegularExpression json(
        QStringLiteral("^(#\\d+) \\| .*\"outcome\":\"(\\w+)\".*\"elapsedMs\":([-.0-9]+)"));
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2) {
        const QRegularExpressionMatch match = json.match(lines[i]);
        const double elapsedMs = match.captured(3).toDouble();
        const QString word = fields(lines[i + 1])[1].mid(2, 9).remove(u' ');
        actual << QStringLiteral("%1 %2 %3 %4")
                      .arg(match.captured(1), match.captured(2), word)
                      .arg(std::llround(elapsedMs * 10));
    }
    for (const Task &task : rows()) {
        if (!task.isFinished())
            continue;
        const double elapsedMs
            = task.startedNs ? double(*task.finishedNs - *task.startedNs) / 1e6 : -1;
        const double rounded = task.startedNs ? std::round(elapsedMs * 100) / 100 : -1;
        expected << QStringLiteral("%1 %2 %3 %4")
                        .arg(Rendered::id(task.id), task.status, task.status.toLower())
                        .arg(std::llround(rounded * 10));
    }
    return difference("command line", expected, actual);
}

inline QString OracleCheck::run(const QStringList &lines, TaskId root) const
{
    QStringList expected;
    QStringList actual;
    std::map<TaskType, int> types;
    int unfinished = 0;
    for (const TaskId id : m_oracle.descendants(root)) {
        const Task task = m_oracle.task(id);
        constexpr std::array kinds {"queued", "running", "suspended"};
        QString text = QStringList {Rendered::id(id), Rendered::id(task.parent),
                                    Rendered::name(task.type), task.status}
                           .join(u' ');
        for (const Piece &piece : task.pieces) {
            const bool hasLane = piece.kind == Piece::Kind::Running;
            text += QStringLiteral(", %1 %2 %3 %4")
                        .arg(since(piece.beginNs), since(piece.endNs),
                             QLatin1String(kinds[size_t(piece.kind)]),
                             Rendered::name(hasLane ? piece.lane : Lane()));
        }
        expected << text;
        ++types[task.type];
        unfinished += !task.isFinished();
    }
    for (const auto &[type, count] : types)
        expected << QStringLiteral("%1 %2 %3")
                        .arg(Rendered::name(type))
                        .arg(count)
                        .arg(m_oracle.peak(root, type));
    expected << QStringLiteral("unfinished %1").arg(unfinished);
    for (const QString &line : lines.sliced(1)) {
        const QStringList all = fields(line);
        if (all[0] == u"peak")
            actual << all.sliced(1).join(u' ');
        else
            actual << QStringList {all.sliced(1, 4).join(u' ')}
                          .
                          operator+(all.sliced(6))
                          .join(QStringLiteral(", "));
    }
    actual << fields(lines[0])[2];
    return difference("run", expected, actual);
}

inline QString OracleCheck::trace(const QByteArray &file) const
{
    const QJsonArray events
        = QJsonDocument::fromJson(file).object()[QLatin1String("traceEvents")].toArray();
    if (events.isEmpty())
        return QStringLiteral("trace: no JSON\n");
    return traceSpans(events) + traceStalls(events) + traceEnds(events);
}

/// Since the earliest there is.
inline qint64 OracleCheck::microseconds(qint64 timeNs) const
{
    qint64 begin = m_originNs;
    for (const TaskEvent &event : m_oracle.events()) {
        begin = std::min(begin, event.timeNs);
        if (event.kind == EventKind::Turn)
            begin = std::min(begin, event.timeNs - event.value);
    }
    for (const TaskId id : m_oracle.stalls())
        begin = std::min(begin, m_oracle.stall(id).beginNs);
    return (timeNs - begin) / 1'000;
}

inline QString OracleCheck::traceSpans(const QJsonArray &events) const
{
    QStringList expected;
    QStringList actual;
    const auto add = [](QStringList &to, qint64 task, qint64 ts, qint64 dur, bool isOpen) {
        to << QStringLiteral("#%1 %2+%3%4")
                  .arg(task)
                  .arg(ts)
                  .arg(dur)
                  .arg(isOpen ? QStringLiteral(" unfinished") : QString());
    };
    for (const TaskId id : m_oracle.tasks()) {
        for (const Piece &piece : m_oracle.task(id).pieces) {
            if (piece.kind != Piece::Kind::Running)
                continue;
            const qint64 begin = microseconds(piece.beginNs);
            const qint64 end = microseconds(piece.endNs ? *piece.endNs : *m_oracle.endNs());
            add(expected, toIndex(id), begin, end - begin, !piece.endNs);
        }
    }
    for (const QJsonValue &event : events) {
        const QString category = event[QLatin1String("cat")].toString();
        if (event[QLatin1String("ph")] != QLatin1String("X") || category == u"stall"
            || category == u"loop")
            continue;
        const QJsonValue args = event[QLatin1String("args")];
        add(actual, args[QLatin1String("task")].toInteger(), event[QLatin1String("ts")].toInteger(),
            event[QLatin1String("dur")].toInteger(), args[QLatin1String("unfinished")].toBool());
    }
    expected.sort();
    actual.sort();
    return difference("trace, spans", expected, actual);
}

inline QString OracleCheck::traceStalls(const QJsonArray &events) const
{
    std::map<qint64, QJsonObject> shown;
    for (const QJsonValue &event : events) {
        if (event[QLatin1String("ph")] == QLatin1String("X")
            && event[QLatin1String("cat")] == QLatin1String("stall"))
            shown[event[QLatin1String("args")][QLatin1String("stall")].toInteger()]
                = event.toObject();
    }
    for (const TaskId id : m_oracle.stalls()) {
        const Stall stall = m_oracle.stall(id);
        const auto event = shown.find(toIndex(id));
        if (event == shown.end())
            return QStringLiteral("trace: no stall %1\n").arg(Rendered::id(id));
        const QString fault = traceStall(stall, event->second);
        if (!fault.isEmpty())
            return QStringLiteral("trace, stall %1: %2\n").arg(Rendered::id(id), fault);
        shown.erase(event);
    }
    return shown.empty() ? QString() : QStringLiteral("trace: a stall that is none\n");
}

inline QString OracleCheck::traceStall(const Stall &stall, const QJsonObject &event) const
{
    const QJsonObject args = event[QLatin1String("args")].toObject();
    const qint64 begin = microseconds(stall.beginNs);
    const qint64 end = microseconds(stall.endNs ? *stall.endNs : *m_oracle.endNs());
    if (event[QLatin1String("ts")].toInteger() != begin
        || event[QLatin1String("dur")].toInteger() != end - begin)
        return QStringLiteral("it is not from %1 to %2").arg(begin).arg(end);
    const QString kind = args[QLatin1String("kind")].toString();
    if (kind != stall.kind)
        return QStringLiteral("it is of the kind ") + kind;
    const QString name = stall.culprit.function.isEmpty() ? stall.kind : stall.culprit.function;
    if (event[QLatin1String("name")].toString() != name)
        return QStringLiteral("its name is not ") + name;
    const QJsonObject counts = args[QLatin1String("waited")].toObject();
    const QJsonObject firsts = args[QLatin1String("firstWaitedNs")].toObject();
    for (const auto &[input, waited] : stall.waiting) {
        if (counts[input].toInteger() != waited.count
            || firsts[input].toInteger(-1) != waited.firstNs.value_or(-1))
            return QStringLiteral("other input waited, of the kind ") + input;
    }
    qint64 pausedNs = 0;
    for (const QJsonValue &paused : args[QLatin1String("pausedNs")].toObject())
        pausedNs += paused.toInteger();
    if (pausedNs != stall.pausedNs)
        return QStringLiteral("it paused for %1").arg(pausedNs);
    return {};
}

/// How each task ended, by the end of its life.
inline QString OracleCheck::traceEnds(const QJsonArray &events) const
{
    QStringList expected;
    QStringList actual;
    for (const TaskId id : m_oracle.tasks()) {
        const Task task = m_oracle.task(id);
        expected << QStringLiteral("0x%1 %2")
                        .arg(toIndex(id), 0, 16)
                        .arg(task.isFinished() ? task.status : QStringLiteral("unfinished"));
    }
    for (const QJsonValue &event : events) {
        if (event[QLatin1String("ph")] == QLatin1String("e"))
            actual << event[QLatin1String("id")].toString() + u' '
                    + event[QLatin1String("args")][QLatin1String("outcome")].toString();
    }
    expected.sort();
    actual.sort();
    return difference("trace, ends", expected, actual);
}
