// SPDX-License-Identifier: MIT
#include "app/cli/interrupts.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr std::array signalNumbers {SIGINT, SIGTERM};
std::array<struct sigaction, signalNumbers.size()> before;
std::array<int, 2> ends {-1, -1}; // of a pipe: read, write
std::atomic<int> count = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may use nothing else");

/// Runs in whatever thread the signal hit; only async-signal-safe functions are allowed here.
extern "C" void heedSignal(int)
{
    if (++count > 1)
        _exit(Interrupts::exitCode);
    const int error = errno;
    const char byte = 1;
    std::ignore = write(ends[1], &byte, 1);
    errno = error;
}

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    if (pipe(ends.data()) != 0)
        return; // out of descriptors: the signals keep ending the process
    for (const int end : ends)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false); // there is no second one
        emit interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = heedSignal;
    action.sa_flags = SA_RESTART; // a signal must not cut a line that is being written
    for (size_t i = 0; i < signalNumbers.size(); ++i)
        sigaction(signalNumbers[i], &action, &before[i]);
}

Interrupts::~Interrupts()
{
    if (ends[0] < 0)
        return;
    for (size_t i = 0; i < signalNumbers.size(); ++i)
        sigaction(signalNumbers[i], &before[i], nullptr);
    qDeleteAll(children()); // the notifier, before what it watches
    for (int &end : ends)
        close(std::exchange(end, -1));
    count = 0;
}

#else

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
}

Interrupts::~Interrupts() = default;

#endif
