// SPDX-License-Identifier: MIT
#include "loop/pausemeter.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isTraced()
{
    const QByteArray status = contents(u"/proc/self/status"_s);
    const qsizetype line = status.indexOf("\nTracerPid:");
    return line >= 0 && status.mid(line + 11, 20).split('\n').first().trimmed().toInt() != 0;
}

} // namespace

qint64 Pause::within(qint64 fromNs, qint64 toNs) const
{
    return std::max<qint64>(0, std::min(endNs, toNs) - std::max(beginNs, fromNs));
}

qint64 PauseMeter::threadWaitNs()
{
    // "time on a processor, time waiting for one, slices"
    return contents(u"/proc/thread-self/schedstat"_s).split(' ').value(1).toLongLong();
}

PauseMeter::PauseMeter(WaitSource source)
    : m_source(std::move(source))
{
}

void PauseMeter::fallAsleep(qint64 nowNs)
{
    m_asleepNs = nowNs;
    m_waitNs = m_source();
}

std::optional<Pause> PauseMeter::wake(qint64 dueNs, qint64 nowNs) const
{
    const qint64 begin = std::max(dueNs, m_asleepNs);
    const qint64 late = nowNs - begin;
    if (late < shortestNs || 2 * (m_source() - m_waitNs) >= late)
        return {};
    return Pause {begin, nowNs, isTraced() ? PauseKind::Debugger : PauseKind::Stopped};
}
