// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDir>
#include <QObject>
#include <QStringList>
#include <QTest>
#include <QThread>

#include <atomic>
#include <utility>

// What tools such as heap inspectors hook into; Qt exports it and keeps it stable (qhooks_p.h).
extern quintptr Q_CORE_EXPORT qtHookData[];

/// What there is in the process right now, to be compared with what there was before something ran.
/// Objects are counted from the first LiveCounts on.
struct LiveCounts
{
    int objects = 0; ///< QObjects of all threads
    int connections = 0; ///< from and to the objects that outlive everything
    int threads = 0; ///< 0 where the system does not tell, and likewise below
    int files = 0; ///< and sockets

    /// \p lasting: objects beside the application whose connections count.
    static LiveCounts now(const QList<const QObject *> &lasting)
    {
        countObjects();
        return {.objects = objectCount(),
                .connections = connectionsOf(lasting),
                .threads = entries(u"/proc/self/task"),
                .files = entries(u"/proc/self/fd")};
    }

    /// Once nothing changes any more: what is deleted later, or ends a thread, has done so.
    static LiveCounts settled(const QList<const QObject *> &lasting)
    {
        LiveCounts last = now(lasting);
        for (int i = 0; i < 40; ++i) {
            QTest::qWait(250);
            const LiveCounts next = now(lasting);
            if (next == std::exchange(last, next))
                break;
        }
        return last;
    }

    /// Whether there is no more than \p before, once what is deleted later, or ends a thread, has
    /// done so. Prints both otherwise.
    static bool areBackAt(const LiveCounts &before, const QList<const QObject *> &lasting = {})
    {
        const auto areBack = [&] { return now(lasting).isNoMoreThan(before); };
        if (QTest::qWaitFor(areBack, 10'000))
            return true;
        qInfo().noquote() << "before:" << before.text();
        qInfo().noquote() << "after:" << now(lasting).text();
        return false;
    }

    bool operator==(const LiveCounts &) const = default;
    bool isNoMoreThan(const LiveCounts &other) const
    {
        return objects <= other.objects && connections <= other.connections
            && threads <= other.threads && files <= other.files;
    }
    QString text() const
    {
        return QStringLiteral("%1 objects, %2 connections, %3 threads, %4 files")
            .arg(objects)
            .arg(connections)
            .arg(threads)
            .arg(files);
    }

private:
    static std::atomic<int> &objectCount()
    {
        static std::atomic<int> count = 0;
        return count;
    }
    static void countObjects()
    {
        enum { AddObject = 3, RemoveObject = 4 }; // of qhooks_p.h, version 3 and later
        static const bool counts = [] {
            objectCount(); // before the first object asks for it
            qtHookData[AddObject] = quintptr(+[](QObject *) { ++objectCount(); });
            qtHookData[RemoveObject] = quintptr(+[](QObject *) { --objectCount(); });
            return true;
        }();
        std::ignore = counts;
    }
    static int entries(QStringView folder)
    {
        return int(QDir(folder.toString()).entryList(QDir::AllEntries | QDir::System).size());
    }
    /// QObject::dumpObjectInfo() is the one public place that lists connections.
    static int connectionsOf(const QList<const QObject *> &lasting)
    {
        static int arrows = 0;
        arrows = 0;
        const auto count = [](QtMsgType, const QMessageLogContext &, const QString &line) {
            for (const char *mark : {"-->", "<--", "<functor"})
                arrows += int(line.contains(QLatin1String(mark)));
        };
        const QtMessageHandler before = qInstallMessageHandler(count);
        QCoreApplication::instance()->dumpObjectInfo();
        QThread::currentThread()->dumpObjectInfo();
        QAbstractEventDispatcher::instance()->dumpObjectInfo();
        for (const QObject *object : lasting)
            object->dumpObjectInfo();
        qInstallMessageHandler(before);
        return arrows;
    }
};
