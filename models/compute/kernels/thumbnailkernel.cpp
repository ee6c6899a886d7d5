// SPDX-License-Identifier: MIT
#include "compute/kernels/thumbnailkernel.h"

#include "compute/kernels/boxshrink.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QImageReader>

#include <algorithm>
#include <cstring>
#include <mutex>

using namespace Qt::StringLiterals;

namespace {

constexpr int allocationLimitMiB = 256;
constexpr qint64 giantPngPixels = 4'000'000;
// Some plugins ask for everything at once; smaller pieces keep them stoppable. Qt's handler of PNG
// takes no less than the 8 KiB it asks for.
constexpr qint64 piece = 16 * 1024;
constexpr qint64 smallPiece = 1024; // of a flat JPEG, a megapixel

/// Gives an image decoder its bytes, and thereby a place to be watched and stopped at: decoders
/// know neither progress nor cancellation, but all of them give up when reading fails.
/// Progress counts the bytes read, from the first to the last, however a decoder jumps about.
class ImageSource final : public QIODevice
{
public:
    /// Both must outlive this object.
    ImageSource(const QByteArray &body, KernelContext &context)
        : m_body(body)
        , m_context(context)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// A decoder asked for more than there is since the last watchForTheEnd(). libjpeg then makes
    /// up the rest in grey and calls it a success.
    bool ranOut() const { return m_ranOut; }
    void watchForTheEnd() { m_ranOut = false; }

    /// The decoder is libjpeg, which takes less than it asks for: so it can be stopped more often.
    void setTakesLess() { m_takesLess = true; }

    qint64 size() const override { return m_body.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_context.stopRequested())
            return -1;
        const qint64 length
            = std::min({maxSize, m_takesLess ? smallPiece : piece, m_body.size() - pos()});
        if (length <= 0) {
            m_ranOut = m_ranOut || maxSize > 0;
            return 0;
        }
        std::memcpy(data, m_body.constData() + pos(), size_t(length));
        if (pos() + length > m_furthest) {
            m_furthest = pos() + length;
            m_context.progress(m_furthest);
        }
        return length;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray &m_body;
    KernelContext &m_context;
    qint64 m_furthest = 0;
    bool m_ranOut = false;
    bool m_takesLess = false;
};

class Thumbnail
{
    Q_DECLARE_TR_FUNCTIONS(Thumbnail)
public:
    Thumbnail(const QByteArray &body, QSize bound, KernelContext &context)
        : m_body(body)
        , m_bound(bound)
        , m_context(context)
        , m_source(body, context)
    {
    }

    std::optional<QImage> make()
    {
        QImageReader reader(&m_source);
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true);
        if (!isRaster(reader))
            return stoppedOr(whatItIsInstead());
        const QSize size = reader.size();
        const bool jpeg = reader.format() == "jpeg"; // the reader forgets it once it has read
        const bool byDecoder = size.isValid() && decodesSmall(reader, size);
        if (jpeg)
            m_source.setTakesLess();
        if (size.isValid()) // else the format does not tell, and the allocation limit holds
            refuseGiants(size, byDecoder ? 0 : bitsPerPixel(reader.imageFormat()));
        const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
        if (byDecoder)
            reader.setScaledSize(fit(size, turned ? m_bound.transposed() : m_bound));
        m_shrinkUnits = byDecoder ? 0 : m_body.size();
        m_context.setTotal(m_body.size() + m_shrinkUnits);
        m_source.watchForTheEnd();
        const QImage image = reader.read();
        if (image.isNull())
            return stoppedOr(
                tr("The image is damaged and cannot be decoded: %1.").arg(reader.errorString()));
        if (jpeg && m_source.ranOut())
            return stoppedOr(tr("The image is damaged: its data ends too early."));
        return shrink(image);
    }

private:
    static bool isRaster(QImageReader &reader)
    {
        return reader.canRead() && !reader.format().startsWith("svg");
    }

