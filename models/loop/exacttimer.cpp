// SPDX-License-Identifier: MIT
#include "loop/exacttimer.h"

#include "record/recorder.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace {
constexpr qint64 msNs = 1'000'000;
}

ExactTimer::ExactTimer(QObject *parent)
    : QObject(parent)
    , m_fallback(this)
{
    m_fallback.setTimerType(Qt::PreciseTimer);
    m_fallback.setSingleShot(true);
    connect(&m_fallback, &QTimer::timeout, this, &ExactTimer::ring);
#ifdef Q_OS_LINUX
    // The clock of Recorder::now(), by which it is set.
    const int handle = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (handle < 0)
        return;
    m_notifier = new QSocketNotifier(handle, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &ExactTimer::ring);
#endif
}

ExactTimer::~ExactTimer()
{
#ifdef Q_OS_LINUX
    if (m_notifier) {
        // before the loop can look at a handle that is another's by then
        m_notifier->setEnabled(false);
        close(int(m_notifier->socket()));
    }
#endif
}

void ExactTimer::start(qint64 dueNs)
{
    m_isActive = true;
    if (m_notifier)
        set(std::max<qint64>(1, dueNs)); // 0 would stop it
    else
        m_fallback.start(int(std::max<qint64>(0, (dueNs - Recorder::now() + msNs - 1) / msNs)));
}

void ExactTimer::stop()
{
    m_isActive = false;
    if (m_notifier)
        set(0);
    else
        m_fallback.stop();
}

/// A timer that is set anew has nothing to be read any more.
void ExactTimer::set([[maybe_unused]] qint64 dueNs)
{
#ifdef Q_OS_LINUX
    constexpr qint64 secondNs = 1'000'000'000;
    const itimerspec due {
        .it_interval = {},
        .it_value = {.tv_sec = time_t(dueNs / secondNs), .tv_nsec = long(dueNs % secondNs)}};
    timerfd_settime(int(m_notifier->socket()), TFD_TIMER_ABSTIME, &due, nullptr);
#endif
}

void ExactTimer::ring()
{
    if (!hasRung())
        return; // stopped or set anew after the loop had seen it
    m_isActive = false;
    emit timeout();
}

/// Whether it was due; takes that from the kernel's timer, which is silent from then on.
bool ExactTimer::hasRung() const
{
#ifdef Q_OS_LINUX
    quint64 count = 0;
    if (m_notifier)
        return read(int(m_notifier->socket()), &count, sizeof count) == sizeof count;
#endif
    return m_isActive;
}
