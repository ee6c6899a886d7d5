// SPDX-License-Identifier: MIT
#include "session/tasktext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct TaskTr
{
    Q_DECLARE_TR_FUNCTIONS(TaskText)
};

QString received(const TaskState &task)
{
    if (task.bytes == 0 && task.firstByteNs < 0)
        return {};
    if (task.total > 0 && task.bytes < task.total && task.stage.isEmpty())
        return TaskTr::tr("%1 of %2").arg(TaskText::bytes(task.bytes), TaskText::bytes(task.total));
    return TaskText::bytes(task.bytes);
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return first + u" · "_s + second;
}

/// \p unitNs: a second, a millisecond or a microsecond.
QString inUnit(qint64 ns, qint64 unitNs, int decimals)
{
    const QString number = QLocale().toString(double(ns) / double(unitNs), 'f', decimals);
    if (unitNs == 1'000)
        return TaskTr::tr("%1 µs").arg(number);
    return unitNs == 1'000'000 ? TaskTr::tr("%1 ms").arg(number) : TaskTr::tr("%1 s").arg(number);
}

/// How many are needed to tell multiples of \p stepNs apart.
int decimals(qint64 stepNs, qint64 unitNs)
{
    int count = 0;
    for (qint64 step = stepNs; step < unitNs; step *= 10)
        ++count;
    return count;
}

QString runningDetail(const TaskState &task)
{
    if (task.cancelling)
        return TaskTr::tr("cancelling …");
    if (!task.stage.isEmpty())
        return TaskTr::tr("%1 on the pool").arg(TaskText::processingWord(task.stage));
    if (task.type == TaskType::Picture)
        return task.total > 0 ? TaskTr::tr("%L1 of %L2 tiles").arg(task.done).arg(task.total)
                              : QString();
    return task.firstByteNs < 0 ? TaskTr::tr("waits for the first byte") : received(task);
}

QString successDetail(const TaskState &task)
{
    if (task.type == TaskType::Picture)
        return task.total < 0 ? QString() : TaskTr::tr("%Ln tile(s)", nullptr, int(task.total));
    const QString result = task.stage.isEmpty() ? QString() : task.result;
    return joined(joined(received(task), TaskText::integrityWord(task.integrity)), result);
}

} // namespace

namespace TaskText {

QString statusWord(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Queued: return TaskTr::tr("queued");
    case TaskStatus::Running: return TaskTr::tr("running");
    case TaskStatus::Suspended: return TaskTr::tr("suspended");
    case TaskStatus::Succeeded: return TaskTr::tr("succeeded");
    case TaskStatus::Failed: return TaskTr::tr("failed");
    case TaskStatus::TimedOut: return TaskTr::tr("timed out");
    case TaskStatus::Cancelled: return TaskTr::tr("cancelled");
    case TaskStatus::Abandoned: return TaskTr::tr("abandoned");
    }
    Q_UNREACHABLE();
}

QString shortTitle(const QString &title, const QString &base)
{
    if (!base.isEmpty() && title.startsWith(base))
        return title.mid(base.size()).section(u'?', 0, 0);
    const qsizetype scheme = title.indexOf("://"_L1);
    return scheme < 0 ? title : title.mid(scheme + 3);
}

QString commonBase(const Snapshot &events)
{
    constexpr qsizetype enough = 10'000;
    QString base;
    for (qsizetype i = 0; i < std::min(events.size(), enough); ++i) {
        const TaskEvent &event = events.at(i);
        if (event.kind != EventKind::Queued || TaskType(event.code) != TaskType::Fetch
            || event.parent != TaskId::None)
            continue;
        if (base.isEmpty())
            base = event.text;
        const auto end = std::ranges::mismatch(base, event.text).in1 - base.begin();
        base.truncate(end);
        if (base.isEmpty())
            return {};
    }
    base.truncate(base.lastIndexOf(u'/') + 1);
    return base.count(u'/') > 2 ? base : QString(); // those of "http://" are of every address
}

QString detail(const TaskState &task)
{
    switch (task.status) {
    case TaskStatus::Queued: return {};
    case TaskStatus::Running: return runningDetail(task);
    case TaskStatus::Suspended: return task.cancelling ? TaskTr::tr("cancelling …") : task.message;
    case TaskStatus::Succeeded: return successDetail(task);
    case TaskStatus::Cancelled:
        return task.bytes > 0 ? TaskTr::tr("stopped after %1").arg(received(task)) : QString();
    case TaskStatus::Abandoned: return TaskTr::tr("nobody said how it ended");
    case TaskStatus::Failed:
    case TaskStatus::TimedOut: return task.message;
    }
    Q_UNREACHABLE();
}

QString duration(const TaskState &task, qint64 nowNs)
{
    if (task.startedNs < 0)
        return {};
    return seconds((task.finishedNs < 0 ? nowNs : task.finishedNs) - task.startedNs);
}

QString integrityWord(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unknown: return {};
    case Integrity::Unverified: return TaskTr::tr("unverified");
    case Integrity::Complete: return TaskTr::tr("complete");
    case Integrity::Verified: return TaskTr::tr("verified");
    case Integrity::Corrupt: return TaskTr::tr("corrupt");
    }
    Q_UNREACHABLE();
}

QString processingWord(const QString &stage)
{
    if (stage == "sha256"_L1)
        return TaskTr::tr("SHA-256");
    if (stage == "thumbnail"_L1)
        return TaskTr::tr("thumbnail");
    if (stage == "words"_L1)
        return TaskTr::tr("word count");
    return stage;
}

QString tip(const QString &text)
{
    return text.contains(u'<') ? u"<span>%1</span>"_s.arg(text.toHtmlEscaped()) : text;
}

QString bytes(qint64 count)
{
    return QLocale().formattedDataSize(count, count < 1'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString seconds(qint64 ns)
{
    if (ns < 100'000'000)
        return TaskTr::tr("%1 ms").arg(
            QLocale().toString(double(ns) / 1e6, 'f', ns < 10'000'000 ? 1 : 0));
    return TaskTr::tr("%1 s").arg(QLocale().toString(double(ns) / 1e9, 'f', 2));
}

QString length(qint64 ns)
{
    if (ns >= 10'000)
        return ns < 1'000'000 ? inUnit(ns, 1'000, 0) : seconds(ns);
    return inUnit(ns, 1'000, 1);
}

QString instant(qint64 ns, qint64 stepNs)
{
    const qint64 unit = stepNs >= 1'000'000 ? 1'000'000'000 : stepNs >= 10'000 ? 1'000'000 : 1'000;
    return inUnit(ns, unit, decimals(stepNs, unit));
}

} // namespace TaskText
