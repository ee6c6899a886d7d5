// SPDX-License-Identifier: MIT
#pragma once

#include "practice/practiceserver.h"
#include "shared/program.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

/// `loopscope fetch` of a few addresses that take a while, with a wall clock that can be set in the
/// middle of it, and what it told of the times.
class TimedFetch
{
public:
    static constexpr int firstByteMs = 1'500;

    struct Run
    {
        QList<QJsonObject> results; ///< in the order of their addresses
        double lagMaxMs = -1;
        qint64 savedMs = 0; ///< what the trace says when it was saved, in ms since 1970
        int gaps = 0; ///< that are marked
        QList<qint64> times; ///< of all events, in ns since the beginning
    };

    TimedFetch()
    {
        if (!server.start())
            qFatal("no server: %s", qPrintable(server.errorString()));
        addresses = {at(QStringLiteral("hang")), at(QStringLiteral("status/503?retry-after=1"))};
        for (int i = 0; i < underWay - 1; ++i)
            addresses.append(at(QStringLiteral("delay/900?n=%1").arg(i)));
    }

    /// Of the library that sets the clock of a single program; empty without it.
    static QString library()
    {
        const QDir libraries(QStringLiteral("/usr/lib"));
        for (const QString &folder :
             libraries.entryList({QStringLiteral("*-linux-gnu*")}, QDir::Dirs)) {
            const QString path
                = libraries.filePath(folder + QStringLiteral("/faketime/libfaketimeMT.so.1"));
            if (QFile::exists(path))
                return path;
        }
        return {};
    }
    /// To "+SECONDS" or "-SECONDS" from the true time.
    void setWallClock(const QByteArray &offset) const
    {
        QFile file(m_folder.filePath(QStringLiteral("clock")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || file.write(offset + '\n') <= 0)
            qFatal("no room for the clock");
    }

    /// Returns when its requests are with the server, which answers none of them yet.
    void start(Program &program)
    {
        setWallClock("+0");
        QProcessEnvironment environment = program.processEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), library());
        environment.insert(QStringLiteral("FAKETIME_TIMESTAMP_FILE"),
                           m_folder.filePath(QStringLiteral("clock")));
        // A change is seen at once.
        environment.insert(QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1"));
        environment.insert(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
        // The sanitizer's own library stands behind the one that is loaded before all others.
        const QString asan = QStringLiteral("ASAN_OPTIONS");
        environment.insert(asan,
                           environment.value(asan) + QStringLiteral(":verify_asan_link_order=0"));
        program.setProcessEnvironment(environment);
        const QString limits
            = QStringLiteral("--first-byte %1 --retries 1 --total 2500").arg(firstByteMs);
        program.setArguments(QStringList {QStringLiteral("fetch"), QStringLiteral("--json"),
                                          QStringLiteral("--trace"), trace()}
                             + limits.split(u' ') + addresses);
        program.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.counters().concurrent, underWay, Program::guardMs);
    }

    /// Without results when it did not end as it has to: two of the addresses cannot succeed.
    Run end(Program &program) const
    {
        Run run;
        if (!program.end() || program.exitCode() != 1)
            return run;
        run.results.resize(addresses.size());
        const QList<QJsonObject> objects = program.objects();
        for (const QJsonObject &object : objects) {
            const qsizetype index = addresses.indexOf(object[QStringLiteral("url")].toString());
            if (index >= 0)
                run.results[index] = object;
        }
        const QJsonValue loop = objects.last()[QStringLiteral("loop")];
        run.lagMaxMs = loop[QStringLiteral("lagMaxUs")].toDouble(-1e3) / 1e3;
        readTrace(run);
        return run;
    }

    PracticeServer server {3};
    QStringList addresses;

private:
    static constexpr int underWay = 4; // when something happens

    QString at(const QString &path) const { return server.address(path).toString(); }
    QString trace() const { return m_folder.filePath(QStringLiteral("a.json")); }
    void readTrace(Run &run) const
    {
        QFile file(trace());
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QJsonValue own = QJsonDocument::fromJson(file.readAll())[QStringLiteral("loopscope")];
        run.savedMs = QDateTime::fromString(own[QStringLiteral("saved")].toString(), Qt::ISODate)
                          .toMSecsSinceEpoch();
        for (const QJsonValue &event : own[QStringLiteral("events")].toArray()) {
            run.times.append(event[0].toInteger(-1));
            run.gaps
                += event.toArray().last().toString().contains(QStringLiteral("did not run for"));
        }
    }

    QTemporaryDir m_folder;
};
