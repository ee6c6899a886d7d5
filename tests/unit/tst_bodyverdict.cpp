// SPDX-License-Identifier: MIT
#include "fetch/bodyverdict.h"
#include "shared/namedmain.h"
#include "shared/packed.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray sha(const QByteArray &data, QCryptographicHash::Algorithm algorithm)
{
    return ':' + QCryptographicHash::hash(data, algorithm).toBase64() + ':';
}
QByteArray sha256(const QByteArray &data)
{
    return sha(data, QCryptographicHash::Sha256);
}
QByteArray sha512(const QByteArray &data)
{
    return sha(data, QCryptographicHash::Sha512);
}

std::optional<bool> check(const QByteArray &field, const QByteArray &data)
{
    auto digest = ContentDigest::fromField(field);
    if (!digest)
        return std::nullopt;
    for (const char byte : data)
        digest->addData(QByteArrayView(&byte, 1));
    return digest->matches();
}

} // namespace

/// How far a body can be trusted: Framing, BodyVerdict and ContentDigest.
class TestBodyVerdict : public QObject
{
    Q_OBJECT
private slots:
    void framing_data();
    void framing();
    void verdict_data();
    void verdict();
    void digest();
};

void TestBodyVerdict::framing_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("transfer");
    QTest::addColumn<bool>("isFault");
    QTest::addColumn<qint64>("expected"); // -1: none
    const auto row = [](const char *length, const char *transfer, bool isFault, qint64 expected) {
        QTest::addRow("%s|%s", length, transfer)
            << QByteArray(length) << QByteArray(transfer) << isFault << expected;
    };
    row("", "", false, -1);
    row("0", "", false, 0);
    row("42", "", false, 42);
    row(" 42 ", "", false, 42);
    row("42, 42", "", false, 42); // RFC 9110, 8.6: the same value twice is allowed
    row("42, 43", "", true, 43);
    row("-5", "", true, -5);
    row("+5", "", true, 5);
    row("0x10", "", true, 0);
    row("1e3", "", true, 0);
    row("99999999999999999999", "", true, 0);
    row("42,", "", true, 0);
    row("", "chunked", false, -1);
    row("", "gzip, Chunked", false, -1);
    row("42", "chunked", true, 42);
}

void TestBodyVerdict::framing()
{
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, transfer);
    QFETCH(bool, isFault);
    QFETCH(qint64, expected);
    const Framing framing = Framing::read("GET", 200, length, transfer);
    QCOMPARE(framing.isFault(), isFault);
    QCOMPARE(framing.length.value_or(-1), expected);
    QVERIFY(!framing.bodiless);
    QVERIFY(Framing::read("HEAD", 200, length, transfer).bodiless);
    QVERIFY(Framing::read("GET", 204, length, transfer).bodiless);
    QVERIFY(Framing::read("GET", 304, length, transfer).bodiless);
}

