// SPDX-License-Identifier: MIT
#include "lab/threadtime.h"

#include <QFile>

#include <ctime>

using namespace Qt::StringLiterals;

namespace {

qint64 ranNs()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
#else
    return 0;
#endif
}

/// Documentation/scheduler/sched-stats of the kernel: "ran waited slices", the former late by up to
/// a tick.
qint64 waitedNs()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList numbers = file.readAll().split(' ');
    return numbers.size() > 1 ? numbers[1].toLongLong() : 0;
}

} // namespace

ThreadTime ThreadTime::now()
{
    return {.ran = ranNs(), .waited = waitedNs()};
}
