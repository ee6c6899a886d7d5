// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "record/recorder.h"
#include "session/stalllist.h"
#include "shared/namedmain.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <sys/ptrace.h>
#include <sys/wait.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;
constexpr auto pauseLength = 1s;
constexpr const char *childMark = "LOOPSCOPE_TEST_PAUSED_CHILD";

/// What this program does when it is started by its own test: it idles until a pause was seen, and
/// tells what is known of it.
int beThePausedOne(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Engine engine;
    engine.watchLoop();
    StallList stalls(engine.session());
    const auto tell = [&stalls, isTold = false]() mutable {
        for (int row = 0; row < stalls.rowCount(); ++row) {
            const StallReceipt &receipt = stalls.receipt(row);
            if (receipt.pausedNs == 0 || !receipt.isOver || std::exchange(isTold, true))
                continue;
            std::printf("%s %lld %lld %d\n", pauseName(receipt.pausedBy).data(), receipt.pausedNs,
                        receipt.lengthNs(), int(receipt.isPause()));
            std::fflush(stdout);
            return;
        }
    };
    // It stays until it is told to go, which is when nobody holds it any more.
    QSocketNotifier told(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&told, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    QObject::connect(&stalls, &QAbstractItemModel::dataChanged, &stalls, tell);
    const auto countBeats = [beats = 0]() mutable {
        if (++beats != 10)
            return;
        std::puts("ready");
        std::fflush(stdout);
    };
    QObject::connect(&engine.loop(), &LoopMonitor::beat, &application, countBeats);
    engine.loop().setActive(true);
    return QCoreApplication::exec();
}

QByteArray stateOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(')').last().mid(1, 1)
                                          : QByteArray();
}

QList<pid_t> threadsOf(qint64 process)
{
    QList<pid_t> threads;
    for (const QString &name :
         QDir(u"/proc/%1/task"_s.arg(process)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        threads.append(name.toInt());
    return threads;
}

/// Holds all threads of a process as a debugger does.
class Debugger
{
public:
    explicit Debugger(qint64 process)
        : m_threads(threadsOf(process))
    {
    }

    bool stopAll()
    {
        return std::ranges::all_of(m_threads, [](pid_t thread) {
            return ptrace(PTRACE_SEIZE, thread, nullptr, nullptr) == 0
                && ptrace(PTRACE_INTERRUPT, thread, nullptr, nullptr) == 0
                && waitpid(thread, nullptr, __WALL) == thread;
        });
    }
    void goOn()
    {
        for (const pid_t thread : m_threads)
            ptrace(PTRACE_CONT, thread, nullptr, nullptr);
    }
    /// Each signal stops the thread that gets it, and has to be handed on.
    void handOnSignals()
    {
        int status = 0;
        for (const pid_t thread : m_threads) {
            if (waitpid(thread, &status, __WALL | WNOHANG) == thread && WIFSTOPPED(status))
                ptrace(PTRACE_CONT, thread, nullptr, signalOf(status));
        }
    }
    void detach()
    {
        int status = 0;
        for (const pid_t thread : m_threads) {
            ptrace(PTRACE_INTERRUPT, thread, nullptr, nullptr);
            if (waitpid(thread, &status, __WALL) == thread && WIFSTOPPED(status))
                ptrace(PTRACE_DETACH, thread, nullptr, signalOf(status));
        }
    }

private:
    static long signalOf(int status) { return status >> 16 != 0 ? 0 : WSTOPSIG(status); }

    const QList<pid_t> m_threads;
};

} // namespace

/// tests/faults/README.md, row 22: what keeps the program from running is no fault of its loop.
class TestFaultPause : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void stoppedFromOutside();
    void heldByADebugger();
    void timeIsNotTakenFromTheWall();

private:
    void expectPause(const QByteArray &by);

    std::unique_ptr<QProcess> m_child;
};

void TestFaultPause::init()
{
    QVERIFY2(QFile::exists(u"/proc/self/stat"_s),
             "no /proc/self/stat: is procfs mounted at /proc?");
    m_child = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(childMark), u"1"_s);
    m_child->setProcessEnvironment(environment);
    m_child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_child->start(QCoreApplication::applicationFilePath(), {u"tst_faultpause"_s});
    QVERIFY(m_child->waitForReadyRead(guardMs));
    QCOMPARE(m_child->readAllStandardOutput(), "ready\n");
}

void TestFaultPause::expectPause(const QByteArray &by)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_child->bytesAvailable() > 0, guardMs);
    m_child->closeWriteChannel();
    QVERIFY(m_child->waitForFinished(guardMs));
    QCOMPARE(m_child->exitStatus(), QProcess::NormalExit);
    const QList<QByteArray> words = m_child->readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(words.size(), 4);
    QCOMPARE(words[0], by);
    const qint64 paused = words[1].toLongLong();
    const qint64 length = words[2].toLongLong();
    QVERIFY2(length >= 900'000'000, words[2]);
    QVERIFY2(paused >= length / 2 && paused <= length, words[1]);
    QCOMPARE(words[3], "1");
}

void TestFaultPause::stoppedFromOutside()
{
    const auto process = pid_t(m_child->processId());
    QCOMPARE(kill(process, SIGSTOP), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(process), "T", guardMs);
    QThread::sleep(pauseLength.count());
    QCOMPARE(kill(process, SIGCONT), 0);
    expectPause("stopped");
}

void TestFaultPause::heldByADebugger()
{
    Debugger debugger(m_child->processId());
    if (!debugger.stopAll()) {
        m_child->kill();
        m_child->waitForFinished(guardMs);
        QSKIP("this machine does not let a program be traced");
    }
    QThread::sleep(pauseLength.count());
    debugger.goOn();
    const auto hasTold = [&] {
        debugger.handOnSignals();
        return m_child->bytesAvailable() > 0;
    };
    const bool isTold = QTest::qWaitFor(hasTold, guardMs);
    debugger.detach();
    QVERIFY(isTold);
    expectPause("debugger");
}

/// A wall clock that is set back cannot reach a duration: none of the clocks used is one.
void TestFaultPause::timeIsNotTakenFromTheWall()
{
    m_child->kill();
    QVERIFY(m_child->waitForFinished(guardMs));
    static_assert(std::chrono::steady_clock::is_steady);
    timespec steady {};
    const qint64 before = Recorder::now();
    QCOMPARE(clock_gettime(CLOCK_MONOTONIC, &steady), 0);
    const qint64 now = qint64(steady.tv_sec) * 1'000'000'000 + steady.tv_nsec;
    QVERIFY(before <= now && now <= Recorder::now());
    QCOMPARE(QDeadlineTimer(1'000, Qt::PreciseTimer).timerType(), Qt::PreciseTimer);
    QVERIFY(QElapsedTimer::isMonotonic());
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet(childMark))
        return beThePausedOne(argc, argv);
    QCoreApplication application(argc, argv);
    TestFaultPause test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faultpause.moc"
