// SPDX-License-Identifier: MIT
#include "job/loopblocker.h"
#include "loop/blockrelease.h"
#include "loop/loopmonitor.h"
#include "loop/pulsereport.h"
#include "loop/witnessserver.h"
#include "record/recorder.h"
#include "shared/namedmain.h"

#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <functional>
#include <memory>
#include <mutex>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;

/// A witness without a window. Blocks where it waits; on any thread.
class Client
{
public:
    explicit Client(const QString &name)
    {
        m_socket.connectToServer(name);
        if (!m_socket.waitForConnected(guardMs))
            qFatal("no connection: %s", qPrintable(m_socket.errorString()));
    }
    /// The next report that \p fits; nothing under the guard, or when the connection is closed.
    std::optional<PulseReport> next(const std::function<bool(const PulseReport &)> &fits = {})
    {
        const QDeadlineTimer guard(guardMs);
        while (!guard.hasExpired()) {
            while (!m_socket.canReadLine()) {
                if (!m_socket.waitForReadyRead(int(guard.remainingTime())))
                    return std::nullopt;
            }
            const auto report = PulseReport::fromLine(m_socket.readLine());
            if (!report)
                qFatal("a line that is no report");
            if (!fits || fits(*report))
                return report;
        }
        return std::nullopt;
    }
    /// Reports come, even after all those that are there already.
    bool isServed()
    {
        const qint64 now = Recorder::now();
        return next([now](const PulseReport &report) { return report.timeNs > now; }).has_value();
    }
    bool isClosed()
    {
        const QDeadlineTimer guard(guardMs);
        while (m_socket.state() == QLocalSocket::ConnectedState && !guard.hasExpired())
            m_socket.waitForReadyRead(int(guard.remainingTime()));
        return m_socket.state() != QLocalSocket::ConnectedState;
    }
    void say(const QByteArray &words)
    {
        m_socket.write(words);
        m_socket.waitForBytesWritten(guardMs);
    }
    void leave() { m_socket.abort(); }

private:
    QLocalSocket m_socket;
};

/// Does something on the thread it lives on. Handed over under a lock of its own, which a race
/// detector sees, unlike that of Qt's queue.
class BlockingCall final : public QObject
{
public:
    void setTask(std::function<void()> task)
    {
        const std::lock_guard lock(m_mutex);
        m_task = std::move(task);
    }
    void run()
    {
        std::function<void()> task;
        {
            const std::lock_guard lock(m_mutex);
            task = std::move(m_task);
        }
        task();
        const std::lock_guard lock(m_mutex); // what it did is seen by who asks next
    }

private:
    std::mutex m_mutex; // guards m_task
    std::function<void()> m_task;
};

} // namespace

/// A witness in this process, with a real socket: told of a blocked loop by another thread.
class TestWitnessServer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void itTellsWhileTheLoopIsBlockedAndReleasesIt();
    void aStallOfBeforeIsNotTold();
    void aStallNobodyMadeCannotBeReleased();
    void oneWitnessIsEnough();
    void whoGoesMakesRoom();
    void whoGoesDuringABlockDoesNotHurt();
    void whoNeverReadsCostsNoMemory();
    void whoSaysAnythingElseIsSentAway_data();
    void whoSaysAnythingElseIsSentAway();
    void theWishMayComeInPiecesAndTooEarly();
    void whenItClosesTheWitnessKnows();

private:
    /// On the thread of the server.
    void onServerThread(std::function<void()> task)
    {
        m_call->setTask(std::move(task));
        QMetaObject::invokeMethod(m_call.get(), &BlockingCall::run, Qt::BlockingQueuedConnection);
        m_call->setTask({}); // takes the lock again
    }
    bool hasWitness()
    {
        bool has = false;
        onServerThread([&] { has = m_server->hasWitness(); });
        return has;
    }
    BlockReport block(std::chrono::milliseconds length, const std::function<void()> &outside);

    QString m_name;
    std::unique_ptr<LoopMonitor> m_monitor;
    BlockRelease m_release;
    QThread m_thread;
    WitnessServer *m_server = nullptr;
    std::unique_ptr<BlockingCall> m_call;
};

void TestWitnessServer::init()
{
    m_name = u"tst_witnessserver-%1"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_monitor = std::make_unique<LoopMonitor>();
    m_server = new WitnessServer(*m_monitor, m_release, m_name);
    m_call = std::make_unique<BlockingCall>();
    m_call->moveToThread(&m_thread);
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    onServerThread([this] { m_server->listen(); });
    m_monitor->setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->lastBeatNs() > 0, guardMs);
}

