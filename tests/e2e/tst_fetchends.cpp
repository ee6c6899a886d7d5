// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// How `loopscope fetch` ends when somebody ends it, and what it does on a terminal.
class TestFetchEnds : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aSignalCancelsAndTellsEveryOutcome_data();
    void aSignalCancelsAndTellsEveryOutcome();
    void theSecondInterruptEndsAtOnce();
    void aReaderThatGoesEndsIt();
    void aFullDiskIsTold();
    void aListMayComeInPieces();
    void aTerminalGetsColoursAndOneProgressLine();
    void noColorIsHonoured();

private:
    QString at(const QString &path) const { return m_server->address(path).toString(); }

    std::unique_ptr<PracticeServer> m_server;
};

namespace {

/// Runs \p program with its standard output, and error if asked for, on a descriptor of ours.
void startOn(Program &program, int descriptor, bool withErrors, const QStringList &arguments)
{
    program.setChildProcessModifier([descriptor, withErrors] {
        dup2(descriptor, STDOUT_FILENO);
        if (withErrors)
            dup2(descriptor, STDERR_FILENO);
    });
    program.setArguments(arguments);
    program.start();
    QVERIFY(program.waitForStarted());
    close(descriptor);
}

/// Everything up to the end, or what came within the guard.
QByteArray readAll(int descriptor)
{
    QByteArray text;
    std::array<char, 4096> buffer;
    pollfd waiting {descriptor, POLLIN, 0};
    while (poll(&waiting, 1, Program::guardMs) > 0) {
        const ssize_t size = read(descriptor, buffer.data(), buffer.size());
        if (size <= 0) // a terminal whose other side is closed says EIO
            break;
        text.append(buffer.data(), size);
    }
    close(descriptor);
    return text;
}

int waitingBytes(int descriptor)
{
    int count = 0;
    return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

struct OnTerminal
{
    QByteArray text {};
    qint64 elapsedMs = 0;
    int exitCode = -1;
    QByteArray missing {}; ///< what this machine lacks; then the rest says nothing
};

OnTerminal runOnTerminal(Program &program, const QStringList &arguments)
{
    const auto missing = [](const char *step) {
        return OnTerminal {.text = {},
                           .missing = "no pseudo terminal: is devpts mounted at /dev/pts? "
                               + QByteArray(step) + ": " + strerror(errno)};
    };
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0)
        return missing("posix_openpt");
    if (grantpt(terminal) != 0 || unlockpt(terminal) != 0 || !ptsname(terminal))
        return missing("grantpt");
    const winsize size {24, 80, 0, 0};
    const int side = open(ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (side < 0)
        return missing(ptsname(terminal));
    ioctl(side, TIOCSWINSZ, &size);
    QElapsedTimer timer;
    timer.start();
    startOn(program, side, true, arguments);
    OnTerminal result {.text = readAll(terminal)};
    result.exitCode = program.end() ? program.exitCode() : -1;
    result.elapsedMs = timer.elapsed();
    return result;
}

} // namespace

void TestFetchEnds::init()
{
    m_server = std::make_unique<PracticeServer>(3);
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
}

void TestFetchEnds::aSignalCancelsAndTellsEveryOutcome_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestFetchEnds::aSignalCancelsAndTellsEveryOutcome()
{
    QFETCH(int, number);
    constexpr int count = 40;
    QStringList arguments {u"fetch"_s,   u"--json"_s, u"--first-byte"_s, u"0"_s,
                           u"--total"_s, u"0"_s,      at(u"bytes/1k"_s), u"nonsense"_s};
    for (int i = 0; i < count; ++i)
        arguments.append(at(u"hang?n=%1"_s.arg(i)));
    Program program;
    program.setArguments(arguments);
    program.start();
    QVERIFY(program.prints("succeeded")); // so the others are all that can be cancelled
    QTRY_COMPARE_WITH_TIMEOUT(m_server->counters().concurrent, 6, Program::guardMs);
    QVERIFY(::kill(pid_t(program.processId()), number) == 0);
    QVERIFY(program.end()); // hanging addresses without any limit: only the cancel can end it
    QCOMPARE(program.exitCode(), 130);
    const QList<QJsonObject> objects = program.objects();
    QCOMPARE(objects.size(), count + 3);
    const QJsonValue summary = objects.constLast()["summary"_L1];
    QCOMPARE(summary["succeeded"_L1].toInt(-1), 1);
    QCOMPARE(summary["rejected"_L1].toInt(-1), 1);
    QCOMPARE(summary["cancelled"_L1].toInt(-1), count);
    const auto cancelled = std::ranges::count_if(
        objects, [](const QJsonObject &object) { return object["outcome"_L1] == "cancelled"_L1; });
    QCOMPARE(cancelled, count);
    QCOMPARE(program.errors, QByteArray());
}

/// It is stuck in writing to a pipe that nobody reads, so it cannot heed the first one.
void TestFetchEnds::theSecondInterruptEndsAtOnce()
{
    std::array<int, 2> ends;
    QVERIFY(pipe2(ends.data(), O_CLOEXEC) == 0);
    const int capacity = fcntl(ends[1], F_GETPIPE_SZ);
    Program program;
    startOn(program, ends[1], false, {u"fetch"_s, u"--json"_s, u"--list"_s, u"-"_s});
    program.write(QByteArray("nonsense\n").repeated(10'000));
    program.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(waitingBytes(ends[0]), capacity, Program::guardMs);
    QVERIFY(::kill(pid_t(program.processId()), SIGINT) == 0);
    const auto interruptAgain = [&] { // the first may still be on its way, and two become one then
        if (program.state() == QProcess::Running)
            ::kill(pid_t(program.processId()), SIGINT);
        return program.state() == QProcess::NotRunning;
    };
    QTRY_VERIFY_WITH_TIMEOUT(interruptAgain(), Program::guardMs);
    QVERIFY(program.end());
    QCOMPARE(program.exitCode(), 130);
    close(ends[0]);
}

void TestFetchEnds::aReaderThatGoesEndsIt()
{
    std::array<int, 2> ends;
    QVERIFY(pipe2(ends.data(), O_CLOEXEC) == 0);
    Program program;
    startOn(program, ends[1], false,
            {u"fetch"_s, u"--json"_s, u"--first-byte"_s, u"0"_s, u"--total"_s, u"0"_s,
             at(u"delay/1"_s), at(u"delay/1000"_s), at(u"hang"_s)});
    std::array<char, 4096> buffer;
    pollfd waiting {ends[0], POLLIN, 0};
    QVERIFY(poll(&waiting, 1, Program::guardMs) > 0);
    QVERIFY(read(ends[0], buffer.data(), buffer.size()) > 0);
    close(ends[0]);
    QVERIFY(program.end()); // the second line finds nobody; the hanging address does not hold it
    QCOMPARE(program.exitCode(), 1);
    QCOMPARE(program.errors, QByteArray());
}

void TestFetchEnds::aFullDiskIsTold()
{
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0)
        QSKIP("There is no /dev/full here.");
    Program program;
    startOn(program, full, false, {u"fetch"_s, u"--json"_s, at(u"bytes/1k"_s), at(u"hang"_s)});
    QVERIFY(program.end());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY2(program.errors.contains("No space left on device"), program.errors.constData());
}

void TestFetchEnds::aListMayComeInPieces()
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"list"_s));
    QVERIFY(mkfifo(path.constData(), 0600) == 0);
    const int list = open(path.constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(list >= 0);
    Program program;
    program.setStandardInputFile(QFile::decodeName(path));
    program.setArguments({u"fetch"_s, u"--json"_s, u"--list"_s, u"-"_s});
    program.start();
    for (int piece = 0; piece < 3; ++piece) {
        const QByteArray line = at(u"bytes/1k?key=%1"_s.arg(piece)).toUtf8() + '\n';
        QCOMPARE(write(list, line.constData(), size_t(line.size())), line.size());
        QTRY_VERIFY_WITH_TIMEOUT(waitingBytes(list) == 0 || program.state() == QProcess::NotRunning,
                                 Program::guardMs);
    }
    QCOMPARE(program.state(), QProcess::Running); // it waits for the end of the list
    close(list);
    QVERIFY(program.end());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.objects().size(), 4);
}

