// SPDX-License-Identifier: MIT
#include "lab/threadtime.h"

#include "loop/pausemeter.h"

#include <ctime>

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

} // namespace

ThreadTime ThreadTime::now()
{
    return {.ran = ranNs(), .waited = PauseMeter::threadWaitNs()};
}