void TestWitnessServer::cleanup()
{
    onServerThread([this] { m_server->close(); });
    m_thread.quit();
    QVERIFY(m_thread.wait(guardMs));
    disconnect(&m_thread, nullptr, m_server, nullptr);
    m_call.reset();
    m_monitor.reset();
}

/// Blocks this thread's loop on purpose; \p outside happens on another thread meanwhile.
BlockReport TestWitnessServer::block(std::chrono::milliseconds length,
                                     const std::function<void()> &outside)
{
    const BlockRelease::Block block(m_release);
    const std::unique_ptr<QThread> other(QThread::create(outside)); // a socket needs one of Qt's
    other->start();
    const BlockReport report
        = LoopBlocker::block(BlockWay::Sleep, length, {.release = block.token()});
    other->wait();
    return report;
}

void TestWitnessServer::itTellsWhileTheLoopIsBlockedAndReleasesIt()
{
    constexpr auto length = 9s;
    // nothing beats until this function lets the loop turn
    const qint64 due = m_monitor->nextDueNs();
    std::vector<PulseReport> late;
    std::optional<PulseReport> nameless, named;
    const BlockReport report = block(length, [&] {
        Client client(m_name);
        const auto isOverdue = [](const PulseReport &r) { return r.lateNs > 0; };
        for (int i = 0; i < 5; ++i)
            late.push_back(client.next(isOverdue).value_or(PulseReport()));
        m_server->tell({StallNews::Phase::Began, due, 0, {}});
        nameless = client.next([](const PulseReport &r) { return r.stallNs > 0; });
        m_server->tell({StallNews::Phase::Lasts, due, 1, u"sleepInSlot"_s});
        named = client.next([](const PulseReport &r) { return !r.function.isEmpty(); });
        client.say("release\n");
        client.isServed(); // so that it was read before this one leaves
    });
    QVERIFY(report.released);
    QVERIFY2(report.length * 2 < length, "it went on although it was released");
    for (size_t i = 1; i < late.size(); ++i)
        QVERIFY(late[i].lateNs > late[i - 1].lateNs);
    QCOMPARE(late.back().stallNs, 0); // nobody had called it a stall so far
    QVERIFY(nameless && nameless->function.isEmpty());
    QVERIFY(named && named->function == u"sleepInSlot"_s);
    QVERIFY(nameless->canBeReleased && named->canBeReleased);
    QCOMPARE(named->stallNs, named->timeNs - due);
    QVERIFY(named->stallNs > nameless->stallNs);
    QVERIFY(named->lastBeatNs < due);
    QCOMPARE(named->lastBeatNs, late.front().lastBeatNs);

    const qint64 beats = m_monitor->lastBeatNs();
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->lastBeatNs() > beats && !hasWitness(), guardMs);
    const auto after = Client(m_name).next([](const PulseReport &r) { return r.lateNs > 0; });
    QVERIFY(after && after->lastBeatNs > beats);
    QCOMPARE(after->stallNs, 0); // before anybody said that it ended
    QVERIFY(!after->canBeReleased);
}

/// The watchdog may sleep on for a while after a stall; a beat that is late then is another matter.
void TestWitnessServer::aStallOfBeforeIsNotTold()
{
    const qint64 due = m_monitor->nextDueNs();
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->lastBeatNs() >= due, guardMs);
    m_server->tell({StallNews::Phase::Lasts, due, 1, u"formerSlot"_s});
    std::optional<PulseReport> heard;
    block(9s, [&] {
        heard = Client(m_name).next([](const PulseReport &r) { return r.lateNs > 0; });
        m_release.request();
    });
    QVERIFY(heard);
    QCOMPARE(heard->stallNs, 0);
    QVERIFY(heard->function.isEmpty());
    QVERIFY(!heard->canBeReleased);
}

void TestWitnessServer::aStallNobodyMadeCannotBeReleased()
{
    m_server->tell({StallNews::Phase::Lasts, m_monitor->nextDueNs(), 1, u"ownFault"_s});
    // Waiting for it is what keeps the loop.
    const auto heard = Client(m_name).next([](const PulseReport &r) { return r.stallNs > 0; });
    QVERIFY(heard);
    QCOMPARE(heard->function, u"ownFault"_s);
    QVERIFY(!heard->canBeReleased);
}

void TestWitnessServer::oneWitnessIsEnough()
{
    QVERIFY(!hasWitness());
    Client first(m_name);
    QVERIFY(first.isServed());
    QVERIFY(hasWitness());
    Client second(m_name);
    QVERIFY(second.isClosed());
    QVERIFY(first.isServed());
    QVERIFY(hasWitness());
    QCOMPARE(m_server->arrivals(), 1);
}

