// SPDX-License-Identifier: MIT
#include "compute/kernelcontext.h"
#include "compute/kernels/boxshrink.h"
#include "compute/kernels/thumbnailkernel.h"
#include "shared/namedmain.h"
#include "shared/scriptedcontext.h"

#include <QBuffer>
#include <QImageReader>
#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

/// Noise over a gradient: does not compress away, so that a decoder has to work for it.
QImage photo(QSize size)
{
    QRandomGenerator random(7);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const int noise = random.bounded(64);
            image.setPixel(
                x, y, qRgb(x * 191 / size.width() + noise, noise, y * 191 / size.height() + noise));
        }
    }
    return image;
}

QByteArray encode(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A PNG of a few dozen bytes that claims to be of any size.
QByteArray hollowPng(quint32 width, quint32 height, bool interlaced)
{
    QByteArray chunk = "IHDR"_ba;
    for (const quint32 number : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8)
            chunk += char(number >> shift);
    }
    chunk += QByteArray::fromHex(interlaced ? "0802000001" : "0802000000");
    QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d") + chunk;
    const auto crc
        = quint32(crc32(0, reinterpret_cast<const Bytef *>(chunk.constData()), uInt(chunk.size())));
    for (int shift = 24; shift >= 0; shift -= 8)
        png += char(crc >> shift);
    return png + QByteArray::fromHex("0000000049444154");
}

/// \p jpeg with an EXIF block that says how the camera was held (1 … 8).
QByteArray withOrientation(QByteArray jpeg, char orientation)
{
    QByteArray block = QByteArray::fromHex("457869660000"
                                           "4d4d002a00000008"
                                           "0001"
                                           "0112000300000001"
                                           "00")
        + orientation
        + QByteArray::fromHex("0000"
                              "00000000");
    const auto length = quint16(block.size() + 2);
    block = QByteArray::fromHex("ffe1") + char(length >> 8) + char(length & 0xff) + block;
    return jpeg.insert(2, block);
}

QString failureOf(const QByteArray &body)
{
    ScriptedContext context;
    try {
        thumbnailKernel(body)(context);
    } catch (const KernelError &error) {
        return error.text();
    }
    return {};
}

} // namespace

/// Any picture becomes a small upright one, or says why not.
class TestThumbnail : public QObject
{
    Q_OBJECT
private slots:
    void fitsTheBound_data();
    void fitsTheBound();
    void smallOnesStayAsTheyAre();
    void keepsTransparency_data();
    void keepsTransparency();
    void standsUpright();
    void shrinkingKeepsTheAverages();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void survivesAnyDamage();
    void stopsInTheMiddle_data();
    void stopsInTheMiddle();
};