void TestFetchEnds::aTerminalGetsColoursAndOneProgressLine()
{
    Program program;
    const OnTerminal seen = runOnTerminal(
        program, {u"fetch"_s, at(u"delay/1500"_s), at(u"status/404"_s), at(u"bytes/1k"_s)});
    QVERIFY2(seen.missing.isEmpty(), seen.missing.constData());
    QCOMPARE(seen.exitCode, 1);
    QVERIFY(seen.text.contains("\x1b[32m✓ succeeded"));
    QVERIFY(seen.text.contains("\x1b[31m✕ failed"));
    QVERIFY(seen.text.contains("2 of 3"));
    const QByteArray erase = "\r\x1b[K";
    QList<QByteArray> drawn;
    qsizetype begin = 0;
    while ((begin = seen.text.indexOf(erase, begin)) >= 0) {
        begin += erase.size();
        const QByteArray line = seen.text.mid(begin, seen.text.indexOf('\r', begin) - begin);
        if (line.contains("█") || line.contains("░"))
            drawn.append(line);
    }
    QVERIFY(drawn.size() >= 2);
    QVERIFY2(drawn.size() <= seen.elapsedMs / 100 + 1, QByteArray::number(drawn.size()));
    for (const QByteArray &line : std::as_const(drawn)) {
        QVERIFY2(!line.contains('\n'), line.constData());
        QVERIFY2(QString::fromUtf8(line).size() < 80, line.constData());
    }
    const QByteArray rest = seen.text.mid(seen.text.lastIndexOf(erase) + erase.size());
    QVERIFY2(rest.contains("3 in all") && !rest.contains("░"), rest.constData());
}

void TestFetchEnds::noColorIsHonoured()
{
    Program program;
    QProcessEnvironment environment = program.processEnvironment();
    environment.insert(u"NO_COLOR"_s, u"1"_s);
    program.setProcessEnvironment(environment);
    const OnTerminal seen = runOnTerminal(program, {u"fetch"_s, at(u"bytes/1k"_s)});
    QVERIFY2(seen.missing.isEmpty(), seen.missing.constData());
    QCOMPARE(seen.exitCode, 0);
    QVERIFY(seen.text.contains("✓ succeeded"));
    QVERIFY(!seen.text.contains("\x1b[3"));
}

QTEST_GUILESS_MAIN(TestFetchEnds)
#include "tst_fetchends.moc"
