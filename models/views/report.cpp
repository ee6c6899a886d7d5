// SPDX-License-Identifier: MIT
#include "views/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

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

constexpr std::array columns {"url",         "outcome",   "status",    "bytes",  "attempts",
                              "firstByteMs", "elapsedMs", "integrity", "result", "message"};

} // namespace

namespace Report {

QJsonObject json(const TaskState &task)
{
    return {{u"url"_s, task.title},
            {u"outcome"_s, QString(statusName(task.status))},
            {u"status"_s, task.httpStatus},
            {u"bytes"_s, task.bytes},
            {u"attempts"_s, task.attempts},
            {u"firstByteMs"_s, milliseconds(task.sentNs, task.firstByteNs)},
            {u"elapsedMs"_s, milliseconds(task.startedNs, task.finishedNs)},
            {u"integrity"_s, QString(integrityName(task.integrity))},
            {u"result"_s, task.result},
            {u"message"_s, task.message}};
}

QJsonObject rejectedJson(const QString &address, const QString &reason)
{
    TaskState task;
    task.title = address;
    task.message = reason;
    QJsonObject object = json(task);
    object[u"outcome"_s] = u"rejected"_s;
    return object;
}

QByteArray csv(const Board &board)
{
    QByteArray text;
    for (const char *column : columns)
        text += (text.isEmpty() ? QByteArray() : QByteArray(",")) + column;
    text += "\r\n";
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        const QJsonObject object = json(board.row(row));
        QByteArrayList fields;
        for (const char *column : columns)
            fields.append(csvField(object[QLatin1StringView(column)]));
        text += fields.join(',') + "\r\n";
    }
    return text;
}

QByteArray jsonDocument(const Board &board)
{
    QJsonArray rows;
    for (qsizetype row = 0; row < board.rowCount(); ++row)
        rows.append(json(board.row(row)));
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