void TestThumbnail::fitsTheBound_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("wide") << QSize(1'600, 400) << QSize(160, 40);
    QTest::newRow("tall") << QSize(300, 1'200) << QSize(30, 120);
    QTest::newRow("odd") << QSize(1'333, 1'001) << QSize(160, 120);
    QTest::newRow("just above") << QSize(161, 120) << QSize(160, 119);
    QTest::newRow("a hair") << QSize(20'000, 3) << QSize(160, 1);
    QTest::newRow("a pole") << QSize(1, 9'000) << QSize(1, 120);
}

void TestThumbnail::fitsTheBound()
{
    QFETCH(QSize, size);
    const QImage image = photo(size);
    for (const char *format : {"png", "jpg", "bmp"}) {
        const QByteArray body = encode(image, format);
        ScriptedContext context;
        const auto thumbnail = thumbnailKernel(body)(context);
        QVERIFY(thumbnail);
        QTEST(thumbnail->size(), "expected");
        QCOMPARE(thumbnail->format(), QImage::Format_RGB32);
        QVERIFY(std::ranges::is_sorted(context.reports()));
        QVERIFY(context.done() <= context.total());
    }
}

void TestThumbnail::smallOnesStayAsTheyAre()
{
    for (const QSize size : {QSize(1, 1), QSize(160, 120), QSize(7, 99)}) {
        const QImage image = photo(size);
        ScriptedContext context;
        QCOMPARE(thumbnailKernel(encode(image, "png"))(context).value(), image);
    }
}

void TestThumbnail::keepsTransparency_data()
{
    QTest::addColumn<int>("side");
    QTest::newRow("decoded whole") << 900;
    QTest::newRow("a giant, decoded small") << 2'400;
}

void TestThumbnail::keepsTransparency()
{
    QFETCH(int, side);
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(qRgba(0, 0, 255, 128));
    ScriptedContext context;
    const QImage thumbnail = thumbnailKernel(encode(image, "png"))(context).value();
    QCOMPARE(thumbnail.size(), QSize(120, 120));
    QCOMPARE(qAlpha(thumbnail.pixel(60, 60)), 128);
}

void TestThumbnail::standsUpright()
{
    QImage image(800, 400, QImage::Format_RGB32);
    image.fill(qRgb(200, 0, 0));
    for (int y = 0; y < 400; ++y) {
        for (int x = 0; x < 400; ++x)
            image.setPixel(x, y, qRgb(0, 0, 200)); // the left half
    }
    ScriptedContext context;
    const QByteArray turned = withOrientation(encode(image, "jpg"), 6); // rotate 90° clockwise
    const QImage thumbnail = thumbnailKernel(turned)(context).value();
    QCOMPARE(thumbnail.size(), QSize(60, 120));
    QVERIFY(qBlue(thumbnail.pixel(30, 20)) > 150); // what was left is on top
    QVERIFY(qRed(thumbnail.pixel(30, 100)) > 150);
}

void TestThumbnail::shrinkingKeepsTheAverages()
{
    const QImage image = photo({2'017, 1'511});
    qsizetype blocks = 0;
    double last = 0;
    const auto small = boxShrink(image, {160, 120}, [&](double share) {
        ++blocks;
        const bool ordered = share > last && share <= 1;
        last = share;
        return ordered;
    });
    QVERIFY(small);
    QCOMPARE(last, 1.0);
    QVERIFY(blocks > 50);
    const QImage reference
        = image.scaled(160, 120, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int worst = 0;
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 160; ++x) {
            const QRgb a = small->pixel(x, y);
            const QRgb b = reference.pixel(x, y);
            worst = std::max({worst, qAbs(qRed(a) - qRed(b)), qAbs(qBlue(a) - qBlue(b))});
        }
    }
    QVERIFY2(worst <= 12, qPrintable(u"differs by %1 of 255"_s.arg(worst)));
}

void TestThumbnail::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    const QByteArray png = encode(photo({400, 300}), "png");
    const QByteArray jpeg = encode(photo({400, 300}), "jpg");
    QByteArray flipped = png;
    flipped[flipped.size() / 2] = char(~flipped[flipped.size() / 2]);
    QTest::newRow("empty") << ""_ba << u"empty"_s;
    QTest::newRow("HTML") << "\n<!DOCTYPE html><title>404</title>"_ba << u"HTML page"_s;
    QTest::newRow("JSON") << "{\"a\": 1}"_ba << u"JSON"_s;
    QTest::newRow("SVG") << "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"_ba
                         << u"SVG"_s;
    QTest::newRow("noise") << "\1\2\3\4\5\6"_ba << u"no known format"_s;
    QTest::newRow("half a PNG") << png.left(png.size() / 2) << u"damaged"_s;
    QTest::newRow("half a JPEG") << jpeg.left(jpeg.size() / 2) << u"damaged"_s;
    QTest::newRow("the head of a JPEG") << jpeg.left(100) << u"damaged"_s;
    QTest::newRow("a flipped byte in a PNG") << flipped << u"damaged"_s;
    QTest::newRow("a giant") << hollowPng(60'000, 60'000, false) << u"60000 × 60000"_s;
    QTest::newRow("a large one that has to be kept")
        << hollowPng(9'000, 9'000, true) << u"256 MiB"_s;
}

void TestThumbnail::refusesWhatIsNoPicture()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    const QString text = failureOf(body);
    QVERIFY2(text.contains(reason), qPrintable(text));
}

void TestThumbnail::survivesAnyDamage()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QImage image = photo({200, 150});
    int refused = 0;
    for (const char *format : {"png", "jpg", "bmp", "ppm"}) {
        const QByteArray whole = encode(image, format);
        for (int round = 0; round < 60; ++round) {
            QByteArray body = whole;
            const int reach = round % 2 == 0 ? 60 : int(body.size()); // headers matter most
            for (int i = random.bounded(1, 5); i > 0; --i)
                body[random.bounded(std::min(reach, int(body.size())))] = char(random.bounded(256));
            ScriptedContext context;
            try {
                const QImage thumbnail = thumbnailKernel(body)(context).value();
                QVERIFY(thumbnail.width() <= 160 && thumbnail.height() <= 120);
            } catch (const KernelError &error) {
                QVERIFY(!error.text().isEmpty());
                ++refused;
            }
        }
    }
    QVERIFY2(refused > 20, qPrintable(QString::number(refused)));
}

void TestThumbnail::stopsInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<double>("share");
    for (const char *format : {"png", "jpg", "bmp"}) {
        for (const double share : {0.0, 0.1, 0.3, 0.45, 0.6, 0.9})
            QTest::addRow("%s at %.2f", format, share) << QByteArray(format) << share;
    }
}

void TestThumbnail::stopsInTheMiddle()
{
    QFETCH(QByteArray, format);
    QFETCH(double, share);
    const QByteArray body = encode(photo({1'280, 960}), format.constData());
    ScriptedContext whole;
    QVERIFY(thumbnailKernel(body)(whole));
    QVERIFY(whole.reports().size() > 20);

    ScriptedContext context(qint64(share * double(whole.done())));
    QVERIFY(!thumbnailKernel(body)(context));
    QCOMPARE(context.reportsAfterStop(), 0);
}

QTEST_GUILESS_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"
