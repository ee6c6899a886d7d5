// SPDX-License-Identifier: MIT
#include "lab/asyncsemaphore.h"
#include "shared/namedmain.h"

#include <QCoro/QCoroFuture>
#include <QTest>

#include <memory>
#include <stdexcept>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// One after the other goes in, says so, and waits for its own door to open.
struct Room
{
    explicit Room(int permits)
        : semaphore(permits)
    {
    }

    QPromise<void> &door(int who) { return doors[size_t(who)]; }
    void open(int who) { door(who).finish(); }

    AsyncSemaphore semaphore;
    std::vector<QPromise<void>> doors;
    QList<int> entered;
    int inside = 0;
    int most = 0;
    int left = 0;
};

QCoro::Task<> visit(Room &room, int who)
{
    const AsyncSemaphore::Permit permit = co_await room.semaphore.acquire();
    room.entered.append(who);
    room.most = std::max(room.most, ++room.inside);
    const QFuture<void> door = room.door(who).future();
    co_await door;
    --room.inside;
    ++room.left;
}

QCoro::Task<> visitAndThrow(Room &room)
{
    const AsyncSemaphore::Permit permit = co_await room.semaphore.acquire();
    ++room.left;
    throw std::runtime_error("out");
}

void fill(Room &room, int doors, int visitors)
{
    room.doors = std::vector<QPromise<void>>(size_t(doors));
    for (QPromise<void> &door : room.doors)
        door.start();
    for (int who = 0; who < visitors; ++who)
        visit(room, who);
}

} // namespace

class TestAsyncSemaphore : public QObject
{
    Q_OBJECT

private slots:
    void letsInSoMany();
    void firstComeFirstServed();
    void nobodyOvertakes();
    void movesAPermit();
    void givesBackWhenThrown();
    void manyLeaveWithoutDeepStacks();
};

void TestAsyncSemaphore::letsInSoMany()
{
    Room room(3);
    fill(room, 8, 8);
    QTRY_COMPARE(room.inside, 3);
    QCOMPARE(room.semaphore.available(), 0);
    QCOMPARE(room.semaphore.waiting(), 5);
    for (int who = 0; who < 8; ++who)
        room.open(who);
    QTRY_COMPARE(room.left, 8);
    QCOMPARE(room.most, 3);
    QCOMPARE(room.semaphore.available(), 3);
    QCOMPARE(room.semaphore.waiting(), 0);
}

void TestAsyncSemaphore::firstComeFirstServed()
{
    Room room(2);
    fill(room, 6, 6);
    for (const int who : {1, 0, 2, 4, 3, 5})
        room.open(who);
    QTRY_COMPARE(room.left, 6);
    QCOMPARE(room.entered, (QList<int> {0, 1, 2, 3, 4, 5}));
}

void TestAsyncSemaphore::nobodyOvertakes()
{
    Room room(1);
    fill(room, 3, 2);
    room.open(0);
    QTRY_COMPARE(room.left, 1); // the permit is on its way to the one that waits …
    visit(room, 2); // … and this one comes just now
    room.open(1);
    room.open(2);
    QTRY_COMPARE(room.left, 3);
    QCOMPARE(room.entered, (QList<int> {0, 1, 2}));
    QCOMPARE(room.most, 1);
}

namespace {

QCoro::Task<> moveAbout(AsyncSemaphore &semaphore, QList<int> &free)
{
    AsyncSemaphore::Permit first = co_await semaphore.acquire();
    AsyncSemaphore::Permit second = co_await semaphore.acquire();
    free.append(semaphore.available());
    {
        const AsyncSemaphore::Permit moved = std::move(first);
        free.append(semaphore.available());
    }
    free.append(semaphore.available());
    first = std::move(second);
    free.append(semaphore.available());
}

} // namespace

void TestAsyncSemaphore::movesAPermit()
{
    AsyncSemaphore semaphore(2);
    QList<int> free;
    moveAbout(semaphore, free);
    QTRY_COMPARE(free.size(), 4);
    QCOMPARE(free, (QList<int> {0, 0, 1, 1}));
    QCOMPARE(semaphore.available(), 2);
}

void TestAsyncSemaphore::givesBackWhenThrown()
{
    Room room(1);
    visitAndThrow(room);
    QTRY_COMPARE(room.left, 1);
    QCOMPARE(room.semaphore.available(), 1);
}

void TestAsyncSemaphore::manyLeaveWithoutDeepStacks()
{
    constexpr int visitors = 20'000; // each would be some frames deeper than the one before
    Room room(1);
    room.doors = std::vector<QPromise<void>>(visitors);
    for (QPromise<void> &door : room.doors) {
        door.start();
        door.finish();
    }
    for (int who = 0; who < visitors; ++who)
        visit(room, who);
    QTRY_COMPARE_WITH_TIMEOUT(room.left, visitors, 60'000);
    QCOMPARE(room.most, 1);
    QCOMPARE(room.entered.last(), visitors - 1);
}

QTEST_GUILESS_MAIN(TestAsyncSemaphore)
#include "tst_asyncsemaphore.moc"
