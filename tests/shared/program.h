// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QTest>

/// The program as it runs in a shell without any display; LOOPSCOPE_EXECUTABLE names it.
class Program : public QProcess
{
public:
    static constexpr int guardMs = 120'000;

    Program()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
        setProcessEnvironment(environment);
        setProgram(QStringLiteral(LOOPSCOPE_EXECUTABLE));
    }
    ~Program() override
    {
        if (state() != NotRunning) {
            kill();
            waitForFinished();
        }
    }

    /// Runs to the end; false when it crashed or did not end under the guard.
    bool run(const QStringList &arguments, const QByteArray &input = {})
    {
        setArguments(arguments);
        start();
        write(input);
        closeWriteChannel();
        return end();
    }
    /// Waits for the end; false as with run().
    bool end()
    {
        const bool isOver = state() == NotRunning || waitForFinished(guardMs);
        output += readAllStandardOutput();
        errors += readAllStandardError();
        return isOver && exitStatus() == NormalExit;
    }
    /// Waits until it has printed \p text.
    bool prints(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                output += readAllStandardOutput();
                return output.contains(text);
            },
            guardMs);
    }
    /// The lines of the output as JSON; an empty object for one that is none.
    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> objects;
        const QList<QByteArray> lines = output.trimmed().split('\n');
        for (const QByteArray &line : lines)
            objects.append(QJsonDocument::fromJson(line).object());
        return objects;
    }

    QByteArray output;
    QByteArray errors;
};
