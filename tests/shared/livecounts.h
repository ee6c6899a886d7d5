// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTest>
#include <QThread>

#include <mutex>
#include <unordered_set>
#include <utility>

// What tools such as heap inspectors hook into; Qt exports it and keeps it stable (qhooks_p.h).
extern quintptr Q_CORE_EXPORT qtHookData[];

#ifdef __SANITIZE_THREAD__
#define LOOPSCOPE_UNSEEN_BY_TSAN __attribute__((no_sanitize_thread))
#else
#define LOOPSCOPE_UNSEEN_BY_TSAN
#endif

/// What there is in the process right now, to be compared with what there was before something ran.
/// Objects are counted from the first LiveCounts on.
struct LiveCounts
{
    int objects = 0; ///< QObjects of all threads
    int connections = 0; ///< from and to the objects that outlive everything
    int threads = 0; ///< 0 where the system does not tell, and likewise below
    int files = 0; ///< and sockets
    QMap<QByteArray, int> classes {}; ///< of the objects; of settled() only

    /// \p lasting: objects beside the application whose connections count.
    static LiveCounts now(const QList<const QObject *> &lasting)
    {
        return {.objects = Objects::all().count(),
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
        last.classes = Objects::all().classes();
        return last;
    }

    /// Whether there is no more than \p before, once what is deleted later, or ends a thread, has
    /// done so. Prints both otherwise, and what there is more of. It waits for less than a thread
    /// without work stays in a pool, or a connection without a request at a practice server: those
    /// that go then would hide what is left behind.
    static bool areBackAt(const LiveCounts &before, const QList<const QObject *> &lasting = {})
    {
        const auto areBack = [&] { return now(lasting).isNoMoreThan(before); };
        if (QTest::qWaitFor(areBack, 10'000))
            return true;
        const QString more = moreThan(before);
        const QString after = now(lasting).text(); // first, for a stream of Qt has an object, too
        qInfo().noquote() << "before:" << before.text();
        qInfo().noquote() << "after:" << after;
        qInfo().noquote() << "more than before:" << more;
        return false;
    }

    /// The classes of which there are more now than there were, as "2 × QTimer, 1 × QThread".
    static QString moreThan(const LiveCounts &before)
    {
        QStringList more;
        const QMap<QByteArray, int> after = Objects::all().classes();
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            if (const int count = it.value() - before.classes.value(it.key()); count > 0)
                more += QStringLiteral("%1 × %2").arg(count).arg(QLatin1String(it.key()));
        }
        return more.isEmpty() ? QStringLiteral("no object") : more.join(QStringLiteral(", "));
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
    /// Those that were made since the first question, on any thread.
    class Objects
    {
    public:
        static Objects &all()
        {
            static Objects &objects = *new Objects; // some live as long as the process
            return objects;
        }
        int count()
        {
            const std::lock_guard lock(m_mutex);
            return int(m_objects.size());
        }
        /// How many there are of each class. Ask while little happens, for an object that is just
        /// being made is taken for one of its base class. That look at what another thread makes is
        /// no fault of the program, so no detector of races is to see it.
        LOOPSCOPE_UNSEEN_BY_TSAN QMap<QByteArray, int> classes()
        {
            const std::lock_guard lock(m_mutex); // none of them is destroyed meanwhile
            QMap<QByteArray, int> classes;
            for (const QObject *object : m_objects)
                ++classes[object->metaObject()->className()];
            return classes;
        }

    private:
        Objects()
        {
            enum { AddObject = 3, RemoveObject = 4 }; // of qhooks_p.h, version 3 and later
            qtHookData[AddObject] = quintptr(+[](QObject *object) {
                const std::lock_guard lock(all().m_mutex);
                all().m_objects.insert(object);
            });
            qtHookData[RemoveObject] = quintptr(+[](QObject *object) {
                const std::lock_guard lock(all().m_mutex);
                all().m_objects.erase(object);
            });
        }

        std::mutex m_mutex; // guards the next one
        std::unordered_set<const QObject *> m_objects;
    };

    static int entries(QStringView folder)
    {
#ifdef Q_OS_LINUX
        if (!QDir(folder.toString()).exists())
            qFatal("no %s: is procfs mounted at /proc?", qPrintable(folder.toString()));
#endif
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
