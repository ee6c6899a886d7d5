// SPDX-License-Identifier: MIT
#include "job/loopblocker.h"
#include "loop/loopmonitor.h"
#include "shared/blockspan.h"
#include "shared/namedmain.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <future>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds tooLong = 60s; // for any wait that something else is to end
}

/// A server on a thread of its own that accepts and then says nothing, until it is gone.
class SilentServer
{
public:
    SilentServer()
    {
        std::promise<quint16> port; // a race detector sees it, and not what Qt would do
        std::future<quint16> opened = port.get_future();
        m_thread.reset(QThread::create([port = std::move(port)]() mutable {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            port.set_value(server.serverPort());
            QEventLoop().exec();
        }));
        m_thread->start();
        m_port = opened.get();
    }
    ~SilentServer()
    {
        m_thread->quit();
        m_thread->wait();
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/slow?ms=1"_s.arg(m_port)); }

private:
    std::unique_ptr<QThread> m_thread;
    quint16 m_port = 0;
};

/// Each way really blocks the loop, for about as long as asked, and can be ended early.
class TestLoopBlocker : public QObject
{
    Q_OBJECT
private slots:
    void eachWayIsOneHang_data() { ways(); }
    void eachWayIsOneHang();
    void eachWayEndsWhenReleased_data() { ways(); }
    void eachWayEndsWhenReleased();
    void theReplyEndsTheNetworkWait();
    void aRefusedConnectionEndsAtOnce();
    void blockingFromWithinDoesNothing();

private:
    static void ways();
    SilentServer m_server;
};

void TestLoopBlocker::ways()
{
    QTest::addColumn<BlockWay>("way");
    QTest::addColumn<int>("depth");
    QTest::newRow("sleep") << BlockWay::Sleep << 1;
    QTest::newRow("busy CPU") << BlockWay::BusyCpu << 1;
    QTest::newRow("network wait") << BlockWay::NetworkWait << 1;
    QTest::newRow("waitForFinished") << BlockWay::WaitForFinished << 1;
    QTest::newRow("nested loop") << BlockWay::NestedLoop << 2;
}

void TestLoopBlocker::eachWayIsOneHang()
{
    QFETCH(BlockWay, way);
    QFETCH(int, depth);
    LoopMonitor monitor;
    monitor.setStallThreshold(200ms);
    QSignalSpy beats(&monitor, &LoopMonitor::beat);
    QSignalSpy stalls(&monitor, &LoopMonitor::stalled);
    monitor.setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(beats.size() >= 2, 10'000);
    BlockReport report;
    BlockSpan span;
    QTimer::singleShot(0, this, [&] {
        span.record(
            [&] { report = LoopBlocker::block(way, 500ms, {.slowReply = m_server.url()}); });
    });
    QTRY_VERIFY_WITH_TIMEOUT(!span.stalls(stalls).isEmpty(), 10'000);
    const qsizetype after = beats.size();
    QTRY_VERIFY_WITH_TIMEOUT(beats.size() >= after + 10, 10'000);
    QCOMPARE(span.stalls(stalls).size(), 1);
    const Stall stall = span.stalls(stalls).first();
    QCOMPARE(stall.kind, StallKind::Hang);
    QVERIFY(stall.lengthNs() >= 450'000'000);
    QVERIFY(report.length >= 490ms);
    QCOMPARE(report.depth, depth);
    QVERIFY(!report.released);
}

void TestLoopBlocker::eachWayEndsWhenReleased()
{
    QFETCH(BlockWay, way);
    std::stop_source release;
    std::atomic<bool> begun = false;
    std::jthread other([&] {
        begun.wait(false);
        QThread::msleep(50); // somewhere in the middle; the order does not depend on it
        release.request_stop();
    });
    BlockReport report;
    QTimer::singleShot(0, this, [&] {
        begun = true;
        begun.notify_all();
        report = LoopBlocker::block(way, tooLong, {m_server.url(), release.get_token()});
    });
    QTRY_VERIFY_WITH_TIMEOUT(report.depth > 0, 10'000); // however long the block lasts itself
    QVERIFY(report.released);
    QVERIFY2(report.length < tooLong / 2, "it went on although it was released");
}

void TestLoopBlocker::theReplyEndsTheNetworkWait()
{
    std::atomic<quint16> port = 0;
    QByteArray request;
    std::jthread server([&] {
        QTcpServer tcp;
        tcp.listen(QHostAddress::LocalHost);
        port = tcp.serverPort();
        port.notify_all();
        if (!tcp.waitForNewConnection(10'000))
            return;
        const std::unique_ptr<QTcpSocket> socket(tcp.nextPendingConnection());
        while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(10'000))
            request += socket->readAll();
        socket->write("HTTP/1.1 204 No Content\r\n\r\n");
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(10'000);
    });
    port.wait(0);
    const QUrl url(u"http://127.0.0.1:%1/delay?ms=5&x=a%20b"_s.arg(port.load()));
    const BlockReport report
        = LoopBlocker::block(BlockWay::NetworkWait, tooLong, {.slowReply = url});
    server.join();
    QVERIFY(request.startsWith("GET /delay?ms=5&x=a%20b HTTP/1.1\r\n"));
    QVERIFY(request.contains("Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n"));
    QVERIFY(report.length < tooLong / 2);
}

void TestLoopBlocker::aRefusedConnectionEndsAtOnce()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(gone.serverPort()));
    gone.close();
    const BlockReport report
        = LoopBlocker::block(BlockWay::NetworkWait, tooLong, {.slowReply = url});
    QVERIFY(report.length < tooLong / 2);
}

void TestLoopBlocker::blockingFromWithinDoesNothing()
{
    BlockReport inner {1ns, 1, true};
    QMetaObject::invokeMethod(
        this, [&] { inner = LoopBlocker::block(BlockWay::Sleep, tooLong); }, Qt::QueuedConnection);
    const BlockReport outer = LoopBlocker::block(BlockWay::NestedLoop, 200ms);
    QCOMPARE(inner.depth, 0);
    QCOMPARE(outer.depth, 2);
    QCOMPARE(LoopBlocker::block(BlockWay::Sleep, 1ms).depth, 1);
}

QTEST_GUILESS_MAIN(TestLoopBlocker)
#include "tst_loopblocker.moc"
