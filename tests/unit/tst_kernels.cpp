// SPDX-License-Identifier: MIT
#include "compute/kernels/sha256kernel.h"
#include "compute/kernels/wordcountkernel.h"
#include "shared/namedmain.h"
#include "shared/scriptedcontext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What wordCountKernel() must say, computed the plain way: everything at once, by code points.
WordCount naiveCount(const QByteArray &body)
{
    const auto text = QString::fromUtf8(body).toUcs4();
    WordCount result;
    result.characters = text.size();
    bool inWord = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool space = QChar::isSpace(text[i]);
        result.words += !space && !inWord;
        inWord = !space;
        const bool secondHalf = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
        result.lines += (text[i] == '\n' && !secondHalf) || text[i] == '\r';
    }
    result.lines += !text.isEmpty() && text.last() != '\n' && text.last() != '\r';
    return result;
}

QByteArray randomText(QRandomGenerator &random, qsizetype characters)
{
    static const QList<QByteArray> pieces {"a"_ba,      "word"_ba,       " "_ba,      "\n"_ba,
                                           "\r\n"_ba,   "\r"_ba,         "\t"_ba,     "\u00e4"_ba,
                                           "\u20ac"_ba, "\U0001f600"_ba, "\u00a0"_ba, "\u2003"_ba,
                                           "\u3000"_ba, "\u2028"_ba,     "\0"_ba};
    QByteArray text;
    for (qsizetype i = 0; i < characters; ++i)
        text += pieces[random.bounded(pieces.size())];
    return text;
}

} // namespace

/// SHA-256 and word count: right, whole, and quick to stop.
class TestKernels : public QObject
{
    Q_OBJECT
private slots:
    void knownDigests_data();
    void knownDigests();
    void countsText_data();
    void countsText();
    void countsAcrossSlices();
    void countsDamagedTextLikeQt_data();
    void countsDamagedTextLikeQt();
    void countsWhatASliceMightCut_data();
    void countsWhatASliceMightCut();
    void reportsEveryByte();
    void stopsInTheMiddle_data();
    void stopsInTheMiddle();
};

void TestKernels::knownDigests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("digest");
    // FIPS 180-2, appendix B, and the empty message
    QTest::newRow("empty") << ""_ba
                           << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba;
    QTest::newRow("abc") << "abc"_ba
                         << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
    QTest::newRow("two blocks")
        << "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"_ba
        << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"_ba;
    QTest::newRow("a million a, many slices")
        << QByteArray(1'000'000, 'a')
        << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_ba;
}

void TestKernels::knownDigests()
{
    QFETCH(QByteArray, body);
    ScriptedContext context;
    QTEST(sha256Kernel(body)(context).value(), "digest");
}

void TestKernels::countsText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<WordCount>("count");
    QTest::newRow("empty") << ""_ba << WordCount {0, 0, 0};
    QTest::newRow("one line") << "two words"_ba << WordCount {2, 1, 9};
    QTest::newRow("ended line") << "two words\n"_ba << WordCount {2, 1, 10};
    QTest::newRow("all line ends") << "a\nb\r\nc\rd"_ba << WordCount {4, 4, 8};
    QTest::newRow("blank lines") << "\n\r\n\r"_ba << WordCount {0, 3, 4};
    QTest::newRow("Unicode") << "\u00e4\u00a0\U0001f600\u3000x"_ba << WordCount {3, 1, 5};
    QTest::newRow("byte order mark") << "\ufeffx"_ba << WordCount {1, 1, 1};
}

void TestKernels::countsText()
{
    QFETCH(QByteArray, body);
    QFETCH(WordCount, count);
    ScriptedContext context;
    const WordCount found = wordCountKernel(body)(context).value();
    QCOMPARE(found.words, count.words);
    QCOMPARE(found.lines, count.lines);
    QCOMPARE(found.characters, count.characters);
    QCOMPARE(naiveCount(body), count);
}

void TestKernels::countsAcrossSlices()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 40; ++round) {
        const QByteArray body = randomText(random, 40'000);
        ScriptedContext context;
        const auto found = wordCountKernel(body)(context);
        QVERIFY2(context.reports().size() > 1, "the text must not fit into one slice");
        QCOMPARE(found.value(), naiveCount(body));
    }
}

void TestKernels::countsDamagedTextLikeQt_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("ends within a sequence behind a space") << 616113136u << qsizetype(100'000);
    for (int i = 0; i < 40; ++i) {
        QRandomGenerator &global = *QRandomGenerator::global();
        QTest::addRow("random %d", i) << global.generate() << qsizetype(global.bounded(100'000));
    }
}

void TestKernels::countsDamagedTextLikeQt()
{
    QFETCH(quint32, seed);
    QFETCH(qsizetype, size);
    qInfo("seed %u, size %lld", seed, qlonglong(size));
    QRandomGenerator random(seed);
    QByteArray body(size, Qt::Uninitialized);
    for (char &byte : body)
        byte = char(random.bounded(256));
    ScriptedContext context;
    QCOMPARE(wordCountKernel(body)(context).value(), naiveCount(body));
}

void TestKernels::countsWhatASliceMightCut_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("three bytes") << "\u20ac"_ba;
    QTest::newRow("four bytes") << "\U0001f600"_ba;
    QTest::newRow("a mark of the byte order within the text") << "\ufeff"_ba;
    QTest::newRow("nothing but continuations") << "\x80"_ba;
    QTest::newRow("a lead that lacks its last byte") << "\xf0\x9f\x98"_ba;
    QTest::newRow("a lead with one continuation too many") << "\xf0\x9f\x98\x80\x80"_ba;
}

void TestKernels::countsWhatASliceMightCut()
{
    QFETCH(QByteArray, piece);
    for (int before = 0; before < 6; ++before) { // so that slices end at every place within
        const QByteArray body = QByteArray(before, ' ') + piece.repeated(40'000);
        ScriptedContext context;
        QCOMPARE(wordCountKernel(body)(context).value(), naiveCount(body));
    }
}

void TestKernels::reportsEveryByte()
{
    const QByteArray body(777'777, 'x');
    for (const bool digest : {true, false}) {
        ScriptedContext context;
        if (digest)
            QVERIFY(sha256Kernel(body)(context));
        else
            QVERIFY(wordCountKernel(body)(context));
        QCOMPARE(context.total(), body.size());
        QCOMPARE(context.done(), body.size());
        QVERIFY(std::ranges::is_sorted(context.reports()));
        QVERIFY(context.reports().size() > 10);
    }
}

void TestKernels::stopsInTheMiddle_data()
{
    QTest::addColumn<qint64>("stopAt");
    QTest::newRow("at once") << qint64(0);
    QTest::newRow("soon") << qint64(1);
    QTest::newRow("in the middle") << qint64(500'000);
    QTest::newRow("near the end") << qint64(900'000);
}

void TestKernels::stopsInTheMiddle()
{
    QFETCH(qint64, stopAt);
    const QByteArray body(1'000'000, 'x');
    ScriptedContext digest(stopAt);
    QVERIFY(!sha256Kernel(body)(digest));
    QCOMPARE(digest.reportsAfterStop(), 0);
    ScriptedContext words(stopAt);
    QVERIFY(!wordCountKernel(body)(words));
    QCOMPARE(words.reportsAfterStop(), 0);
}

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
