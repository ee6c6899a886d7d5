// SPDX-License-Identifier: MIT
#include "fetch/accessmanagers.h"
#include "fetch/addresslist.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// tests/faults/README.md, row 14: bad lines are named one by one, and the rest runs.
class TestAddressList : public QObject
{
    Q_OBJECT
private slots:
    void oneAddress_data();
    void oneAddress();
    void linesAreToldApart();
    void badLinesAreNamedAndTheRestIsKept();
    void aHundredThousandLines();
    void binaryIsOneSentence();
    void lostBytesRejectTheirLineOnly();
    void noiseNeverGetsThrough();
    void aListGivenAsArgumentsSkipsNothing();
    void whatLoopbackIs();
};

void TestAddressList::oneAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("fragment"); // of the reason; empty: accepted
    const auto row = [](const char *name, const QString &address, const char *fragment) {
        QTest::newRow(name) << address << QString::fromLatin1(fragment);
    };
    row("http", u"http://example.org/a?b=c#d"_s, "");
    row("https", u"https://example.org"_s, "");
    row("capitals", u"HTTP://EXAMPLE.ORG/"_s, "");
    row("port", u"http://127.0.0.1:8080/x"_s, "");
    row("IPv6", u"http://[::1]:80/"_s, "");
    row("IDN", u"https://bücher.example/größe"_s, "");
    row("IDN, encoded", u"https://xn--bcher-kva.example/"_s, "");
    row("escaped", u"http://example.org/a%20b%2Fc"_s, "");
    row("long", u"http://example.org/"_s + QString(8'000, u'x'), "");
    row("empty", u""_s, "empty");
    row("relative", u"/pictures/1.png"_s, "must begin with http");
    row("no scheme", u"example.org/x"_s, "must begin with http");
    row("file", u"file:///etc/passwd"_s, "not file");
    row("javascript", u"javascript:alert(1)"_s, "not javascript");
    row("data", u"data:text/plain,hi"_s, "not data");
    row("ftp", u"ftp://example.org/"_s, "not ftp");
    row("password", u"http://user:password@example.org/"_s, "user name or password");
    row("user", u"http://user@example.org/"_s, "user name or password");
    row("no host", u"http:///path"_s, "no ");
    row("bad port", u"http://example.org:99999/"_s, "no valid address");
    row("space", u"http://exam ple.org/"_s, "no valid address");
    row("open bracket", u"http://[::1/"_s, "no valid address");
    row("100 kB", u"http://example.org/"_s + QString(100'000, u'x'), "longer than");
}

void TestAddressList::oneAddress()
{
    QFETCH(QString, address);
    QFETCH(QString, fragment);
    const QString fault = AddressList::fault(address);
    QCOMPARE(fault.isEmpty(), fragment.isEmpty());
    QVERIFY2(fault.contains(fragment), qPrintable(fault));
    QVERIFY(!fault.contains(u"password@"_s));
    const AddressList list = AddressList::parse(QStringList {address});
    QCOMPARE(list.addresses().size(), fragment.isEmpty() ? 1 : 0);
    QCOMPARE(list.rejected().size(), fragment.isEmpty() ? 0 : 1);
    for (const RejectedAddress &rejected : list.rejected())
        QVERIFY(rejected.text.size() <= 200);
    // A second reading of what was accepted accepts it again: the fetcher asks so.
    for (const QUrl &url : list.addresses())
        QCOMPARE(AddressList::fault(url.toString(QUrl::FullyEncoded)), QString());
}

void TestAddressList::linesAreToldApart()
{
    const QByteArray text = "\xef\xbb\xbfhttp://a.example/\r\n"
                            "\r\n"
                            "# a comment: file:///x\r\n"
                            "  http://b.example/ \t\r\n"
                            "\t# another\n"
                            "https://c.example/#fragment";
    const AddressList list = AddressList::parse(text);
    QCOMPARE(list.rejected().size(), 0);
    QCOMPARE(list.addresses(),
             (QList<QUrl> {QUrl(u"http://a.example/"_s), QUrl(u"http://b.example/"_s),
                           QUrl(u"https://c.example/#fragment"_s)}));
    for (const QByteArray &nothing :
         {""_ba, "\n"_ba, "\r\n\r\n"_ba, "\xef\xbb\xbf"_ba, "# only this"_ba}) {
        const AddressList empty = AddressList::parse(nothing);
        QVERIFY(empty.addresses().isEmpty() && empty.rejected().isEmpty());
    }
}

void TestAddressList::badLinesAreNamedAndTheRestIsKept()
{
    const AddressList list = AddressList::parse("http://good.example/1\n"
                                                "file:///etc/passwd\n"
                                                "\n"
                                                "javascript:alert(1)\n"
                                                "http://good.example/2\n"
                                                "http://me:secret@bad.example/\n"_ba);
    QCOMPARE(list.addresses().size(), 2);
    QCOMPARE(list.rejected().size(), 3);
    QCOMPARE(list.rejected()[0].line, 2);
    QCOMPARE(list.rejected()[0].text, u"file:///etc/passwd"_s);
    QCOMPARE(list.rejected()[1].line, 4);
    QCOMPARE(list.rejected()[2].line, 6);
    QVERIFY(list.rejected()[2].reason.contains(u"password"_s));
}

void TestAddressList::aHundredThousandLines()
{
    QByteArray text;
    for (int i = 1; i <= 100'000; ++i)
        text += (i % 4 == 0 ? "bad/" : "http://h.example/") + QByteArray::number(i) + '\n';
    const AddressList list = AddressList::parse(text);
    QCOMPARE(list.addresses().size(), 75'000);
    QCOMPARE(list.rejected().size(), 25'000);
    QCOMPARE(list.rejected().last().line, 100'000);
    QCOMPARE(list.addresses().last().path(), u"/99999"_s);

    const AddressList longest
        = AddressList::parse(QByteArray(int(AddressList::maxLines), '\n') + "http://late.example/");
    QCOMPARE(longest.addresses().size(), 0);
    QCOMPARE(longest.rejected().size(), 1);
    QVERIFY(longest.rejected().first().reason.contains(u"left out"_s));
    QVERIFY(AddressList::parse(QByteArray(int(AddressList::maxLines), '\n')).rejected().isEmpty());
}

void TestAddressList::binaryIsOneSentence()
{
    for (const QByteArray &binary : {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\n\n\n"_ba,
                                     QByteArray(10'000, '\0'), "h\0t\0t\0p\0:\0/\0/\0"_ba}) {
        const AddressList list = AddressList::parse(binary);
        QVERIFY(list.addresses().isEmpty());
        QCOMPARE(list.rejected().size(), 1);
        QVERIFY(list.rejected().first().reason.contains(u"binary"_s));
    }
}

void TestAddressList::lostBytesRejectTheirLineOnly()
{
    const AddressList list = AddressList::parse("# caf\xe9 in Latin-1\n"
                                                "http://a.example/\n"
                                                "http://caf\xe9.example/\n"
                                                "http://b.example/\n"_ba);
    QCOMPARE(list.addresses().size(), 2);
    QCOMPARE(list.rejected().size(), 1);
    QCOMPARE(list.rejected().first().line, 3);
    QVERIFY(list.rejected().first().reason.contains(u"UTF-8"_s));
}

void TestAddressList::noiseNeverGetsThrough()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QByteArray letters = "htps:/@#?%[].\\ax0\n\r \t\xc3\xa9\xff";
    for (int i = 0; i < 3'000; ++i) {
        QByteArray text = "http://";
        for (int length = random.bounded(60); length > 0; --length)
            text += letters[random.bounded(int(letters.size()))];
        const AddressList list = AddressList::parse(text);
        for (const QUrl &url : list.addresses()) {
            QVERIFY(url.isValid() && !url.isRelative());
            QVERIFY(url.scheme() == u"http"_s || url.scheme() == u"https"_s);
            QVERIFY(!url.host().isEmpty() && url.userInfo().isEmpty());
        }
        for (const RejectedAddress &rejected : list.rejected())
            QVERIFY(rejected.line > 0 && !rejected.reason.isEmpty());
    }
}

void TestAddressList::aListGivenAsArgumentsSkipsNothing()
{
    const AddressList list
        = AddressList::parse(QStringList {u"http://a.example/"_s, u""_s, u"#x"_s});
    QCOMPARE(list.addresses().size(), 1);
    QCOMPARE(list.rejected().size(), 2);
    QCOMPARE(list.rejected()[0].line, 2);
}

void TestAddressList::whatLoopbackIs()
{
    for (const char *host : {"localhost", "LocalHost", "a.localhost", "127.0.0.1", "127.255.0.9",
                             "::1", "::ffff:127.0.0.1"})
        QVERIFY2(isLoopback(QString::fromLatin1(host)), host);
    for (const char *host : {"", "localhost.example", "notlocalhost", "128.0.0.1", "0.0.0.0", "::2",
                             "127.0.0.1.example", "::ffff:128.0.0.1"})
        QVERIFY2(!isLoopback(QString::fromLatin1(host)), host);
}

QTEST_APPLESS_MAIN(TestAddressList)
#include "tst_addresslist.moc"
