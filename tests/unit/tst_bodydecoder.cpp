// SPDX-License-Identifier: MIT
#include "fetch/bodydecoder.h"
#include "shared/namedmain.h"
#include "shared/packed.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using State = BodyDecoder::State;

const QByteArray &plain()
{
    static const QByteArray text = [] {
        QByteArray made;
        QRandomGenerator random(7);
        for (int i = 0; i < 300; ++i)
            made += "word" + QByteArray::number(random.bounded(1'000)) + ' ';
        return made;
    }();
    return text;
}

} // namespace

class TestBodyDecoder : public QObject
{
    Q_OBJECT
private slots:
    void anySplit_data();
    void anySplit();
    void byteByByte_data() { anySplit_data(); }
    void byteByByte();
    void cutShortAnywhereItStaysOpen_data() { anySplit_data(); }
    void cutShortAnywhereItStaysOpen();
    void damageIsCorruptOrVisible();
    void whatFollowsTheEndIsCorrupt_data();
    void whatFollowsTheEndIsCorrupt();
    void severalGzipMembersAreOneBody();
    void theLimitHolds();
    void unknownEncodings();
    void gzipIsNothingElse();
};

void TestBodyDecoder::anySplit_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("gzip") << "gzip"_ba << gzipped(plain());
    QTest::newRow("x-gzip, capitals, spaces") << " X-GZip "_ba << gzipped(plain());
    QTest::newRow("deflate") << "deflate"_ba << packed(plain(), MAX_WBITS);
    QTest::newRow("raw deflate") << "deflate"_ba << packed(plain(), -MAX_WBITS);
}

void TestBodyDecoder::anySplit()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, wire);
    for (qsizetype cut = 0; cut <= wire.size(); ++cut) {
        BodyDecoder decoder(encoding, plain().size()); // exactly the limit
        QVERIFY(decoder.isCompressed());
        decoder.write(wire.first(cut));
        QCOMPARE(decoder.write(wire.sliced(cut)), State::Ended);
        QCOMPARE(decoder.take(), plain());
    }
}

void TestBodyDecoder::byteByByte()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, wire);
    BodyDecoder decoder(encoding, 0);
    for (qsizetype i = 0; i < wire.size(); ++i) {
        QCOMPARE(decoder.state(), State::Open);
        decoder.write(QByteArrayView(wire).sliced(i, 1));
    }
    QCOMPARE(decoder.state(), State::Ended);
    QCOMPARE(decoder.take(), plain());
}

void TestBodyDecoder::cutShortAnywhereItStaysOpen()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, wire);
    for (qsizetype size = 0; size < wire.size(); ++size) {
        BodyDecoder decoder(encoding, 0);
        QCOMPARE(decoder.write(wire.first(size)), State::Open);
        QVERIFY(plain().startsWith(decoder.take()));
    }
}

void TestBodyDecoder::damageIsCorruptOrVisible()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QByteArray good = gzipped(plain());
    int corrupt = 0;
    for (int i = 0; i < 500; ++i) {
        QByteArray bad = good;
        const qsizetype at = 10 + random.bounded(int(bad.size() - 10)); // behind the header
        bad[at] = char(bad[at] ^ char(1 << random.bounded(8)));
        BodyDecoder decoder("gzip", 1 << 20);
        const State state = decoder.write(bad);
        if (state == State::Ended) // bits that only fill up a byte mean nothing
            QCOMPARE(decoder.take(), plain());
        corrupt += state == State::Corrupt;
    }
    QVERIFY(corrupt > 400); // the rest waits for more that never comes
}

void TestBodyDecoder::whatFollowsTheEndIsCorrupt_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("gzip, text") << "gzip"_ba << gzipped(plain()) << "and more"_ba;
    QTest::newRow("gzip, zeros") << "gzip"_ba << gzipped(plain()) << QByteArray(8, '\0');
    QTest::newRow("deflate") << "deflate"_ba << packed(plain(), MAX_WBITS) << "x"_ba;
    QTest::newRow("raw") << "deflate"_ba << packed(plain(), -MAX_WBITS) << "x"_ba;
}

void TestBodyDecoder::whatFollowsTheEndIsCorrupt()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, rest);
    BodyDecoder together(encoding, 0);
    QCOMPARE(together.write(wire + rest), State::Corrupt);
    BodyDecoder apart(encoding, 0);
    QCOMPARE(apart.write(wire), State::Ended);
    QCOMPARE(apart.write(rest), State::Corrupt);
    QCOMPARE(apart.take(), plain());
}

void TestBodyDecoder::severalGzipMembersAreOneBody()
{
    const QByteArray wire = gzipped("one ") + gzipped("") + gzipped("two ") + gzipped("three");
    for (qsizetype cut = 0; cut <= wire.size(); ++cut) {
        BodyDecoder decoder("gzip", 0);
        decoder.write(wire.first(cut));
        QCOMPARE(decoder.write(wire.sliced(cut)),
                 cut == wire.size() ? decoder.state() : State::Ended);
        QCOMPARE(decoder.state(), State::Ended);
        QCOMPARE(decoder.take(), "one two three");
    }
    BodyDecoder cutShort("gzip", 0);
    QCOMPARE(cutShort.write(wire.chopped(5)), State::Open);
}

void TestBodyDecoder::theLimitHolds()
{
    const QByteArray bomb = gzipped(QByteArray(50 << 20, '\0'));
    QVERIFY(bomb.size() < 100'000);
    BodyDecoder decoder("gzip", 1 << 20);
    QCOMPARE(decoder.write(bomb), State::TooLarge);
    QCOMPARE(decoder.write("more"), State::TooLarge);
    QVERIFY(decoder.take().size() <= 1 << 20);

    BodyDecoder identity("", 4);
    QCOMPARE(identity.write("1234"), State::Open);
    QCOMPARE(identity.write("5"), State::TooLarge);
    QCOMPARE(identity.take(), "1234");
}

void TestBodyDecoder::unknownEncodings()
{
    for (const char *name : {"br", "gzip, gzip", "zstd", "compress"}) {
        BodyDecoder decoder(name, 0);
        QCOMPARE(decoder.state(), State::UnknownEncoding);
        QCOMPARE(decoder.write("data"), State::UnknownEncoding);
        QVERIFY(decoder.take().isEmpty());
    }
    for (const char *name : {"", "identity", "Identity"}) {
        BodyDecoder decoder(name, 0);
        QCOMPARE(decoder.write("data"), State::Open);
        QVERIFY(!decoder.isCompressed());
        QCOMPARE(decoder.take(), "data");
    }
}

void TestBodyDecoder::gzipIsNothingElse()
{
    BodyDecoder raw("gzip", 0);
    QCOMPARE(raw.write(packed(plain(), -MAX_WBITS)), State::Corrupt);
    BodyDecoder text("gzip", 0);
    QCOMPARE(text.write("this is no gzip"), State::Corrupt);
    BodyDecoder textAsDeflate("deflate", 0);
    QCOMPARE(textAsDeflate.write("\xff\xff\xff\xff this is no deflate"), State::Corrupt);
}

QTEST_APPLESS_MAIN(TestBodyDecoder)
#include "tst_bodydecoder.moc"