void TestBodyVerdict::verdict_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("digest"); // 1 matches, 0 does not, -1 none
    QTest::addColumn<Integrity>("integrity");
    QTest::addColumn<QString>("fragment");

    const auto bad = Integrity::Corrupt;
    const QByteArray whole = gzipped("text");
    const QByteArray half = whole.chopped(6);
    const QByteArray size = QByteArray::number(whole.size());
    QTest::newRow("as long as told") << "4"_ba
                                     << ""_ba
                                     << "text"_ba << -1 << Integrity::Complete << u""_s;
    QTest::newRow("empty as told") << "0"_ba
                                   << ""_ba
                                   << ""_ba << -1 << Integrity::Complete << u""_s;
    QTest::newRow("nothing told") << ""_ba
                                  << ""_ba
                                  << "text"_ba << -1 << Integrity::Unverified << u""_s;
    QTest::newRow("digest") << ""_ba
                            << ""_ba
                            << "text"_ba << 1 << Integrity::Verified << u""_s;
    QTest::newRow("gzip ends") << ""_ba
                               << "gzip"_ba << whole << -1 << Integrity::Complete << u""_s;
    QTest::newRow("gzip, digest") << size << "gzip"_ba << whole << 1 << Integrity::Verified
                                  << u""_s;
    QTest::newRow("too short") << "9"_ba
                               << ""_ba
                               << "text"_ba << -1 << bad << u"4 bytes of 9 bytes"_s;
    QTest::newRow("wrong digest") << "4"_ba
                                  << ""_ba
                                  << "text"_ba << 0 << bad << u"Content-Digest"_s;
    QTest::newRow("gzip half") << ""_ba
                               << "gzip"_ba << half << -1 << bad << u"cut short"_s;
    // The sender hashed what it sent, and sent half: proven to be what it meant, yet no text.
    QTest::newRow("gzip half, digest") << ""_ba
                                       << "gzip"_ba << half << 1 << bad << u"cut short"_s;
    QTest::newRow("no gzip") << ""_ba
                             << "gzip"_ba
                             << "text"_ba << -1 << bad << u"damaged"_s;
    QTest::newRow("no length") << "-4"_ba
                               << ""_ba
                               << "text"_ba << 1 << bad << u"no valid length"_s;
}

void TestBodyVerdict::verdict()
{
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, wire);
    QFETCH(int, digest);
    QFETCH(Integrity, integrity);
    QFETCH(QString, fragment);
    BodyDecoder decoder(encoding, 0);
    decoder.write(wire);
    const BodyVerdict verdict
        = BodyVerdict::judge(Framing::read("GET", 200, length, {}), wire.size(), decoder,
                             digest < 0 ? std::nullopt : std::optional(digest == 1));
    QCOMPARE(verdict.integrity, integrity);
    QCOMPARE(verdict.fault.isEmpty(), integrity != Integrity::Corrupt);
    QVERIFY2(verdict.fault.contains(fragment), qPrintable(verdict.fault));
    QCOMPARE(verdict.isCutShort, length == "9");
    // A body that must not be there is no fault when it is not there.
    BodyDecoder none(encoding, 0);
    const BodyVerdict head
        = BodyVerdict::judge(Framing::read("HEAD", 200, "9", {}), 0, none, std::nullopt);
    QCOMPARE(head.integrity, Integrity::Complete);
}

void TestBodyVerdict::digest()
{
    const std::optional<bool> yes = true;
    const std::optional<bool> no = false;
    const std::optional<bool> none;
    QCOMPARE(check("sha-256=" + sha256("text"), "text"), yes);
    QCOMPARE(check("sha-512=" + sha512("text"), "text"), yes);
    QCOMPARE(check("sha-256=" + sha256(""), ""), yes);
    QCOMPARE(check("sha-256=" + sha256("text"), "texT"), no);
    // The stronger one counts where both are given.
    QCOMPARE(check("sha-256=" + sha256("other") + ", sha-512=" + sha512("text"), "text"), yes);
    QCOMPARE(check("sha-512=" + sha512("other") + ",sha-256=" + sha256("text"), "text"), no);
    // Unknown and weak ones are passed over.
    QCOMPARE(check("md5=:AAAA:, unixsum=:AAAA:, sha-256=" + sha256("text"), "text"), yes);
    QCOMPARE(check("md5=:AAAA:", "text"), none);
    // Parameters, and the last of several.
    QCOMPARE(check("sha-256=" + sha256("text") + ";note=1", "text"), yes);
    QCOMPARE(check("sha-256=" + sha256("old") + ", sha-256=" + sha256("text"), "text"), yes);
    for (const char *field : {"", "sha-256", "sha-256=", "sha-256=abc", "sha-256=::",
                              "sha-256=:a b:", "sha-256=:***:", ",,,", "=:AAAA:", "sha-256=:AAAA"})
        QCOMPARE(check(field, "text"), none);
}

QTEST_APPLESS_MAIN(TestBodyVerdict)
#include "tst_bodyverdict.moc"
