// SPDX-License-Identifier: MIT
#include "session/board.h"
#include "shared/longtrace.h"
#include "shared/namedmain.h"
#include "trace/tracefile.h"
#include "ui/shell/tracefiles.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 23, in the window: whatever the file or the disk is like, there is
/// one sentence. What the files may be like in all is the matter of tst_faulttraces.
class TestFaultFiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void whatCannotBeOpenedIsTold_data();
    void whatCannotBeOpenedIsTold();
    void whatCannotBeSavedIsTold_data();
    void whatCannotBeSavedIsTold();
    void whatIsLongIsSavedAndOpened();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contents(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes);

    static constexpr int guardMs = 120'000;

    Snapshot m_events;
    QByteArray m_whole; // the file of them
    std::unique_ptr<QTemporaryDir> m_folder;
    QWidget m_window;
};

QByteArray TestFaultFiles::contents(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFaultFiles::write(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestFaultFiles::initTestCase()
{
    init();
    m_events = longTrace();
    QCOMPARE(TraceFile::save(m_events, path(u"whole.json"_s)), QString());
    m_whole = contents(u"whole.json"_s);
}

void TestFaultFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFaultFiles::whatCannotBeOpenedIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("hole"); // up to this size; it costs no disk
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, qint64 hole, const char *words) {
        QTest::newRow(name) << bytes << hole << QString::fromLatin1(words);
    };
    QByteArray damaged = m_whole;
    damaged[damaged.size() * 3 / 4] = '\1';
    row("damaged", damaged, 0, "is no JSON");
    row("truncated", m_whole.first(m_whole.size() * 3 / 4), 0, "ends too early");
    row("huge", "{", TraceFormat::maxBytes + 1, "larger than 2 GiB");
    row("zeros", "", 100 << 20, "is no trace");
    row("foreign",
        R"({"traceEvents":[)"
            + QByteArray(R"({"name":"a","ph":"X","ts":0,"dur":1,"pid":1,"tid":1},)")
                  .repeated(200'000)
            + R"({"name":"a","ph":"X","ts":0,"dur":1,"pid":1,"tid":1}]})",
        0, "made by another program");
}

void TestFaultFiles::whatCannotBeOpenedIsTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, hole);
    QFETCH(QString, words);
    write(u"a.json"_s, bytes);
    if (hole > 0)
        QVERIFY(QFile::resize(path(u"a.json"_s), hole));
    TraceFiles files(&m_window);
    QSignalSpy told(&files, &TraceFiles::told);
    QSignalSpy ended(&files, &TraceFiles::ended);
    QSignalSpy opened(&files, &TraceFiles::opened);
    files.open(path(u"a.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, guardMs);
    QCOMPARE(told.size(), 1);
    const QString sentence = told.first().first().toString();
    QVERIFY2(sentence.startsWith(u"a.json cannot be opened. "_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QCOMPARE(opened.size(), 0);
}

void TestFaultFiles::whatCannotBeSavedIsTold_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    QTest::newRow("no folder") << path(u"nowhere/a.json"_s) << u"No such file or directory"_s;
    QTest::newRow("a folder") << QDir::tempPath() << u"could not be saved: "_s;
    QTest::newRow("read-only") << u"/proc/self/a.json"_s
                               << u"could not be saved: "_s; // to root, too
    QTest::newRow("full disk") << u"/dev/full"_s << u"No space left on device"_s;
}

void TestFaultFiles::whatCannotBeSavedIsTold()
{
    QFETCH(QString, place);
    QFETCH(QString, words);
    QVERIFY2(place != u"/dev/full"_s || QFile::exists(place), "there is no /dev/full here");
    TraceFiles files(&m_window);
    QSignalSpy told(&files, &TraceFiles::told);
    QSignalSpy ended(&files, &TraceFiles::ended);
    files.save(m_events, place);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, guardMs);
    QCOMPARE(told.size(), 1);
    const QString sentence = told.first().first().toString();
    QVERIFY2(sentence.startsWith(place + u" could not be saved: "_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

void TestFaultFiles::whatIsLongIsSavedAndOpened()
{
    TraceFiles files(&m_window);
    QSignalSpy ended(&files, &TraceFiles::ended);
    QSignalSpy opened(&files, &TraceFiles::opened);
    files.save(m_events, path(u"a.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, guardMs);
    files.open(path(u"a.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, guardMs);
    QCOMPARE(contents(u"a.json"_s).size(), m_whole.size());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).value<Snapshot>().size(), m_events.size());
}

QTEST_MAIN(TestFaultFiles)
#include "tst_faultfiles.moc"
