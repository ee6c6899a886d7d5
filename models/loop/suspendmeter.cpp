// SPDX-License-Identifier: MIT
#include "loop/suspendmeter.h"

#ifdef Q_OS_LINUX
#include <ctime>
#endif

#include <atomic>
#include <utility>

#ifdef Q_OS_LINUX
namespace {

qint64 read(clockid_t clock)
{
    timespec time {};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

qint64 SuspendMeter::machineNs()
{
    static std::atomic<qint64> known = 0;
    constexpr qint64 atOnceNs = 1'000'000;
    const qint64 before = read(CLOCK_MONOTONIC);
    const qint64 withSleep = read(CLOCK_BOOTTIME);
    if (read(CLOCK_MONOTONIC) - before
        < atOnceNs) // else another thread had the processor in between
        known = withSleep - before;
    return known;
}
#else
qint64 SuspendMeter::machineNs()
{
    return 0;
}
#endif

SuspendMeter::SuspendMeter(Source source)
    : m_source(std::move(source))
    , m_knownNs(m_source())
{
}

qint64 SuspendMeter::take()
{
    const qint64 slept = m_source();
    const qint64 since = slept - std::exchange(m_knownNs, slept);
    return since >= shortestNs ? since : 0;
}