    /// libjpeg skips work when less is wanted. Qt's PNG handler averages row by row without keeping
    /// the rows, at half our speed; that pays for giants, whose memory takes long to give back.
    bool decodesSmall(const QImageReader &reader, QSize size) const
    {
        if (reader.format() == "jpeg")
            return true;
        constexpr qsizetype interlaceByte = 28; // of the IHDR chunk, which always comes first
        return reader.format() == "png" && qint64(size.width()) * size.height() > giantPngPixels
            && bitsPerPixel(reader.imageFormat()) == 32 && m_body.size() > interlaceByte
            && m_body[interlaceByte] == 0;
    }

    static QSize fit(QSize size, QSize bound)
    {
        const double factor = std::min(
            {1.0, double(bound.width()) / size.width(), double(bound.height()) / size.height()});
        return QSize(qRound(size.width() * factor), qRound(size.height() * factor))
            .expandedTo({1, 1});
    }

    /// Damaged headers make some plugins answer with a number that is no format at all.
    static int bitsPerPixel(QImage::Format format)
    {
        if (format <= QImage::Format_Invalid || format >= QImage::NImageFormats)
            return 32;
        return QImage::toPixelFormat(format).bitsPerPixel();
    }

    /// A few hundred bytes can declare gigabytes. \p bits is 0 when the pixels are not all kept.
    static void refuseGiants(QSize size, int bits)
    {
        const qint64 pixels = qint64(size.width()) * size.height();
        if (pixels > maxImagePixels) {
            throw KernelError(
                tr("The image has %1 × %2 pixels; more than %3 megapixels are refused.")
                    .arg(size.width())
                    .arg(size.height())
                    .arg(maxImagePixels / 1'000'000));
        }
        if (pixels * bits / 8 > qint64(allocationLimitMiB) * 1024 * 1024) {
            throw KernelError(
                tr("The image needs more than %1 MiB to be decoded.").arg(allocationLimitMiB));
        }
    }

    std::optional<QImage> shrink(const QImage &image)
    {
        const QSize size = fit(image.size(), m_bound);
        const auto report = [this](double share) {
            m_context.progress(m_body.size() + qint64(share * double(m_shrinkUnits)));
            return !m_context.stopRequested();
        };
        if (m_context.stopRequested())
            return std::nullopt;
        const bool opaque = !image.hasAlphaChannel();
        std::optional<QImage> result
            = size == image.size() ? image : boxShrink(image, size, report);
        if (!result)
            return std::nullopt;
        report(1);
        return result->convertToFormat(opaque ? QImage::Format_RGB32
                                              : QImage::Format_ARGB32_Premultiplied);
    }

    /// A stop makes the decoder fail; its complaint is then beside the point.
    std::optional<QImage> stoppedOr(const QString &failure) const
    {
        if (m_context.stopRequested())
            return std::nullopt;
        throw KernelError(failure);
    }

    QString whatItIsInstead() const
    {
        const QByteArray start = m_body.left(512).trimmed().toLower();
        if (m_body.isEmpty())
            return tr("The body is empty: there is no image in it.");
        if (start.contains("<svg"))
            return tr("The body is an SVG drawing; only raster images are made into thumbnails.");
        if (start.startsWith("<!doctype html") || start.startsWith("<html"))
            return tr("This is not an image: the body is an HTML page.");
        if (start.startsWith('{') || start.startsWith('['))
            return tr("This is not an image: the body looks like JSON.");
        return tr("The body is not an image that can be decoded: no known format.");
    }

    const QByteArray &m_body;
    const QSize m_bound;
    KernelContext &m_context;
    ImageSource m_source;
    qint64 m_shrinkUnits = 0;
};

} // namespace

KernelFunction<QImage> thumbnailKernel(QByteArray body, QSize bound)
{
    static std::once_flag once; // the limit is one for the whole process
    std::call_once(once, [] { QImageReader::setAllocationLimit(allocationLimitMiB); });
    return [body = std::move(body), bound](KernelContext &context) {
        return Thumbnail(body, bound, context).make();
    };
}
