// SPDX-License-Identifier: MIT
#include "compute/kernels/boxshrink.h"

#include <array>
#include <vector>

namespace {

constexpr int blockWidth = 4'096;
constexpr int blockPixels = 32'768;

/// Averages boxes of whole pixels. The last column and row of boxes take the odd pixels.
class BoxSums
{
public:
    BoxSums(QSize source, int factorX, int factorY)
        : m_factorX(factorX)
        , m_factorY(factorY)
        , m_size(source.width() / factorX, source.height() / factorY)
        , m_sums(size_t(m_size.width()) * size_t(m_size.height()))
    {
    }

    /// \p block is ARGB32 premultiplied and lies at \p origin in the source.
    void add(const QImage &block, QPoint origin)
    {
        for (int y = 0; y < block.height(); ++y) {
            const int row = std::min((origin.y() + y) / m_factorY, m_size.height() - 1);
            Sum *sums = m_sums.data() + size_t(row) * size_t(m_size.width());
            addRow(reinterpret_cast<const QRgb *>(block.constScanLine(y)), block.width(),
                   origin.x(), sums);
        }
    }

    QImage average() const
    {
        QImage result(m_size, QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < m_size.height(); ++y) {
            auto *row = reinterpret_cast<QRgb *>(result.scanLine(y));
            for (int x = 0; x < m_size.width(); ++x)
                row[x] = m_sums[size_t(y) * size_t(m_size.width()) + size_t(x)].average();
        }
        return result;
    }

private:
    struct Sum
    {
        std::array<quint64, 4> channels {};
        quint64 pixels = 0;

        void add(QRgb pixel)
        {
            for (size_t channel = 0; channel < 4; ++channel)
                channels[channel] += (pixel >> (8 * channel)) & 0xff;
            ++pixels;
        }
        QRgb average() const
        {
            QRgb result = 0;
            for (size_t channel = 0; channel < 4; ++channel)
                result |= QRgb((channels[channel] + pixels / 2) / pixels) << (8 * channel);
            return result;
        }
    };

    void addRow(const QRgb *pixels, int count, int left, Sum *sums) const
    {
        const int last = m_size.width() - 1;
        int column = std::min(left / m_factorX, last);
        int next = column == last ? INT_MAX : (column + 1) * m_factorX; // where its box ends
        for (int x = 0; x < count; ++x) {
            if (left + x == next)
                next = ++column == last ? INT_MAX : next + m_factorX;
            sums[column].add(pixels[x]);
        }
    }

    int m_factorX;
    int m_factorY;
    QSize m_size;
    std::vector<Sum> m_sums;
};

} // namespace

std::optional<QImage> boxShrink(const QImage &image, QSize size,
                                const std::function<bool(double)> &blockDone)
{
    // Twice the wanted size stays for the smooth scaling, which has no uneven boxes.
    const int factorX = std::max(1, image.width() / (2 * size.width()));
    const int factorY = std::max(1, image.height() / (2 * size.height()));
    BoxSums sums(image.size(), factorX, factorY);
    const int width = std::min(image.width(), blockWidth);
    const int height = blockPixels / width;
    for (int y = 0; y < image.height(); y += height) {
        for (int x = 0; x < image.width(); x += width) {
            const QRect rect = QRect(x, y, width, height) & image.rect();
            sums.add(image.copy(rect).convertToFormat(QImage::Format_ARGB32_Premultiplied),
                     rect.topLeft());
            if (!blockDone((double(y) * image.width() + double(x + rect.width()) * rect.height())
                           / (double(image.width()) * image.height())))
                return std::nullopt;
        }
    }
    return sums.average().scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}
