// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#ifdef __linux__
#include <sys/prctl.h>

#include <csignal>
#endif

/// A server that nobody here wrote, as a process of its own with a folder of its own. It ends with
/// this object, by its id, and with the test however that ends. A fault is a sentence in error().
class ForeignServer
{
public:
    static constexpr int guardMs = 60'000;

    ForeignServer()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        prepare(m_process);
    }
    Q_DISABLE_COPY_MOVE(ForeignServer)
    ~ForeignServer() { stop(); }

    /// Starts \p name and waits until \p isReady. False when it is not installed, ends before or
    /// never becomes ready.
    bool start(const QString &name, const QStringList &arguments,
               const std::function<bool()> &isReady)
    {
        stop();
        const QString program = find(name);
        if (program.isEmpty())
            return fail(missing(name));
        m_log.clear();
        m_process.start(program, arguments);
        const auto decided = [&] { return m_process.state() == QProcess::NotRunning || isReady(); };
        if (QTest::qWaitFor(decided, guardMs) && m_process.state() == QProcess::Running)
            return true;
        const bool ended = m_process.state() == QProcess::NotRunning;
        stop();
        return fail(
            name
            + (ended ? QStringLiteral(" ended at once: ") : QStringLiteral(" never listened: "))
            + QString::fromUtf8(log()));
    }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished(10'000);
        }
    }

    /// Runs \p name to its end in the same folder; nothing when that fails.
    std::optional<QByteArray> run(const QString &name, const QStringList &arguments)
    {
        const QString program = find(name);
        if (program.isEmpty()) {
            fail(missing(name));
            return std::nullopt;
        }
        QProcess process;
        prepare(process);
        process.start(program, arguments);
        if (process.waitForFinished(guardMs) && process.exitCode() == 0
            && process.exitStatus() == QProcess::NormalExit)
            return process.readAllStandardOutput();
        fail(name + u' ' + arguments.join(u' ') + QStringLiteral(" failed: ")
             + process.errorString() + u' ' + QString::fromUtf8(process.readAllStandardError()));
        return std::nullopt;
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        return (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                && file.flush())
            || fail(file.fileName() + u' ' + file.errorString());
    }
    /// What it has said so far.
    const QByteArray &log() { return m_log += m_process.readAll(); }
    bool fail(const QString &error)
    {
        m_error = error;
        return false;
    }
    QByteArray error() const { return m_error.toUtf8(); }

private:
    /// In its folder, and ends with this process however that ends.
    void prepare(QProcess &process) const
    {
        process.setWorkingDirectory(m_folder.path());
        process.setChildProcessModifier([] {
#ifdef __linux__
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
        });
    }
    static QString missing(const QString &name)
    {
        return name + QStringLiteral(" is not installed; tests/run.sh does that");
    }
    static QString find(const QString &name)
    {
        const QString found = QStandardPaths::findExecutable(name);
        return found.isEmpty() // servers are kept from the path of people
            ? QStandardPaths::findExecutable(name,
                                             {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")})
            : found;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_log;
    QString m_error;
};
