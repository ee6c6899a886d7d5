// SPDX-License-Identifier: MIT
#include "work/kernels/mandelbrotkernel.h"

#include "work/kernels/mandelbrotpalette.h"

#include <cmath>

namespace {

constexpr int stride = 50'000; // iterations between two looks at the stop: about 0.2 ms
constexpr double bailout = 256; // squared radius; a wide one makes the colours smooth

/// The two large parts of the set that are known without iterating.
bool isInside(double x, double y)
{
    const double yy = y * y;
    const double q = (x - 0.25) * (x - 0.25) + yy;
    return q * (q + x - 0.25) <= 0.25 * yy || (x + 1) * (x + 1) + yy <= 0.0625;
}

/// Colours one point after the other. \c Watch is asked whether to stop, and compiled away where
/// it always says no.
template <typename Watch> class Orbits
{
public:
    Orbits(int maxIterations, Watch watch)
        : m_max(maxIterations)
        , m_watch(watch)
    {
    }

    /// False when it was stopped.
    bool colour(QPointF point, quint32 &rgb)
    {
        rgb = mandelbrotInside;
        if (isInside(point.x(), point.y()))
            return spend(1);
        double x = 0, y = 0, xx = 0, yy = 0;
        for (int done = 0; done < m_max;) {
            const int begin = done;
            const int end = begin + std::min(m_max - begin, stride);
            for (; done < end && xx + yy <= bailout; ++done) {
                y = 2 * x * y + point.y();
                x = xx - yy + point.x();
                xx = x * x;
                yy = y * y;
            }
            if (!spend(done - begin + 1))
                return false;
            if (xx + yy > bailout) {
                rgb = mandelbrotColour(done + 1 - std::log2(std::log2(xx + yy)));
                return true;
            }
        }
        return true;
    }

private:
    bool spend(int iterations)
    {
        m_spent += iterations;
        if (m_spent < stride)
            return true;
        m_spent = 0;
        return !m_watch();
    }

    const int m_max;
    Watch m_watch;
    int m_spent = 0;
};

/// \p rowDone gets the rows done so far. Null image when stopped.
template <typename Watch, typename RowDone>
MandelbrotTile render(const MandelbrotView &view, QRect rect, Watch watch, RowDone rowDone)
{
    MandelbrotTile tile {rect, QImage(rect.size(), QImage::Format_RGB32)};
    Orbits orbits(view.maxIterations, watch);
    for (int y = 0; y < rect.height(); ++y) {
        auto *row = reinterpret_cast<quint32 *>(tile.image.scanLine(y));
        for (int x = 0; x < rect.width(); ++x) {
            if (!orbits.colour(view.pointAt(rect.topLeft() + QPoint(x, y)), row[x]))
                return {rect, {}};
        }
        rowDone(y + 1);
    }
    return tile;
}

} // namespace

KernelFunction<MandelbrotTile> mandelbrotTileKernel(const MandelbrotView &view, QRect rect)
{
    return [view, rect](KernelContext &context) -> std::optional<MandelbrotTile> {
        if (context.stopRequested())
            return std::nullopt;
        context.setTotal(rect.height());
        MandelbrotTile tile = render(
            view, rect, [&context] { return context.stopRequested(); },
            [&context](int rows) { context.progress(rows); });
        if (tile.image.isNull())
            return std::nullopt;
        return tile;
    };
}

MandelbrotTile mandelbrotTileBare(const MandelbrotView &view, QRect rect)
{
    return render(view, rect, [] { return false; }, [](int) {});
}
