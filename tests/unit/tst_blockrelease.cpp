// SPDX-License-Identifier: MIT
#include "loop/blockrelease.h"
#include "shared/namedmain.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace {

constexpr int guardMs = 30'000;

/// Without the loop: a blocked thread has none.
bool waitFor(const std::function<bool()> &condition)
{
    const QDeadlineTimer guard(guardMs);
    while (!condition()) {
        if (guard.hasExpired())
            return false;
        QThread::yieldCurrentThread();
    }
    return true;
}

} // namespace

/// The way out of a block: from any thread, only while there is one, and only out of that one.
class TestBlockRelease : public QObject
{
    Q_OBJECT
private slots:
    void withoutABlockNothingHappens();
    void anotherThreadEndsIt();
    void eachBlockHasATokenOfItsOwn();
    void aBlockWithinABlockEndsWithIt();
    void whoIsToldMayAskBack();
    void manyBlocksAndSomebodyWhoNeverStopsAsking();
};

void TestBlockRelease::withoutABlockNothingHappens()
{
    BlockRelease release;
    QVERIFY(!release.isBlocking());
    release.request();
    const BlockRelease::Block block(release);
    QVERIFY(release.isBlocking());
    QVERIFY(block.token().stop_possible());
    QVERIFY(!block.wasReleased()); // the wish came too early and is not kept
}

void TestBlockRelease::anotherThreadEndsIt()
{
    BlockRelease release;
    std::atomic<bool> sawIt = false;
    std::jthread outside([&] {
        sawIt = waitFor([&] { return release.isBlocking(); });
        release.request();
        release.request(); // twice does no harm
    });
    {
        const BlockRelease::Block block(release);
        QVERIFY(waitFor([&] { return block.wasReleased(); }));
        QVERIFY(release.isBlocking()); // until it really ended
        outside.join();
    }
    QVERIFY(sawIt);
    QVERIFY(!release.isBlocking());
}

void TestBlockRelease::eachBlockHasATokenOfItsOwn()
{
    BlockRelease release;
    std::stop_token first;
    std::stop_token second;
    {
        const BlockRelease::Block block(release);
        first = block.token();
        release.request();
        QVERIFY(block.wasReleased());
    }
    {
        const BlockRelease::Block block(release);
        second = block.token();
        QVERIFY(!block.wasReleased());
    }
    release.request();
    QVERIFY(first.stop_requested()); // it outlives its block
    QVERIFY(!second.stop_requested());
    QVERIFY(first != second);
}

/// As when a nested loop brings the next block.
void TestBlockRelease::aBlockWithinABlockEndsWithIt()
{
    BlockRelease release;
    const BlockRelease::Block outer(release);
    {
        const BlockRelease::Block inner(release);
        QVERIFY(release.isBlocking());
    }
    QVERIFY(release.isBlocking());
    {
        const BlockRelease::Block inner(release);
        release.request();
        QVERIFY(inner.wasReleased());
    }
    QVERIFY(outer.wasReleased());
}

void TestBlockRelease::whoIsToldMayAskBack()
{
    BlockRelease release;
    const BlockRelease::Block block(release);
    bool wasBlocking = false;
    const std::stop_callback told(block.token(), [&] {
        wasBlocking = release.isBlocking();
        release.request();
    });
    std::jthread([&] { release.request(); }).join();
    QVERIFY(wasBlocking);
}

void TestBlockRelease::manyBlocksAndSomebodyWhoNeverStopsAsking()
{
    constexpr int blocks = 2'000;
    BlockRelease release;
    std::jthread outside([&](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            release.request();
            QThread::yieldCurrentThread();
        }
    });
    int released = 0;
    for (int i = 0; i < blocks; ++i) {
        const BlockRelease::Block block(release);
        if (!waitFor([&] { return block.wasReleased(); }))
            break;
        ++released;
    }
    QCOMPARE(released, blocks);
    QVERIFY(!release.isBlocking());
}

QTEST_GUILESS_MAIN(TestBlockRelease)
#include "tst_blockrelease.moc"
