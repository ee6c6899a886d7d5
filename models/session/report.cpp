// SPDX-License-Identifier: MIT
#include "session/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

double milliseconds(qint64 fromNs, qint64 toNs)
{
    if (fromNs < 0 || toNs < 0)
        return -1;
    return std::round(double(toNs - fromNs) / 1e4) / 100; // two decimals
}

QByteArray csvField(const QJsonValue &value)
{
    QString text = value.toVariant().toString();
    if (!value.isDouble() && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', "\"\""_L1) + u'"';
    return text.toUtf8();
}

QList<Report::Field> fieldsOf(const TaskState &task, QLatin1StringView outcome)
{
    return {{"url", task.title},
            {"outcome", outcome},
            {"status", task.httpStatus},
            {"bytes", task.bytes},
            {"attempts", task.attempts},
            {"firstByteMs", milliseconds(task.sentNs, task.firstByteNs)},
            {"elapsedMs", milliseconds(task.startedNs, task.finishedNs)},
            {"integrity", integrityName(task.integrity)},
            {"result", task.result},
            {"message", task.message}};
}

} // namespace

namespace Report {

QList<Field> fields(const TaskState &task)
{
    return fieldsOf(task, statusName(task.status));
}

QList<Field> rejectedFields(const QString &address, const QString &reason)
{
    TaskState task;
    task.title = address;
    task.message = reason;
    return fieldsOf(task, "rejected"_L1);
}

QByteArray csv(const Board &board)
{
    QByteArrayList header;
    for (const Field &field : fields({}))
        header.append(field.first);
    QByteArray text = header.join(',') + "\r\n";
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        QByteArrayList values;
        for (const Field &field : fields(board.row(row)))
            values.append(csvField(field.second));
        text += values.join(',') + "\r\n";
    }
    return text;
}

QByteArray jsonDocument(const Board &board)
{
    QJsonArray rows;
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        QJsonObject object;
        for (const auto &[name, value] : fields(board.row(row)))
            object[QLatin1StringView(name)] = value;
        rows.append(object);
    }
    return QJsonDocument(rows).toJson();
}

QLatin1StringView statusName(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Queued: return "queued"_L1;
    case TaskStatus::Running: return "running"_L1;
    case TaskStatus::Suspended: return "suspended"_L1;
    case TaskStatus::Succeeded: return "succeeded"_L1;
    case TaskStatus::Failed: return "failed"_L1;
    case TaskStatus::TimedOut: return "timedOut"_L1;
    case TaskStatus::Cancelled: return "cancelled"_L1;
    case TaskStatus::Abandoned: return "abandoned"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace Report
