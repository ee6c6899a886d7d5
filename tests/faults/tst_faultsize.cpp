// SPDX-License-Identifier: MIT
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;

namespace {

/// A line of /proc/self/status in bytes: VmRSS is the memory in use, VmHWM the most there was.
qint64 memory(QByteArrayView name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.simplified().split(' ').at(1).toLongLong() * 1024;
    }
    return -1;
}

/// Starts VmHWM anew at VmRSS (Linux, proc(5)).
bool forgetPeak()
{
    QFile control(u"/proc/self/clear_refs"_s);
    return control.open(QIODevice::WriteOnly) && control.write("5") == 1;
}

} // namespace

/// tests/faults/README.md, row 11: a body without end or with a bomb in it fills no memory.
class TestFaultSize : public QObject
{
    Q_OBJECT
private slots:
    void memoryStaysFlat_data();
    void memoryStaysFlat();
    void aBodyAsLargeAsTheCapIsFine();
    void whatIsNotKeptTakesNoMemory_data();
    void whatIsNotKeptTakesNoMemory();
};

void TestFaultSize::memoryStaysFlat_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("endless stream") << u"endless"_s;
    QTest::newRow("gzip bomb") << u"gzip-bomb"_s;
    QTest::newRow("large") << u"bytes/200M"_s;
}

void TestFaultSize::memoryStaysFlat()
{
    QFETCH(QString, path);
    constexpr qint64 cap = 4 << 20;
    FetchFixture net;
    // The first time also fills caches, of the allocator as well as the server's.
    std::ignore = net.get(path);
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
    const qint64 before = memory("VmRSS:");
    QVERIFY2(before > 0, "no /proc/self/status: is procfs mounted at /proc?");
    if (!forgetPeak())
        QSKIP("This system does not tell the peak of memory.");
    for (int i = 0; i < 8; ++i) {
        FetchRequest request = net.request(path);
        request.limits.maxBytes = cap;
        // The cap is to end it, not time, however slow a sanitizer or a busy machine makes it.
        request.limits.firstByte = request.limits.silence = request.limits.total
            = std::chrono::milliseconds(20'000);
        const FetchResult result = net.get(request);
        QVERIFY2(result.outcome.kind == Outcome::Kind::Failed, qPrintable(result.outcome.message));
        QVERIFY2(result.outcome.message.contains(u"Larger than the limit of 4.2 MB"_s),
                 qPrintable(result.outcome.message));
        QCOMPARE(result.integrity, Integrity::Unverified);
        QCOMPARE(result.attempts, 1);
        QVERIFY(result.body.size() <= cap);
    }
    const qint64 most = memory("VmHWM:") - before;
    qInfo("grew by at most %lld kB", most / 1024);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they keep freed memory
    QVERIFY2(most < 5 * cap, qPrintable(QString::number(most)));
#endif
    QVERIFY(net.eachEndedOnce());
    const FetchResult next = net.get(u"bytes/2000"_s);
    QVERIFY2(next.outcome.hasSucceeded(), qPrintable(next.outcome.message));
}

void TestFaultSize::aBodyAsLargeAsTheCapIsFine()
{
    FetchFixture net;
    FetchRequest request = net.request(u"bytes/1M"_s);
    request.limits.maxBytes = 1 << 20;
    const FetchResult whole = net.get(request);
    QVERIFY2(whole.outcome.hasSucceeded(), qPrintable(whole.outcome.message));
    QCOMPARE(whole.body.size(), 1 << 20);
    --request.limits.maxBytes;
    QCOMPARE(net.get(request).outcome.kind, Outcome::Kind::Failed);
}

void TestFaultSize::whatIsNotKeptTakesNoMemory_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<BodyDestination::Kind>("kind");
    for (const char *path : {"bytes/64M?digest=0", "gzip-bomb"}) { // both of 64 MiB
        QTest::addRow("%s, nowhere", path)
            << QString::fromLatin1(path) << BodyDestination::Kind::Nothing;
        QTest::addRow("%s, a file", path)
            << QString::fromLatin1(path) << BodyDestination::Kind::File;
    }
}

void TestFaultSize::whatIsNotKeptTakesNoMemory()
{
    QFETCH(QString, path);
    QFETCH(BodyDestination::Kind, kind);
    FetchFixture net;
    const QTemporaryDir folder;
    FetchRequest request = net.request(path);
    request.destination = {kind, folder.filePath(u"body"_s)};
    request.limits.maxBytes = 64 << 20;
    request.limits.firstByte = request.limits.silence = request.limits.total
        = std::chrono::milliseconds(25'000);
    std::ignore = net.get(request); // fills caches
    const qint64 before = memory("VmRSS:");
    if (!forgetPeak())
        QSKIP("This system does not tell the peak of memory.");
    const FetchResult result = net.get(request);
    QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    QCOMPARE(result.bodyBytes, 64 << 20);
    const qint64 most = memory("VmHWM:") - before;
    qInfo("grew by at most %lld kB", most / 1024);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they keep freed memory
    QVERIFY2(most < 20 << 20, qPrintable(QString::number(most)));
#endif
    if (kind == BodyDestination::Kind::File)
        QCOMPARE(QFile(request.destination.fileName).size(), result.bodyBytes);
}

QTEST_GUILESS_MAIN(TestFaultSize)
#include "tst_faultsize.moc"
