// SPDX-License-Identifier: MIT
#include "job/blockslots.h"

#include "fetch/plainhttp.h"

#include <QEventLoop>
#include <QFuture>
#include <QTcpSocket>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace {

constexpr int sliceMs = 10; // how soon a release is noticed

int nextSlice(const BlockTerms &terms)
{
    return int(std::clamp<qint64>(terms.deadline.remainingTime(), 0, sliceMs));
}

/// What the two calls of the slot share.
struct NestedCall
{
    const BlockTerms &terms;
    int depth = 0;
    int deepest = 0;
    bool outerFinished = false;
};

void enter(NestedCall &call)
{
    call.deepest = std::max(call.deepest, ++call.depth);
}

} // namespace

/// The slot itself, entered twice.
Q_NEVER_INLINE void nestedLoopSlot(NestedCall &call);

void sleepInSlot(const BlockTerms &terms)
{
    while (!terms.isOver())
        QThread::msleep(std::max(1, nextSlice(terms)));
}

void spinInSlot(const BlockTerms &terms)
{
    volatile quint64 sum = 0;
    while (!terms.isOver()) {
        for (int i = 0; i < 10'000; ++i)
            sum = sum + quint64(i) * sum + 1;
    }
}

QByteArray waitForReplyInSlot(const BlockTerms &terms, const QUrl &url)
{
    QTcpSocket socket;
    PlainHttp::get(socket, url);
    // Not in slices: a wait that runs out gives the connection up.
    if (!socket.waitForConnected(int(terms.deadline.remainingTime())))
        return {};
    while (!terms.isOver() && socket.state() == QAbstractSocket::ConnectedState)
        socket.waitForReadyRead(nextSlice(terms));
    return socket.readAll();
}

void waitForFinishedInSlot(const BlockTerms &terms)
{
    QThreadPool pool; // its own: behind the queue of another it could take longer than asked
    pool.setMaxThreadCount(1);
    QFuture<void> work = QtConcurrent::run(&pool, [&terms] { sleepInSlot(terms); });
    work.waitForFinished();
}

int nestedLoopInSlot(const BlockTerms &terms)
{
    NestedCall call {terms};
    nestedLoopSlot(call);
    return call.deepest;
}

void nestedLoopSlot(NestedCall &call)
{
    enter(call);
    if (call.depth > 1) {
        while (!call.outerFinished && !call.terms.isOver())
            QThread::msleep(std::max(1, nextSlice(call.terms)));
    } else {
        QEventLoop loop;
        const auto secondClick = [&call, &loop] {
            nestedLoopSlot(call);
            loop.quit();
        };
        QMetaObject::invokeMethod(&loop, secondClick, Qt::QueuedConnection);
        loop.exec();
        call.outerFinished = true;
    }
    --call.depth;
}
