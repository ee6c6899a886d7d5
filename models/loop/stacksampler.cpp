// SPDX-License-Identifier: MIT
#include "loop/stacksampler.h"

#ifdef LOOPSCOPE_HAS_LIBUNWIND

#include <QFile>

#define UNW_LOCAL_ONLY
#include <libunwind.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <thread>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// The one question of the process; samplers take turns.
enum class Step { Idle, Asked, Answering, Answered };
std::atomic<Step> step = Step::Idle;
std::atomic<int> askedThread = 0;
StackSample answer; // belongs to the handler while Answering, to who asked otherwise
std::mutex turn;
static_assert(std::atomic<Step>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "a signal handler may use nothing else");

int signalNumber()
{
    return SIGRTMIN + 6;
}

int currentThread()
{
    return int(syscall(SYS_gettid));
}

/// Everything here is async-signal-safe: libunwind's own locks are taken with all signals blocked.
void unwind(void *context)
{
    answer.depth = 0;
    unw_cursor_t cursor;
    if (unw_init_local2(&cursor, static_cast<unw_context_t *>(context), UNW_INIT_SIGNAL_FRAME) != 0)
        return;
    do {
        unw_word_t address = 0;
        if (unw_get_reg(&cursor, UNW_REG_IP, &address) != 0 || address == 0)
            return;
        answer.addresses[size_t(answer.depth++)] = std::uintptr_t(address);
    } while (answer.depth < StackSample::deepest && unw_step(&cursor) > 0);
}

extern "C" void answerWithTheStack(int, siginfo_t *, void *context)
{
    const int error = errno;
    Step asked = Step::Asked;
    if (askedThread == currentThread() && step.compare_exchange_strong(asked, Step::Answering)) {
        unwind(context);
        step = Step::Answered;
    }
    errno = error;
}

void installHandler()
{
    static const bool installed = [] {
        struct sigaction action = {};
        action.sa_sigaction = answerWithTheStack;
        action.sa_flags = SA_RESTART | SA_SIGINFO;
        sigfillset(&action.sa_mask);
        return sigaction(signalNumber(), &action, nullptr) == 0;
    }();
    std::ignore = installed;
}

/// What the kernel says the thread is at; it does not tell one that runs from one that could.
ThreadState stateOf(int thread)
{
    QFile file(QStringLiteral("/proc/self/task/%1/stat").arg(thread));
    const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype name = stat.lastIndexOf(')'); // which may hold anything
    switch (name >= 0 && name + 2 < stat.size() ? stat[name + 2] : ' ') {
    case 'R': return ThreadState::Running;
    case 'S': return ThreadState::Sleeping;
    case 'D': return ThreadState::Uninterruptible;
    case 'T':
    case 't': return ThreadState::Stopped;
    default: return ThreadState::Unknown;
    }
}

/// Waits until the handler is done; false when it did not even begin in time.
bool waitForAnswer(std::chrono::steady_clock::time_point deadline)
{
    std::chrono::microseconds nap {20};
    while (step != Step::Answered) {
        Step asked = Step::Asked;
        // Once it began it takes well under a millisecond, and its place must not be taken away.
        if (std::chrono::steady_clock::now() >= deadline
            && step.compare_exchange_strong(asked, Step::Idle))
            return false;
        std::this_thread::sleep_for(nap);
        nap = std::min<std::chrono::microseconds>(nap * 2, std::chrono::milliseconds(1));
    }
    return true;
}

} // namespace

bool StackSampler::isAvailable()
{
    return true;
}

StackSampler::StackSampler()
    : m_thread(currentThread())
{
    installHandler();
    // The first time the tables of all libraries are looked for: here, and not in a handler.
    unw_context_t here;
    unw_cursor_t cursor;
    if (unw_getcontext(&here) == 0 && unw_init_local(&cursor, &here) == 0) {
        while (unw_step(&cursor) > 0) { }
    }
}

bool StackSampler::sample(StackSample &sample, std::chrono::milliseconds guard)
{
    const std::lock_guard lock(turn);
    const ThreadState state = stateOf(m_thread);
    askedThread = m_thread;
    step = Step::Asked;
    // Unlike pthread_kill() this may name a thread that has ended.
    if (syscall(SYS_tgkill, getpid(), m_thread, signalNumber()) != 0) {
        step = Step::Idle;
        return false;
    }
    if (!waitForAnswer(std::chrono::steady_clock::now() + guard))
        return false;
    sample = answer;
    sample.state = state;
    step = Step::Idle;
    return sample.depth > 0;
}

#else

bool StackSampler::isAvailable()
{
    return false;
}

StackSampler::StackSampler() = default;

bool StackSampler::sample(StackSample &, std::chrono::milliseconds)
{
    return false;
}

#endif
