// SPDX-License-Identifier: MIT
#include "record/stallcause.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct CauseTr
{
    Q_DECLARE_TR_FUNCTIONS(StallCause)
};

bool contains(const QList<StackFrame> &frames, const QRegularExpression &function)
{
    return std::ranges::any_of(frames, [&function](const StackFrame &frame) {
        return function.match(frame.function).hasMatch();
    });
}

/// A loop that something of ours runs within the outermost one.
bool hasNestedLoop(const QList<StackFrame> &frames)
{
    const QList<StackFrame> inside = frames.first(insideTheLoop(frames));
    // exec() calls itself nested: what counts is ours in between.
    const auto inner = std::ranges::find(inside, u"QEventLoop::exec"_s, &StackFrame::function);
    return std::any_of(inner, inside.end(), [](const StackFrame &frame) { return frame.isOurs; });
}

StallCause causeOf(const QList<StackFrame> &frames)
{
    static const QRegularExpression network(
        u"^Q(AbstractSocket|TcpSocket|SslSocket|LocalSocket|UdpSocket|TcpServer|Process)::waitFor|^getaddrinfo$"_s);
    static const QRegularExpression sleep(
        u"^(QThread::(m|u)?sleep|QTest::qSleep|(clock_)?nanosleep|u?sleep|__(clock_)?nanosleep)$"_s);
    static const QRegularExpression thread(
        u"waitForFinished|waitForResult|waitForDone|^QThread::wait$|^Q(WaitCondition|Semaphore|"
        "Mutex|BasicMutex|ReadWriteLock|Latch)\\w*::|^std::(thread|jthread)::join|^pthread_(cond|"
        "join|"
        "mutex)|^sem_|futex|_lll_lock_wait"_s);
    static const QRegularExpression file(u"^Q(File|SaveFile|FileDevice|FSFileEngine|Dir|Settings)"
                                         u"\\w*::|^(f?data)?sync$|^fsync$|^p?read(v|64)?$|"
                                         "^p?write(v|64)?$|^open(at|64)?$"_s);
    if (hasNestedLoop(frames))
        return StallCause::NestedLoop;
    const QList<StackFrame> inside = frames.first(insideTheLoop(frames));
    if (contains(inside, network))
        return StallCause::NetworkWait;
    if (contains(inside, sleep))
        return StallCause::Sleep;
    if (contains(inside, thread))
        return StallCause::ThreadWait;
    return contains(inside, file) ? StallCause::FileAccess : StallCause::BusyCpu;
}

} // namespace

StallCause causeOf(const QList<CountedStack> &stacks)
{
    if (stacks.isEmpty())
        return StallCause::Unknown;
    return causeOf(std::ranges::max(stacks, {}, &CountedStack::count).frames);
}

QString adviceFor(StallCause cause, bool isCongestion)
{
    if (isCongestion)
        return CauseTr::tr(
            "Many small pieces of work came at once. Gather them and do one batch per "
            "frame, or do them on a thread of their own.");
    switch (cause) {
    case StallCause::Sleep:
        return CauseTr::tr("Do not sleep on the thread of the window. Ask to be called later: "
                           "QTimer::singleShot, or co_await a timer.");
    case StallCause::BusyCpu:
        return CauseTr::tr(
            "Compute on a pool thread: QtConcurrent::run, and take the result with a "
            "QFutureWatcher or co_await. The slot returns at once.");
    case StallCause::NetworkWait:
        return CauseTr::tr(
            "Do not wait for the network. Ask with QNetworkAccessManager and go on when "
            "its reply tells that it is finished, by a signal or co_await.");
    case StallCause::ThreadWait:
        return CauseTr::tr("Do not wait for another thread. Let it tell when it is done: "
                           "QFutureWatcher::finished, QFuture::then, or co_await.");
    case StallCause::NestedLoop:
        return CauseTr::tr(
            "Do not run a loop within a slot: whatever it hands out may enter the same "
            "slot again. Show dialogs with open(), and remember in a state how to go on.");
    case StallCause::FileAccess:
        return CauseTr::tr("Read and write files on a pool thread: a disk can take as long as a "
                           "network.");
    case StallCause::Unknown: break;
    }
    return CauseTr::tr(
        "Nothing on the thread of the window may take longer than a few milliseconds. "
        "What does belongs on another thread, and what waits has to become a signal.");
}

QLatin1StringView experimentFor(StallCause cause, bool isCongestion)
{
    if (isCongestion)
        return "loop-anatomy"_L1;
    switch (cause) {
    case StallCause::BusyCpu:
    case StallCause::FileAccess: return "offload"_L1;
    case StallCause::ThreadWait: return "futures"_L1;
    case StallCause::Sleep:
    case StallCause::NetworkWait:
    case StallCause::NestedLoop:
    case StallCause::Unknown: break;
    }
    return "block-the-loop"_L1;
}
