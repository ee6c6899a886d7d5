// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "fetch/addresslist.h"
#include "fetch/addressreader.h"
#include "shared/fetchfixture.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/addressfield.h"
#include "ui/workbench/runcontrols.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QLocale>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 14, where addresses are used: what is wrong is never sent, each line
/// is told with its reason, and the rest runs. What is read from a list is the matter of
/// tst_addresslist.
class TestFaultAddresses : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void whatIsWrongIsNeverSent_data();
    void whatIsWrongIsNeverSent();
    void theRestOfAListRuns_data();
    void theRestOfAListRuns();
};

void TestFaultAddresses::whatIsWrongIsNeverSent_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char *name, const QString &address, const char *fragment) {
        QTest::newRow(name) << address << QString::fromLatin1(fragment);
    };
    row("empty", QString(), "is empty");
    row("relative", u"/pictures/1.png"_s, "must begin with http");
    row("file", u"file:///etc/passwd"_s, "not file");
    row("javascript", u"javascript:alert(1)"_s, "not javascript");
    row("password", u"http://user:password@127.0.0.1/"_s, "user name or password");
    row("no host", u"http:///path"_s, "no ");
    row("100 kB", u"http://127.0.0.1/"_s + QString(100'000, u'x'), "longer than");
}

void TestFaultAddresses::whatIsWrongIsNeverSent()
{
    QFETCH(QString, address);
    QFETCH(QString, fragment);
    FetchFixture net;
    const FetchResult result = net.get(net.request(QUrl(address)));
    QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
    QVERIFY2(result.outcome.message.contains(fragment), qPrintable(result.outcome.message));
    QVERIFY(!result.outcome.message.contains(u"password@"_s));
    QCOMPARE(result.attempts, 0);
    QCOMPARE(result.integrity, Integrity::Unknown);
    QCOMPARE(plot(net.story(result.task)), u"queued note finished:failed"_s);
    for (int i = 0; i < 5; ++i)
        QVERIFY(net.get(u"bytes/10"_s).outcome.hasSucceeded());
    QVERIFY(net.eachEndedOnce());
}

void TestFaultAddresses::theRestOfAListRuns_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("good");
    QTest::addColumn<bool>("isFile"); // or dropped as text
    QTest::newRow("a few") << 40 << 10 << true;
    QTest::newRow("100,000") << 100'000 << 1'000 << true;
    QTest::newRow("100,000, dropped") << 100'000 << 1'000 << false;
}

/// From the field that a list is dropped on to the button Run.
void TestFaultAddresses::theRestOfAListRuns()
{
    QFETCH(int, lines);
    QFETCH(int, good);
    QFETCH(bool, isFile);
    const QStringList bad {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"/relative"_s,
                           u"http://me:secret@bad.example/"_s, QString(9'000, u'x')};
    Engine engine;
    Workbench page(engine);
    page.resize(1200, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QByteArray list;
    for (int i = 0; i < lines; ++i) {
        const QString address = i % (lines / good) == 0
            ? engine.server().address(u"bytes/100?key=%1"_s.arg(i)).toString()
            : bad[lines > 1'000 ? i % 4 : i % 5];
        list += address.toUtf8() + '\n';
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(list) == list.size());
    file.close();
    QMimeData dropped;
    if (isFile)
        dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    else
        dropped.setText(QString::fromUtf8(list));

    AddressField &field = page.controls().addresses();
    QSignalSpy read(&field, &AddressField::sourceChanged);
    field.take(dropped);
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 60'000);
    page.run();
    const Board &board = engine.session().playhead().board();
    QTRY_VERIFY_WITH_TIMEOUT(board.rowCount() == good && board.unfinished() == 0, 120'000);
    QCOMPARE(board.count(TaskStatus::Succeeded), good);
    const auto *notice = page.findChild<NoticeBar *>();
    const int left = lines - good;
    const QString leftOut = QLocale().toString(left) + u" address"_s;
    QVERIFY2(notice->sentence().startsWith(leftOut), qPrintable(notice->sentence()));
    const QStringList told = notice->details().split(u'\n');
    const int most = int(AddressSource::mostFaults);
    QCOMPARE(told.size(), left > most ? most + 1 : left); // the last one tells of the rest
    QCOMPARE(engine.server().counters().requests, good);
    QVERIFY2(told.first().startsWith(u"Line 2: "_s), qPrintable(told.first()));
}

QTEST_MAIN(TestFaultAddresses)
#include "tst_faultaddresses.moc"
