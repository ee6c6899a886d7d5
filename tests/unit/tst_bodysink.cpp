// SPDX-License-Identifier: MIT
#include "fetch/bodysink.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "shared/rawserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = BodyDestination::Kind;

namespace {

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

/// A server, and a folder that bodies are to go to.
class Download : public FetchFixture
{
public:
    QString name() const { return m_folder.filePath(u"body"_s); }
    QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    }
    FetchRequest request(const QString &path, Kind kind = Kind::File) const
    {
        FetchRequest request = FetchFixture::request(path);
        request.destination = {kind, name()};
        return request;
    }
    FetchResult get(const QString &path, Kind kind = Kind::File)
    {
        return FetchFixture::get(request(path, kind));
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// Where a body goes: BodySink by itself, and below a Fetcher.
class TestBodySink : public QObject
{
    Q_OBJECT
private slots:
    void keepsWhatItIsFor();
    void whatIsNotCommittedGoes();
    void aFileIsReplacedOnlyByAWholeOne();
    void behindALinkIsTheFile();
    void cannotBeOpened_data();
    void cannotBeOpened();
    void aFullDisk();
    void aFolderThatGoesAway();

    void wholeBodiesAreTheSameEverywhere_data();
    void wholeBodiesAreTheSameEverywhere();
    void damagedOnesAreNowhere_data();
    void damagedOnesAreNowhere();
    void aFetchThatCannotWriteFails_data();
    void aFetchThatCannotWriteFails();
    void cancelledHalfWay();
    void eachAttemptBeginsAnew();
    void notModifiedLeavesTheFile();
};

void TestBodySink::keepsWhatItIsFor()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"50 %1 of the body"_s); // is no place for an argument
    for (const Kind kind : {Kind::Memory, Kind::Nothing, Kind::File}) {
        const auto sink = BodySink::make({kind, name});
        QVERIFY(sink->write("one "));
        QVERIFY(sink->write(""));
        QVERIFY(sink->write("two"));
        QVERIFY(sink->commit());
        QVERIFY(sink->fault().isEmpty());
        QCOMPARE(sink->take(), kind == Kind::Memory ? "one two" : "");
        QVERIFY(sink->take().isEmpty());
        QCOMPARE(QFile::exists(name), kind == Kind::File);
    }
    QCOMPARE(contents(name), "one two");
    // As any file that a program makes, not as a temporary one.
    QFile other(folder.filePath(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(QFile::permissions(name), other.permissions());
}

void TestBodySink::whatIsNotCommittedGoes()
{
    const QTemporaryDir folder;
    {
        const auto sink = BodySink::make({Kind::File, folder.filePath(u"body"_s)});
        QVERIFY(sink->write("half"));
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1); // as it comes
        QCOMPARE(contents(folder.filePath(files.first())), "half");
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestBodySink::aFileIsReplacedOnlyByAWholeOne()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"body"_s);
    write(name, "before");
    auto sink = BodySink::make({Kind::File, name});
    auto other = BodySink::make({Kind::File, name}); // two at once are not in each other's way
    QVERIFY(sink->write("after"));
    QVERIFY(other->write("other"));
    QCOMPARE(contents(name), "before");
    other.reset();
    QCOMPARE(contents(name), "before");
    QVERIFY(sink->commit());
    sink.reset();
    QCOMPARE(contents(name), "after");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {u"body"_s});
}

void TestBodySink::behindALinkIsTheFile()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"body"_s);
    const QString link = folder.filePath(u"link"_s);
    write(name, "before");
    if (!QFile::link(name, link))
        QSKIP("This system has no links.");
    const auto sink = BodySink::make({Kind::File, link});
    QVERIFY(sink->write("after") && sink->commit());
    QCOMPARE(contents(name), "after");
    QVERIFY(QFileInfo(link).isSymbolicLink());
}

void TestBodySink::cannotBeOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no such folder") << u"missing/body"_s << u"No such file or directory"_s;
    QTest::newRow("a folder") << u"."_s << u"it is no file"_s;
    QTest::newRow("below a file") << u"file/body"_s << u"Not a directory"_s;
    QTest::newRow("too long a name") << QString(300, u'x') << u"File name too long"_s;
}

void TestBodySink::cannotBeOpened()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), "text");
    const QString path = folder.filePath(name);
    const auto sink = BodySink::make({Kind::File, path});
    QVERIFY2(sink->fault().contains(path), qPrintable(sink->fault()));
    QVERIFY2(sink->fault().contains(reason), qPrintable(sink->fault()));
}

void TestBodySink::aFullDisk()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("This system has no disk that is always full.");
    {
        const auto sink = BodySink::make({Kind::File, u"/dev/full"_s});
        QVERIFY2(sink->fault().isEmpty(), qPrintable(sink->fault()));
        QVERIFY(!sink->write("text"));
        QVERIFY2(sink->fault().contains(u"No space left"_s), qPrintable(sink->fault()));
    }
    QVERIFY(QFile::exists(u"/dev/full"_s)); // no file of ours, so it is not removed
    const auto sink = BodySink::make({Kind::File, u"/dev/null"_s});
    QVERIFY(sink->write("text") && sink->commit());
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
}

void TestBodySink::aFolderThatGoesAway()
{
    QTemporaryDir folder;
    const auto sink = BodySink::make({Kind::File, folder.filePath(u"body"_s)});
    QVERIFY(sink->write("text"));
    QVERIFY(folder.remove());
    QVERIFY(!sink->commit());
    QVERIFY2(sink->fault().contains(u"No such file"_s), qPrintable(sink->fault()));
}