void TestWitnessServer::whoGoesMakesRoom()
{
    for (int i = 0; i < 200; ++i) {
        Client client(m_name);
        QVERIFY(client.isServed());
        client.leave();
        QVERIFY(!hasWitness()); // whether or not its thread came to notice
    }
    qsizetype sockets = -1;
    const auto count = [&] {
        onServerThread([&] { sockets = m_server->findChildren<QLocalSocket *>().size(); });
        return sockets;
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, guardMs);
}

void TestWitnessServer::whoGoesDuringABlockDoesNotHurt()
{
    std::optional<PulseReport> heard;
    const BlockReport report = block(9s, [&] {
        {
            Client first(m_name);
            if (!first.isServed())
                return;
            first.leave();
        }
        Client second(m_name);
        heard = second.next();
        second.say("release\n");
        second.isServed(); // so that it was read before this one leaves
    });
    QVERIFY(heard);
    QVERIFY(report.released);
}

void TestWitnessServer::whoNeverReadsCostsNoMemory()
{
    constexpr int enough = 1'500; // reports of a kilobyte and more: far beyond all buffers
    constexpr qint64 bound = 64 * 1024 + PulseReport::longestLine;
    QLocalSocket deaf; // this loop does not turn for it
    deaf.connectToServer(m_name);
    QVERIFY(deaf.waitForConnected(guardMs));
    qint64 most = 0;
    int reports = 0;
    std::atomic<bool> isDone = false;
    for (const QDeadlineTimer guard(guardMs); !hasWitness() && !guard.hasExpired();)
        QThread::msleep(1);
    QMetaObject::Connection ticks;
    onServerThread([&] {
        auto *timer = m_server->findChild<QTimer *>();
        const auto *socket = m_server->findChild<QLocalSocket *>();
        m_server->tell(
            {StallNews::Phase::Lasts, m_monitor->nextDueNs(), 1, QString(400, QChar(1))});
        timer->setInterval(1);
        ticks = connect(timer, &QTimer::timeout, socket, [&, socket] {
            most = std::max(most, socket->bytesToWrite());
            isDone = ++reports >= enough;
        });
    });
    for (const QDeadlineTimer guard(guardMs); !isDone && !guard.hasExpired();)
        QThread::msleep(1); // the loop stands still, so each report has the name
    QVERIFY(isDone);
    onServerThread([&ticks] { disconnect(ticks); });
    QVERIFY2(most > bound / 2, "it was never put to the test");
    QVERIFY2(most <= bound, qPrintable(QString::number(most)));
    QVERIFY(hasWitness()); // it may yet wake up
    deaf.abort();
    QVERIFY(!hasWitness());
}

void TestWitnessServer::whoSaysAnythingElseIsSentAway_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("another word") << QByteArray("hello\n");
    QTest::newRow("nothing") << QByteArray("\n");
    QTest::newRow("nearly") << QByteArray("released\n");
    QTest::newRow("a request") << QByteArray("GET /release\r\n");
    QTest::newRow("no end") << QByteArray(100'000, 'x');
    QTest::newRow("a long line that ends well")
        << QByteArray(63 * 8, 'x') + QByteArray("release\n");
    QTest::newRow("zeros") << QByteArray(1'000, '\0');
}

void TestWitnessServer::whoSaysAnythingElseIsSentAway()
{
    QFETCH(QByteArray, words);
    const BlockRelease::Block block(m_release);
    Client client(m_name);
    QVERIFY(client.isServed());
    client.say(words);
    QVERIFY(client.isClosed());
    QVERIFY(!hasWitness());
    QVERIFY(!block.wasReleased());
    Client next(m_name);
    QVERIFY(next.isServed());
}

void TestWitnessServer::theWishMayComeInPiecesAndTooEarly()
{
    Client client(m_name);
    client.say("release\nrelease\n");
    QVERIFY(client.isServed()); // so it was read
    QVERIFY(client.isServed());
    const BlockRelease::Block block(m_release);
    client.say("rel");
    QVERIFY(client.isServed());
    QVERIFY(!block.wasReleased());
    client.say("ease\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(block.wasReleased(), guardMs);
    QVERIFY(client.isServed());
}

void TestWitnessServer::whenItClosesTheWitnessKnows()
{
    Client client(m_name);
    QVERIFY(client.isServed());
    onServerThread([this] { m_server->close(); });
    QVERIFY(client.isClosed());
    QVERIFY(!hasWitness());
    QLocalSocket late;
    late.connectToServer(m_name);
    QVERIFY(!late.waitForConnected(guardMs));
    onServerThread([this] { m_server->listen(); });
    Client again(m_name);
    QVERIFY(again.isServed());
}

QTEST_GUILESS_MAIN(TestWitnessServer)
#include "tst_witnessserver.moc"
