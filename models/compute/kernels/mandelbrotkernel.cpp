// SPDX-License-Identifier: MIT
#include "compute/kernels/mandelbrotkernel.h"

#include "compute/kernels/mandelbrotpalette.h"

#include <algorithm>
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

/// z ← z² + c from 0 on.
class Orbit
{
public:
    explicit Orbit(QPointF c)
        : m_c(c)
    {
    }

    double norm() const { return m_xx + m_yy; } ///< |z|²
    bool escaped() const { return norm() > bailout; }
    /// At most \p steps steps, until it escapes; returns how many. Apart, and everything local:
    /// with a call to the stop check in sight the compiler keeps the numbers in memory, at half the
    /// speed.
    Q_NEVER_INLINE int advance(int steps)
    {
        const double cx = m_c.x(), cy = m_c.y();
        double x = m_x, y = m_y, xx = m_xx, yy = m_yy;
        int done = 0;
        for (; done < steps && xx + yy <= bailout; ++done) {
            y = 2 * x * y + cy;
            x = xx - yy + cx;
            xx = x * x;
            yy = y * y;
        }
        m_x = x, m_y = y, m_xx = xx, m_yy = yy;
        return done;
    }

private:
    QPointF m_c;
    double m_x = 0, m_y = 0, m_xx = 0, m_yy = 0;
};

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
        Orbit orbit(point);
        for (int done = 0; done < m_max && !orbit.escaped();) {
            const int steps = orbit.advance(std::min(m_max - done, stride));
            if (!spend(steps))
                return false;
            done += steps;
            if (orbit.escaped())
                rgb = mandelbrotColour(done + 1 - std::log2(std::log2(orbit.norm())));
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

QList<QRect> mandelbrotTiles(const MandelbrotView &view)
{
    const QRect picture(QPoint(0, 0), view.size);
    const int side = std::max(1, view.tile);
    QList<QRect> tiles;
    for (int y = 0; y < picture.height(); y += side) {
        for (int x = 0; x < picture.width(); x += side)
            tiles.append(QRect(x, y, side, side) & picture);
    }
    const auto distance = [&picture](const QRect &tile) {
        const QPoint twice = tile.topLeft() + tile.bottomRight() - picture.bottomRight();
        return qint64(twice.x()) * twice.x() + qint64(twice.y()) * twice.y();
    };
    std::ranges::stable_sort(tiles, {}, distance);
    return tiles;
}

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
    return render(
        view, rect, [] { return false; }, [](int) {});
}