void TestBodySink::wholeBodiesAreTheSameEverywhere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Integrity>("integrity");
    QTest::newRow("of a length") << u"bytes/300k?digest=0"_s << Integrity::Complete;
    QTest::newRow("with a digest") << u"bytes/300k"_s << Integrity::Verified;
    QTest::newRow("in chunks") << u"bytes/300k?digest=0&chunked=1"_s << Integrity::Unverified;
    QTest::newRow("compressed") << u"text/1?gzip=1"_s << Integrity::Verified;
    QTest::newRow("empty") << u"bytes/0"_s << Integrity::Verified;
    QTest::newRow("redirected") << u"redirect/2"_s << Integrity::Complete;
}

void TestBodySink::wholeBodiesAreTheSameEverywhere()
{
    QFETCH(QString, path);
    QFETCH(Integrity, integrity);
    Download net;
    const FetchResult memory = net.get(path, Kind::Memory);
    QVERIFY2(memory.outcome.hasSucceeded(), qPrintable(memory.outcome.message));
    QCOMPARE(memory.bodyBytes, memory.body.size());
    for (const Kind kind : {Kind::Nothing, Kind::File}) {
        const FetchResult result = net.get(path, kind);
        QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
        QVERIFY(result.body.isEmpty());
        QCOMPARE(result.bodyBytes, memory.bodyBytes);
        QCOMPARE(result.wireBytes, memory.wireBytes);
        QCOMPARE(result.integrity, integrity);
        QCOMPARE(net.files(), kind == Kind::File ? QStringList {u"body"_s} : QStringList());
    }
    QVERIFY(contents(net.name()) == memory.body);
    QVERIFY(net.eachEndedOnce());
}

void TestBodySink::damagedOnesAreNowhere_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("cut short") << u"truncate/155k"_s;
    QTest::newRow("another digest") << u"bytes/10k?digest=wrong"_s;
    QTest::newRow("compressed, cut short") << u"gzip-truncated"_s;
    QTest::newRow("compressed, damaged") << u"gzip-corrupt"_s;
    QTest::newRow("too large") << u"bytes/5M"_s;
    QTest::newRow("too large, compressed") << u"gzip-bomb"_s;
    QTest::newRow("another's explanation") << u"status/404"_s;
}

void TestBodySink::damagedOnesAreNowhere()
{
    QFETCH(QString, path);
    Download net;
    write(net.name(), "before");
    const FetchResult memory = net.get(path, Kind::Memory);
    QCOMPARE(memory.outcome.kind, Outcome::Kind::Failed);
    for (const Kind kind : {Kind::Nothing, Kind::File}) {
        const FetchResult result = net.get(path, kind);
        QCOMPARE(result.outcome, memory.outcome);
        QCOMPARE(result.integrity, memory.integrity);
        QVERIFY(result.body.isEmpty());
        QCOMPARE(net.files(), QStringList {u"body"_s});
        QCOMPARE(contents(net.name()), "before");
    }
}

void TestBodySink::aFetchThatCannotWriteFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no such folder") << u"/nowhere/body"_s << u"No such file or directory"_s;
    if (QFile::exists(u"/dev/full"_s))
        QTest::newRow("a full disk") << u"/dev/full"_s << u"No space left"_s;
}

void TestBodySink::aFetchThatCannotWriteFails()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    Download net;
    for (const auto &path : {u"bytes/1M"_s, u"text/1?gzip=1&words=200000"_s}) {
        FetchRequest request = net.request(path);
        request.destination.fileName = name;
        request.retries = 2; // another try would do no better
        const FetchResult result = net.FetchFixture::get(request);
        QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
        QVERIFY2(result.outcome.message.contains(name), qPrintable(result.outcome.message));
        QVERIFY2(result.outcome.message.contains(reason), qPrintable(result.outcome.message));
        QCOMPARE(result.attempts, 1);
        QCOMPARE(result.status, 200);
    }
    QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded()); // others are not harmed
    QVERIFY(net.eachEndedOnce());
}

void TestBodySink::cancelledHalfWay()
{
    Download net;
    std::stop_source stop;
    auto future = net.fetcher.fetch(net.request(u"drip?ms=20&bytes=1000"_s), stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(net.files().size(), 1, FetchFixture::guardMs);
    QVERIFY(net.files().first().endsWith(u".part"_s));
    stop.request_stop();
    const FetchResult result = net.wait(future);
    QCOMPARE(result.outcome.kind, Outcome::Kind::Cancelled);
    QCOMPARE(net.files(), QStringList()); // already, since the outcome is there
}

void TestBodySink::eachAttemptBeginsAnew()
{
    Download net;
    FetchRequest request = net.request(u"truncate/155k"_s);
    request.retries = 2;
    FetchResult result = net.FetchFixture::get(request);
    QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
    QCOMPARE(result.attempts, 3);
    QCOMPARE(net.files(), QStringList());
    request = net.request(u"flaky/2"_s);
    request.retries = 2;
    result = net.FetchFixture::get(request);
    QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    QCOMPARE(result.attempts, 3);
    QCOMPARE(contents(net.name()).size(), result.bodyBytes);
}

void TestBodySink::notModifiedLeavesTheFile()
{
    Download net;
    write(net.name(), "what there was");
    RawServer server([](const QByteArray &) -> QByteArray {
        return "HTTP/1.1 304 Not Modified\r\nETag: \"tag\"\r\n\r\n";
    });
    FetchRequest request = net.request(u"bytes/10"_s);
    request.url = server.address(u"body"_s);
    request.headers = {{"If-None-Match", "\"tag\""}};
    const FetchResult result = net.FetchFixture::get(request);
    QVERIFY2(result.outcome.hasSucceeded(), qPrintable(result.outcome.message));
    QCOMPARE(contents(net.name()), "what there was");
}

QTEST_GUILESS_MAIN(TestBodySink)
#include "tst_bodysink.moc"
